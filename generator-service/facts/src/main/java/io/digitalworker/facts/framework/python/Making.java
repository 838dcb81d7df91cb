package io.digitalworker.facts.framework.python;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.Located;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.code.Symbol;
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Binary;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Conditional;
import io.digitalworker.facts.syntax.Expression.Name;
import io.digitalworker.facts.syntax.Expression.Select;
import io.digitalworker.facts.syntax.Parameter;
import io.digitalworker.facts.syntax.Statement;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Follows names, branches and functions of the archive to the expression that makes a thing. */
record Making(CodeBase code) {
    private static final int MAX_STEPS = 8;

    /** Follows names, branches and functions of the archive to the expression that makes a thing. */
    Located of(Expression expression, Scope scope) {
        Located at = code.symbols().definition(expression, scope);
        for (int i = 0; i < MAX_STEPS; i++) {
            Located next = step(at);
            if (next == null) {
                return at;
            }
            at = code.symbols().definition(next.expression(), next.scope());
        }
        return at;
    }

    private @Nullable Located step(Located at) {
        if (at.expression() instanceof Select select
                && select.target() instanceof Name name
                && at.scope().bound().containsKey(name.name())) {
            Located turn = at.scope().bound().get(name.name());
            return new Located(
                    new Select(turn.expression(), select.name(), select.span()), turn.scope());
        }
        if (at.expression() instanceof Conditional branch) {
            return new Located(branch.then(), at.scope());
        }
        if (at.expression() instanceof Binary or && or.operator().equals("or")) {
            return new Located(or.left(), at.scope());
        }
        if (at.expression() instanceof Call call) {
            Optional<Symbol> symbol = code.symbols().find(call.function(), at.scope());
            if (symbol.isPresent() && symbol.get() instanceof Symbol.Function function) {
                Scope inner = bound(function, call, at.scope());
                return inner.locals().stream()
                        .filter(s -> s.kind() == Statement.Kind.RETURN)
                        .findFirst()
                        .map(s -> new Located(s.value(), inner))
                        .orElse(null);
            }
        }
        return null;
    }

    /** The body of a function where its parameters stand for what a call hands over. */
    private static Scope bound(Symbol.Function function, Call call, Scope scope) {
        List<Parameter> parameters = function.member().parameters();
        boolean self = !parameters.isEmpty() && parameters.get(0).name().matches("self|cls");
        Scope inner = function.scope();
        for (int i = self ? 1 : 0; i < parameters.size(); i++) {
            Parameter parameter = parameters.get(i);
            Optional<Expression> given =
                    Argument.of(call.arguments(), parameter.name(), self ? i - 1 : i);
            Expression value = given.orElse(parameter.defaultValue());
            if (value != null) {
                Scope of = given.isPresent() ? scope : Scope.of(function.file());
                inner = inner.with(parameter.name(), new Located(value, of));
            }
        }
        return inner;
    }
}
