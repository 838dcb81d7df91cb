package io.digitalworker.facts.framework.node;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Located;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.code.Symbol;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.declaration.TypeKind;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.lexer.Tokens;
import io.digitalworker.facts.source.Evidence;
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Name;
import io.digitalworker.facts.syntax.Parameter;
import io.digitalworker.facts.syntax.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Base classes that a call answers, a mixin: {@code class Items extends Crud(Item)}. */
final class NestMixins {
    private static final int MAX_DEPTH = 4;

    private final CodeBase code;
    private final Findings findings;
    private final Set<Evidence> reported = new HashSet<>();

    NestMixins(CodeBase code, Findings findings) {
        this.code = code;
        this.findings = findings;
    }

    /** A class that has handlers, and what the names in its decorators mean. */
    record Home(TypeDeclaration type, Scope scope) {}

    /**
     * A controller and what it inherits, nearest first. A base that a call answers is the class that the
     * called function declares and returns; any other is unresolved.
     */
    List<Home> homes(TypeDeclaration controller) {
        List<Home> homes = new ArrayList<>();
        add(controller, Scope.of(code.fileOf(controller), controller), 0, homes);
        return homes;
    }

    /** What the lineage finds by the name of a base that is none of a type is not meant. */
    private void add(TypeDeclaration type, Scope scope, int depth, List<Home> homes) {
        for (TypeDeclaration each : code.symbols().types().lineage(type)) {
            CodeFile file = code.fileOf(each);
            Scope here = each.equals(type) ? scope : Scope.of(file, each);
            homes.add(new Home(each, here));
            Optional<Expression> base = base(each, file);
            if (base.isPresent() && mixed(base.get(), here, depth, homes)) {
                return;
            }
        }
    }

    /** Whether a base is a mixin or was handed over to one; adds what it gives. */
    private boolean mixed(Expression base, Scope scope, int depth, List<Home> homes) {
        Located made = code.symbols().definition(base, scope);
        boolean handedOver = base instanceof Name name && scope.bound().containsKey(name.name());
        if (!handedOver && !(made.expression() instanceof Call)) {
            return false;
        }
        Optional<Home> answered = depth < MAX_DEPTH ? answered(made) : Optional.empty();
        answered.ifPresent(home -> add(home.type(), home.scope(), depth + 1, homes));
        Evidence place = scope.file().evidence(base.span());
        if (answered.isEmpty() && reported.add(place)) {
            findings.unresolved(
                    "endpoint",
                    scope.file().text(base.span()),
                    "the base class that this stands for cannot be told",
                    place);
        }
        return true;
    }

    /** What stands behind {@code extends}, with type arguments and calls. */
    private static Optional<Expression> base(TypeDeclaration type, CodeFile file) {
        if (type.bases().isEmpty() || type.body().start() <= type.span().start()) {
            return Optional.empty();
        }
        Tokens tokens = file.tokens();
        int open = tokens.at(type.body().start()) - 1;
        int from = -1;
        int to = open;
        for (int i = tokens.at(type.span().start()); i < open; i = tokens.next(i)) {
            if (tokens.is(i, "extends")) {
                from = i + 1;
            } else if (tokens.is(i, "implements")) {
                to = Math.min(to, i);
            }
        }
        return from < 0 || from >= to
                ? Optional.empty()
                : Optional.of(file.expression(new Span(tokens.start(from), tokens.start(to))));
    }

    private Optional<Home> answered(Located made) {
        return made.expression() instanceof Call call
                ? answered(call, made.scope())
                : code.symbols()
                        .find(made.expression(), made.scope())
                        .filter(Symbol.Type.class::isInstance)
                        .map(symbol -> (Symbol.Type) symbol)
                        .map(
                                type ->
                                        new Home(
                                                type.declaration(),
                                                Scope.of(type.file(), type.declaration())));
    }

    private Optional<Home> answered(Call call, Scope scope) {
        Optional<Symbol> symbol = code.symbols().find(call.function(), scope);
        if (symbol.isEmpty() || !(symbol.get() instanceof Symbol.Function function)) {
            return Optional.empty();
        }
        String returned = returned(function);
        List<TypeDeclaration> inside =
                function.file().types().stream()
                        .filter(type -> type.kind() == TypeKind.CLASS)
                        .filter(type -> function.member().body().contains(type.span()))
                        .filter(type -> answers(returned, type))
                        .toList();
        return inside.size() == 1
                ? Optional.of(new Home(inside.get(0), bound(function, inside.get(0), call, scope)))
                : Optional.empty();
    }

    private static String returned(Symbol.Function function) {
        List<Expression> results = Decorators.results(function, function.scope());
        return results.size() == 1 ? function.file().text(results.get(0).span()) : "";
    }

    private static boolean answers(String returned, TypeDeclaration type) {
        return returned.startsWith("class")
                || List.of(returned.split("\\W+", -1)).contains(type.simpleName());
    }

    /** In sight of the function's parameters, as far as the call gives them. */
    private static Scope bound(
            Symbol.Function function, TypeDeclaration inside, Call call, Scope scope) {
        Scope inner = Scope.of(function.file(), inside);
        List<Parameter> parameters = function.member().parameters();
        for (int i = 0; i < parameters.size(); i++) {
            Parameter parameter = parameters.get(i);
            Optional<Expression> given = Argument.at(call.arguments(), i);
            Expression otherwise = parameter.defaultValue();
            if (given.isPresent()) {
                inner = inner.with(parameter.name(), new Located(given.get(), scope));
            } else if (otherwise != null) {
                inner = inner.with(parameter.name(), new Located(otherwise, function.scope()));
            }
        }
        return inner;
    }
}
