package io.digitalworker.facts.framework.node;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Located;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.code.Value;
import io.digitalworker.facts.data.DataFile;
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Dialect;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Lambda;
import io.digitalworker.facts.syntax.Expression.Mapping;
import io.digitalworker.facts.syntax.Expression.Text;
import io.digitalworker.facts.syntax.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Settings of NestJS: {@code configService.get('app.prefix')} as the archive's factories set it. */
final class NestConfig {
    private static final Set<String> READS = Set.of("get", "getOrThrow");
    private static final int MAX_DEPTH = 6;

    private final CodeBase code;
    private final Map<String, Located> settings = new LinkedHashMap<>();

    NestConfig(CodeBase code) {
        this.code = code;
        for (CodeFile file : code.filesWith(Dialect.SCRIPT, "registerAs")) {
            ScriptWalk.over(file, (e, scope, caller) -> registered(e, scope));
        }
        for (CodeFile file : code.files(Dialect.SCRIPT)) {
            if (file.path().matches(".*(config|configuration)[^/]*\\.[jt]s$")
                    && !TestFiles.is(file.path())) {
                plain(file);
            }
        }
    }

    private void registered(Expression expression, Scope scope) {
        boolean registers =
                expression instanceof Call call
                        && call.name().equals("registerAs")
                        && call.arguments().size() > 1;
        if (registers
                && expression instanceof Call call
                && call.arguments().get(0).value() instanceof Text name) {
            Expression factory = call.arguments().get(1).value();
            enter(name.value() + ".", answered(factory, scope), scope, 0);
        }
    }

    /** A file whose main export answers an object. */
    private void plain(CodeFile file) {
        Scope scope = Scope.of(file);
        for (Statement statement : scope.locals()) {
            if (statement.kind() == Statement.Kind.EXPORT) {
                enter("", answered(statement.value(), scope), scope, 0);
            }
        }
    }

    private static @Nullable Expression answered(Expression factory, Scope scope) {
        if (!(factory instanceof Lambda lambda)) {
            return factory;
        }
        if (!lambda.block()) {
            return scope.file().expression(lambda.body());
        }
        return scope.file().statements(lambda.body()).stream()
                .filter(s -> s.kind() == Statement.Kind.RETURN)
                .map(Statement::value)
                .findFirst()
                .orElse(null);
    }

    private void enter(String prefix, @Nullable Expression object, Scope scope, int depth) {
        if (!(object instanceof Mapping mapping) || depth > MAX_DEPTH) {
            return;
        }
        for (Expression.Entry entry : mapping.entries()) {
            String key = entry.keyText();
            if (key != null) {
                settings.putIfAbsent(prefix + key, new Located(entry.value(), scope));
                enter(prefix + key + ".", entry.value(), scope, depth + 1);
            }
        }
    }

    /** The text of an expression, settings followed. */
    Value value(Expression expression, Scope scope) {
        Value plain = code.values().first(expression, scope);
        if (plain.known()) {
            return plain;
        }
        return setting(expression, scope).orElse(plain);
    }

    private Optional<Value> setting(Expression expression, Scope scope) {
        Located at = code.symbols().definition(expression, scope);
        if (at.expression() instanceof Call call && READS.contains(call.name())) {
            Optional<Expression> key = Argument.at(call.arguments(), 0);
            Optional<String> name = key.flatMap(k -> code.values().text(k, at.scope()));
            return name.flatMap(this::named);
        }
        if (at.expression() instanceof Call call && call.arguments().size() == 1) {
            Expression key = call.arguments().get(0).value();
            return key instanceof Text text && text.value().matches("[A-Z][A-Z0-9_]+")
                    ? environment(text.value())
                    : Optional.empty();
        }
        String written = at.scope().file().text(at.expression().span());
        return written.matches("process\\.env\\.\\w+|process\\.env\\[['\"]\\w+['\"]\\]")
                ? environment(written.replaceAll("process\\.env|\\W", ""))
                : Optional.empty();
    }

    private Optional<Value> named(String key) {
        Located set = settings.get(key);
        if (set != null) {
            Value value = code.values().first(set.expression(), set.scope());
            if (value.known()) {
                return Optional.of(new Value(value.text(), true, false));
            }
        }
        return environment(key);
    }

    private Optional<Value> environment(String key) {
        for (DataFile file : code.data().readNamed(".env*")) {
            String text = file.root().get(key).text("");
            if (text.matches("[\\w/.-]+")) {
                return Optional.of(new Value(text, true, false));
            }
        }
        return Optional.empty();
    }
}
