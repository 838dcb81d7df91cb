package io.digitalworker.facts.framework.aspnet;

import io.digitalworker.facts.code.Located;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.code.Symbol;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.MemberKind;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.declaration.TypeKind;
import io.digitalworker.facts.framework.aspnet.Web.Placed;
import io.digitalworker.facts.lexer.Tokens;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Lambda;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The functions that routes are given. */
record RouteHandlers(Web web) {
    /** The method of an endpoint class that a lambda leaves all to; empty if it does it itself. */
    private static String delegate(Lambda lambda, Scope scope) {
        TypeDeclaration type = scope.type();
        if (type == null || type.kind() == TypeKind.FILE) {
            return "";
        }
        Tokens tokens = scope.file().tokens();
        Set<String> called = new LinkedHashSet<>();
        int end = tokens.at(lambda.body().end());
        for (int i = tokens.at(lambda.body().start()); i < end; i++) {
            if (tokens.isWord(i) && tokens.is(i + 1, '(') && !tokens.is(i - 1, '.')) {
                called.add(tokens.word(i));
            }
        }
        List<String> own =
                type.members().stream()
                        .filter(m -> m.kind() == MemberKind.METHOD && called.contains(m.name()))
                        .map(Member::qualifiedName)
                        .distinct()
                        .toList();
        return own.size() == 1 ? own.get(0) : "";
    }

    RouteHandler of(Expression expression, Scope scope) {
        Located at = web.code().symbols().definition(expression, scope);
        if (at.expression() instanceof Lambda lambda) {
            List<Placed> annotations =
                    lambda.annotations().stream().map(a -> new Placed(a, at.scope())).toList();
            String name = delegate(lambda, at.scope());
            return new RouteHandler(
                    name, lambda.parameters(), "", at.scope(), lambda.body(), annotations);
        }
        Optional<Symbol> symbol = web.symbol(at.expression(), at.scope());
        if (symbol.isPresent() && symbol.get() instanceof Symbol.Function function) {
            Member member = function.member();
            Scope inner = Scope.of(function.file(), function.type());
            List<Placed> annotations =
                    member.annotations().stream().map(a -> new Placed(a, inner)).toList();
            return new RouteHandler(
                    member.qualifiedName(),
                    member.parameters(),
                    member.type(),
                    inner,
                    member.body(),
                    annotations);
        }
        String name = Web.dotted(at.expression());
        return new RouteHandler(name, List.of(), "", at.scope(), null, List.of());
    }
}
