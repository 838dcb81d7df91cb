package io.digitalworker.facts.framework.node;

import io.digitalworker.facts.code.Value;
import io.digitalworker.facts.fact.Schedule;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Create;
import io.digitalworker.facts.syntax.Expression.Lambda;
import io.digitalworker.facts.syntax.Expression.Name;
import io.digitalworker.facts.syntax.Expression.Select;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Jobs of node-cron, croner, node-schedule and cron. */
record TimedJobs(ScriptSite site, Findings findings) {
    void schedule(Call call) {
        boolean cron = call.name().equals("schedule") && site.imports("node-cron|croner");
        boolean jobs = call.name().equals("scheduleJob") && site.imports("node-schedule");
        if ((cron || jobs) && call.arguments().size() > 1) {
            Expression first = ScriptSite.argument(call, 0).orElse(call);
            boolean named = jobs && call.arguments().size() > 2;
            Expression time = named ? ScriptSite.argument(call, 1).orElse(first) : first;
            scheduled(
                    time,
                    call,
                    ScriptSite.argument(call, named ? 2 : 1).orElse(null),
                    cron ? "node-cron" : "node-schedule");
        }
    }

    /** {@code new CronJob('0 * * * *', f)}. */
    void created(Create create) {
        if (create.type().equals("CronJob") && site.imports("cron")) {
            Expression time = create.arguments().get(0).value();
            scheduled(time, create, Argument.at(create.arguments(), 1).orElse(null), "cron");
        }
    }

    private void scheduled(
            Expression time, Expression at, @Nullable Expression task, String framework) {
        boolean named = task instanceof Name || task instanceof Select;
        String handler =
                named && task != null ? site.scope().file().text(task.span()) : site.caller();
        String name = named && task != null ? Decorators.name(task) : inner(task);
        Value value = site.code().values().first(time, site.scope());
        if (!value.known()) {
            findings.unresolved(
                    "schedule",
                    site.scope().file().text(time.span()),
                    "the time is not a constant",
                    site.evidence(at));
        }
        findings.add(
                new Schedule(
                        name.isEmpty() ? handler : name,
                        value.known() ? value.text() : "",
                        handler,
                        framework,
                        value.confidence(),
                        site.evidence(at)));
    }

    /** What a lambda calls first. */
    private String inner(@Nullable Expression task) {
        if (!(task instanceof Lambda lambda)) {
            return "";
        }
        String body = site.scope().file().text(lambda.body());
        Matcher call =
                Pattern.compile("([\\w.]+)\\(")
                        .matcher(body.substring(0, Math.min(body.length(), 500)));
        return call.find() && !call.group(1).startsWith("console")
                ? call.group(1).replaceFirst("^.*\\.", "")
                : "";
    }
}
