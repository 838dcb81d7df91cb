package io.digitalworker.facts.framework.python;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.source.Evidence;
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Call;
import java.util.Optional;
import java.util.Set;

/** Calls that send messages, connect handlers or add jobs. */
final class TaskCalls {
    static final Set<String> CALLS =
            Set.of(
                    "delay",
                    "apply_async",
                    "send_task",
                    "add_periodic_task",
                    "add_job",
                    "connect",
                    "send",
                    "send_and_wait",
                    "produce",
                    "basic_publish",
                    "basic_consume",
                    "send_message",
                    "publish",
                    "KafkaConsumer",
                    "AIOKafkaConsumer");
    private static final Set<String> SCHEDULERS = Set.of("apscheduler", "flask_apscheduler");
    private final CodeBase code;
    private final FoundTasks found;

    TaskCalls(CodeBase code, FoundTasks found) {
        this.code = code;
        this.found = found;
    }

    void called(Python.Called called) {
        Call call = called.call();
        CodeFile file = called.scope().file();
        Evidence evidence = file.evidence(call.span());
        Member around = called.scope().member();
        String by = around == null ? "" : around.qualifiedName();
        Expression receiver = call.receiver();
        String on = receiver == null ? "" : Python.last(Python.dotted(receiver));
        switch (call.name()) {
            case "delay", "apply_async" -> {
                if (found.tasks.contains(on)) {
                    found.message(
                            "publish", on, text(called, "queue", 99), "", by, "celery", evidence);
                }
            }
            case "send_task" -> named("publish", text(called, "name", 0), "celery", by, evidence);
            case "add_periodic_task", "add_job" -> job(called, evidence);
            case "connect" -> connect(called, on, evidence);
            case "send" -> sent(called, on, by, evidence);
            case "send_and_wait", "produce" ->
                    named("publish", text(called, "topic", 0), "kafka", by, evidence);
            case "KafkaConsumer", "AIOKafkaConsumer" ->
                    named("consume", text(called, "topics", 0), "kafka", by, evidence);
            case "basic_publish" -> {
                String key = text(called, "routing_key", 1);
                if (!key.isEmpty()) {
                    found.message(
                            "publish",
                            key,
                            text(called, "exchange", 0),
                            "",
                            by,
                            "rabbitmq",
                            evidence);
                }
            }
            case "basic_consume" ->
                    named("consume", text(called, "queue", 0), "rabbitmq", by, evidence);
            case "send_message" ->
                    named("publish", text(called, "QueueUrl", 99), "sqs", by, evidence);
            default -> named("publish", text(called, "TopicArn", 99), "sns", by, evidence);
        }
    }

    private void named(
            String direction, String name, String framework, String by, Evidence evidence) {
        if (!name.isEmpty()) {
            found.message(direction, name, name, "", by, framework, evidence);
        }
    }

    private String text(Python.Called called, String name, int position) {
        return Argument.of(called.call().arguments(), name, position)
                .map(e -> code.values().first(e, called.scope()).text())
                .orElse("");
    }

    private void sent(Python.Called called, String on, String by, Evidence evidence) {
        CodeFile file = called.scope().file();
        if (found.signals.contains(on)) {
            String sender =
                    Argument.named(called.call().arguments(), "sender")
                            .map(e -> Python.shown(e, file))
                            .orElse("");
            found.message("publish", on, "", sender, by, "django-signals", evidence);
        } else if (Python.imports(file, Set.of("kafka", "aiokafka")) || on.matches(".*producer")) {
            named("publish", text(called, "topic", 0), "kafka", by, evidence);
        }
    }

    private void connect(Python.Called called, String on, Evidence evidence) {
        boolean signal =
                found.signals.contains(on)
                        || on.matches("(pre|post)_(save|delete|init|migrate)|m2m_changed");
        Optional<Expression> handler = Argument.of(called.call().arguments(), "receiver", 0);
        CodeFile file = called.scope().file();
        if (signal && handler.isPresent()) {
            String sender =
                    Argument.named(called.call().arguments(), "sender")
                            .map(e -> Python.shown(e, file))
                            .orElse("");
            String to = Python.shown(handler.get(), file);
            found.message("consume", on, "", sender, to, "django-signals", evidence);
        }
    }

    private void job(Python.Called called, Evidence evidence) {
        Call call = called.call();
        CodeFile file = called.scope().file();
        boolean celery = call.name().equals("add_periodic_task");
        Optional<Expression> what =
                Argument.at(call.arguments(), celery ? 1 : 0)
                        .or(() -> Argument.named(call.arguments(), "func"));
        if (what.isEmpty() || (!celery && !usesScheduler())) {
            return;
        }
        Expression done =
                what.get() instanceof Call s && s.receiver() != null ? s.receiver() : what.get();
        String handler = done == null ? "" : Python.shown(done, file);
        String when =
                celery
                        ? Argument.at(call.arguments(), 0)
                                .map(e -> TaskSchedules.time(e, file))
                                .orElse("")
                        : TaskSchedules.written(call.arguments(), 1, file);
        String name = text(called, celery ? "name" : "id", 99);
        found.schedule(
                name.isEmpty() ? handler : name,
                when,
                handler,
                celery ? "celery" : "apscheduler",
                evidence);
    }

    private boolean usesScheduler() {
        return Python.uses(code, SCHEDULERS);
    }
}
