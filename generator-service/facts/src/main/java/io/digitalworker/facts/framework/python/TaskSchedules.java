package io.digitalworker.facts.framework.python;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Located;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Mapping;
import io.digitalworker.facts.syntax.Expression.Numeral;
import io.digitalworker.facts.syntax.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** When tasks and jobs are run. */
final class TaskSchedules {
    static final Set<String> LISTS =
            Set.of("CELERY_BEAT_SCHEDULE", "CELERYBEAT_SCHEDULE", "beat_schedule");
    private final CodeBase code;
    private final FoundTasks found;

    TaskSchedules(CodeBase code, FoundTasks found) {
        this.code = code;
        this.found = found;
    }

    static String written(List<Argument> arguments, int from, CodeFile file) {
        List<String> parts = new ArrayList<>();
        for (Argument argument :
                arguments.subList(Math.min(from, arguments.size()), arguments.size())) {
            String name = argument.name();
            String value = file.text(argument.value().span()).replaceAll("\\s+", " ");
            boolean time =
                    name == null
                            || name.matches(
                                    "trigger|seconds|minutes|hours|days|weeks|second|minute|hour|day|week"
                                            + "|day_of_week|month|year");
            if (time) {
                parts.add(name == null ? value.replaceAll("[\"']", "") : name + "=" + value);
            }
        }
        return String.join(" ", parts);
    }

    static String time(Expression expression, CodeFile file) {
        return expression instanceof Numeral number
                ? number.digits() + "s"
                : file.text(expression.span()).replaceAll("\\s+", " ");
    }

    void schedules(Scope scope) {
        for (Statement statement : scope.locals()) {
            Expression target = statement.target();
            String name = target == null ? statement.name() : Python.last(Python.dotted(target));
            if (LISTS.contains(name)) {
                Located at = code.symbols().definition(statement.value(), scope);
                if (at.expression() instanceof Mapping mapping) {
                    mapping.entries().forEach(entry -> entry(entry, at.scope()));
                }
            }
        }
    }

    private void entry(Expression.Entry entry, Scope scope) {
        Expression key = entry.key();
        Located at = code.symbols().definition(entry.value(), scope);
        if (key == null || !(at.expression() instanceof Mapping of)) {
            return;
        }
        Expression task = of.get("task");
        Expression when = of.get("schedule");
        CodeFile file = at.scope().file();
        found.schedule(
                code.values().first(key, scope).text(),
                when == null ? "" : time(when, file),
                task == null ? "" : code.values().first(task, at.scope()).text(),
                "celery",
                file.evidence(at.expression().span()));
    }
}
