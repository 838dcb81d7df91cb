package io.digitalworker.facts.framework.nopcommerce;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Located;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.Schedule;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.Framework;
import io.digitalworker.facts.framework.dotnet.Bodies;
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Dialect;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Binary;
import io.digitalworker.facts.syntax.Expression.Create;
import io.digitalworker.facts.syntax.Expression.Numeral;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Schedule tasks: the rows that installations and migrations put into the table, with their period, and
 * the classes that implement {@code IScheduleTask} without such a row (period not known).
 */
public final class NopTasks implements Framework {
    private static final int MAX_STEPS = 12;

    @Override
    public void extract(CodeBase code, Findings findings) {
        Set<String> scheduled = new HashSet<>();
        for (CodeFile file : code.filesWith(Dialect.CSHARP, "ScheduleTask")) {
            if (file.mayHold("Seconds") && Nop.uses(file)) {
                Bodies.walk(
                        file,
                        (expression, scope, conditions) -> {
                            if (expression instanceof Create create) {
                                row(code, create, scope, scheduled, findings);
                            }
                        });
            }
        }
        for (TypeDeclaration type : Nop.classesOn(code, "IScheduleTask")) {
            boolean open = !scheduled.contains(type.simpleName()) && !Nop.test(type.evidence());
            if (open && Nop.uses(code.fileOf(type))) {
                findings.add(
                        new Schedule(
                                type.simpleName(),
                                "",
                                type.simpleName(),
                                Nop.FRAMEWORK,
                                Confidence.CONVENTION,
                                type.evidence()));
            }
        }
    }

    private static void row(
            CodeBase code, Create create, Scope scope, Set<String> scheduled, Findings findings) {
        Optional<Expression> seconds = Argument.named(create.initializer(), "Seconds");
        Optional<Expression> type = Argument.named(create.initializer(), "Type");
        boolean task = create.type().isEmpty() || create.type().endsWith("ScheduleTask");
        if (!task || seconds.isEmpty() || type.isEmpty()) {
            return;
        }
        if (Nop.test(scope.file().evidence(create.span()))) {
            return;
        }
        String handler = handler(code, type.get(), scope);
        if (handler.contains("{")) {
            findings.unresolved(
                    "schedule",
                    scope.file().text(type.get().span()),
                    "not a constant",
                    scope.file().evidence(create.span()));
            return;
        }
        BigDecimal period = number(code, seconds.get(), scope, MAX_STEPS);
        String name =
                Argument.named(create.initializer(), "Name")
                        .flatMap(value -> code.values().text(value, scope))
                        .orElse(handler);
        String written = scope.file().text(seconds.get().span()).replaceAll("\\s+", " ");
        scheduled.add(handler);
        findings.add(
                new Schedule(
                        name,
                        period == null ? written : period.toPlainString() + "s",
                        handler,
                        Nop.FRAMEWORK,
                        seconds.get() instanceof Numeral ? Confidence.LITERAL : Confidence.RESOLVED,
                        scope.file().evidence(create.span())));
    }

    /** The class in {@code "Some.Namespace.SendTask, Assembly"}, {@code typeof(SendTask).FullName}. */
    private static String handler(CodeBase code, Expression type, Scope scope) {
        Located definition = code.symbols().definition(type, scope);
        String[] found = {""};
        definition
                .expression()
                .walk(
                        each -> {
                            String name = Nop.typeOf(each);
                            found[0] = name.isEmpty() ? found[0] : name;
                        });
        if (!found[0].isEmpty()) {
            return found[0];
        }
        String text = code.values().first(type, scope).text();
        int comma = text.indexOf(',');
        String full = (comma < 0 ? text : text.substring(0, comma)).strip();
        return full.substring(full.lastIndexOf('.') + 1);
    }

    /** The number that an expression stands for; null if it is not known. */
    private static @Nullable BigDecimal number(
            CodeBase code, Expression expression, Scope scope, int steps) {
        if (steps <= 0) {
            return null;
        }
        Located at = code.symbols().definition(expression, scope);
        if (at.expression() instanceof Numeral numeral) {
            String digits = numeral.digits().replace("_", "").replaceAll("[a-zA-Z]+$", "");
            return digits.matches("\\d{1,15}(\\.\\d{1,9})?") ? new BigDecimal(digits) : null;
        }
        if (at.expression() instanceof Binary binary) {
            BigDecimal left = number(code, binary.left(), at.scope(), steps - 1);
            BigDecimal right = number(code, binary.right(), at.scope(), steps - 1);
            if (left == null || right == null) {
                return null;
            }
            return switch (binary.operator()) {
                case "*" -> left.multiply(right);
                case "+" -> left.add(right);
                case "-" -> left.subtract(right);
                default -> null;
            };
        }
        return null;
    }
}
