package io.digitalworker.facts.framework.aws;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Dialect;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Create;
import io.digitalworker.facts.syntax.Expression.Text;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A construct of the CDK: {@code new Table(this, 'Id', {…})}, {@code Table(self, "Id", …)}, {@code
 * Table.Builder.create(this, "Id")….build()}.
 *
 * @param kind the class without package, such as {@code Table}
 */
record Construct(String kind, String id, Given props, Expression place, Scope scope) {
    private static final int LONGEST_CHAIN = 200;

    static Optional<Construct> of(CodeBase code, Expression expression, Scope scope) {
        if (expression instanceof Create create) {
            String kind = Given.simple(create.type());
            return made(code, kind, create.arguments(), null, create, scope);
        }
        if (!(expression instanceof Call call)) {
            return Optional.empty();
        }
        if (scope.file().dialect() == Dialect.PYTHON) {
            return made(code, call.name(), call.arguments(), call, call, scope);
        }
        return call.name().equals("build") ? built(code, call, scope) : Optional.empty();
    }

    private static Optional<Construct> made(
            CodeBase code,
            String kind,
            List<Argument> arguments,
            @Nullable Expression props,
            Expression place,
            Scope scope) {
        boolean named = arguments.size() >= 2 && arguments.get(1).value() instanceof Text;
        Optional<String> id =
                arguments.size() >= 2
                        ? code.values().text(arguments.get(1).value(), scope)
                        : Optional.empty();
        if ((id.isEmpty() && !named) || kind.isEmpty() || Character.isLowerCase(kind.charAt(0))) {
            return Optional.empty();
        }
        Expression given =
                props != null ? props : arguments.size() > 2 ? arguments.get(2).value() : null;
        Given values = given == null ? Given.NOTHING : Given.of(code, given, scope);
        return Optional.of(new Construct(kind, id.orElse(""), values, place, scope));
    }

    private static Optional<Construct> built(CodeBase code, Call outer, Scope scope) {
        Expression at = outer;
        for (int i = 0; i < LONGEST_CHAIN && at instanceof Call call; i++) {
            boolean start = call.name().equals("create") && call.arguments().size() >= 2;
            if (start) {
                Given given = Given.of(code, outer, scope);
                return code.values()
                        .text(call.arguments().get(1).value(), scope)
                        .map(id -> new Construct(given.type(), id, given, outer, scope));
            }
            Expression receiver = call.receiver();
            if (receiver == null) {
                break;
            }
            at = receiver;
        }
        return Optional.empty();
    }
}
