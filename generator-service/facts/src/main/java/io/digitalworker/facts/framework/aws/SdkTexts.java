package io.digitalworker.facts.framework.aws;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.Located;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.code.Value;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Index;
import io.digitalworker.facts.syntax.Expression.Name;
import io.digitalworker.facts.syntax.Expression.Select;
import io.digitalworker.facts.syntax.Expression.Text;
import java.util.Optional;
import java.util.Set;

/** Names of tables, topics, buses and queues as calls give them. */
final class SdkTexts {
    private static final Set<String> GETTERS = Set.of("getenv", "get", "GetEnvironmentVariable");
    private static final Set<String> HOLDERS =
            Set.of("environ", "env", "os", "System", "Environment");
    private static final int LONGEST = 200;

    private final CodeBase code;
    private final Environment environment;

    SdkTexts(CodeBase code, Environment environment) {
        this.code = code;
        this.environment = environment;
    }

    /** A text, or the resource behind a variable of the environment, or that variable in braces. */
    Value name(Located located) {
        Located at = code.symbols().definition(located.expression(), located.scope());
        Optional<String> variable = variable(at.expression());
        if (variable.isPresent()) {
            String path = at.scope().file().path();
            return environment
                    .resource(variable.get(), path)
                    .map(resource -> new Value(resource, true, false))
                    .orElseGet(() -> new Value("{" + variable.get() + "}", false, false));
        }
        return code.values().first(located.expression(), located.scope());
    }

    /** {@code process.env.X}, {@code os.environ['X']}, {@code System.getenv("X")} and their likes. */
    static Optional<String> variable(Expression expression) {
        if (expression instanceof Expression.Binary either
                && Set.of("||", "??", "or").contains(either.operator())) {
            return variable(either.left());
        }
        if (expression instanceof Select select && lastName(select.target()).equals("env")) {
            return Optional.of(select.name());
        }
        if (expression instanceof Index index
                && Set.of("environ", "env").contains(lastName(index.target()))) {
            return index.arguments().stream()
                    .findFirst()
                    .flatMap(argument -> literal(argument.value()));
        }
        if (expression instanceof Call call && GETTERS.contains(call.name())) {
            Expression receiver = call.receiver();
            boolean holds = receiver == null || HOLDERS.contains(lastName(receiver));
            return holds
                    ? call.arguments().stream().findFirst().flatMap(a -> literal(a.value()))
                    : Optional.empty();
        }
        return Optional.empty();
    }

    private static Optional<String> literal(Expression expression) {
        return expression instanceof Text text ? Optional.of(text.value()) : Optional.empty();
    }

    static String lastName(Expression expression) {
        return expression instanceof Name name
                ? name.name()
                : expression instanceof Select select ? select.name() : "";
    }

    /** The text, else the expression as written, in one line. */
    String written(Located located) {
        Value value = code.values().first(located.expression(), located.scope());
        if (value.known()) {
            return cut(value.text());
        }
        Located at = code.symbols().definition(located.expression(), located.scope());
        return source(at.expression(), at.scope());
    }

    static String source(Expression expression, Scope scope) {
        return cut(scope.file().text(expression.span()));
    }

    private static String cut(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
    }
}
