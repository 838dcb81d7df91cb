package io.digitalworker.facts.framework.python;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Located;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.Mark;
import io.digitalworker.facts.fact.Message;
import io.digitalworker.facts.fact.Schedule;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.Framework;
import io.digitalworker.facts.source.Evidence;
import io.digitalworker.facts.syntax.Annotation;
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Dialect;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Mapping;
import io.digitalworker.facts.syntax.Expression.Numeral;
import io.digitalworker.facts.syntax.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is done later or elsewhere: tasks of Celery, Dramatiq and Huey with their schedules, jobs of
 * APScheduler, signals of Django, messages of Kafka, RabbitMQ, SQS and SNS.
 */
public final class PythonTasks implements Framework {
    private static final Set<String> PACKAGES =
            Set.of("celery", "dramatiq", "huey", "django_rq", "rq", "procrastinate", "arq");
    private static final Set<String> SCHEDULERS = Set.of("apscheduler", "flask_apscheduler");

    @Override
    public void extract(CodeBase code, Findings findings) {
        Python python = new Python(code);
        boolean any =
                !code.filesWith(
                                Dialect.PYTHON,
                                "celery",
                                "dramatiq",
                                "huey",
                                "django_rq",
                                "apscheduler",
                                "receiver",
                                "connect",
                                "repeat_every",
                                "send",
                                "basic_publish",
                                "send_message",
                                "publish",
                                "KafkaConsumer",
                                "Signal")
                        .isEmpty();
        if (any) {
            new Run(python, findings).all();
        }
    }

    /** The facts of one code base. */
    private static final class Run {
        private static final Set<String> LISTS =
                Set.of("CELERY_BEAT_SCHEDULE", "CELERYBEAT_SCHEDULE", "beat_schedule");
        private static final Set<String> CALLS =
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

        private final Python python;
        private final CodeBase code;
        private final Findings findings;
        private final Set<String> tasks = new LinkedHashSet<>();
        private final Set<String> signals = new LinkedHashSet<>();

        Run(Python python, Findings findings) {
            this.python = python;
            this.code = python.code();
            this.findings = findings;
        }

        void all() {
            List<CodeFile> files =
                    code.files(Dialect.PYTHON).stream().filter(f -> !Python.isTest(f)).toList();
            for (CodeFile file : files) {
                for (TypeDeclaration type : file.types()) {
                    for (Member member : type.members()) {
                        member.annotations().forEach(a -> decorated(file, type, member, a));
                    }
                }
            }
            for (CodeFile file : python.files("Signal")) {
                file.topLevel().stream()
                        .filter(s -> s.value() instanceof Call c && c.name().equals("Signal"))
                        .forEach(s -> signals.add(s.name()));
            }
            for (CodeFile file : python.files(CALLS.stream().sorted().toArray(String[]::new))) {
                for (Python.Called called : python.calls(file, CALLS)) {
                    called(called);
                }
            }
            for (CodeFile file : python.files(LISTS.stream().sorted().toArray(String[]::new))) {
                python.bodies(file).forEach(this::schedules);
            }
        }

        // ---- tasks and handlers

        private void decorated(
                CodeFile file, TypeDeclaration type, Member member, Annotation annotation) {
            Scope scope = Scope.of(file, type);
            String name = annotation.simpleName();
            boolean task =
                    name.matches("shared_task|periodic_task|db_task|db_periodic_task|actor")
                            || (name.matches("task|job") && annotation.name().contains("."))
                            || (name.matches("task|job") && Python.imports(file, PACKAGES));
            if (task) {
                task(file, member, annotation, scope);
            } else if (name.equals("receiver")) {
                receiver(file, member, annotation, scope);
            } else if (name.equals("scheduled_job") || name.equals("repeat_every")) {
                schedule(
                        member.name(),
                        written(annotation.arguments(), 0, file),
                        member.qualifiedName(),
                        name.equals("repeat_every") ? "fastapi" : "apscheduler",
                        member.evidence());
            }
        }

        private void task(CodeFile file, Member member, Annotation annotation, Scope scope) {
            String name =
                    annotation
                            .argument("name")
                            .or(() -> annotation.argument("actor_name"))
                            .flatMap(e -> code.values().text(e, scope))
                            .orElse(member.qualifiedName());
            String queue =
                    annotation
                            .argument("queue")
                            .or(() -> annotation.argument("queue_name"))
                            .flatMap(e -> code.values().text(e, scope))
                            .orElse("");
            tasks.add(member.name());
            String payload =
                    String.join(
                            ", ",
                            member.parameters().stream()
                                    .map(p -> p.name())
                                    .filter(p -> !p.equals("self"))
                                    .toList());
            message(
                    "consume",
                    name,
                    queue,
                    payload,
                    member.qualifiedName(),
                    library(file),
                    member.evidence());
            boolean retries =
                    annotation.arguments().stream()
                            .anyMatch(a -> a.named("autoretry_for") || a.named("max_retries"));
            if (retries) {
                findings.add(
                        new Mark(
                                "retry",
                                member.qualifiedName(),
                                Confidence.LITERAL,
                                member.evidence()));
            }
        }

        private static String library(CodeFile file) {
            for (String library : List.of("dramatiq", "huey", "django_rq", "rq")) {
                if (Python.imports(file, Set.of(library))) {
                    return library;
                }
            }
            return "celery";
        }

        private void receiver(CodeFile file, Member member, Annotation annotation, Scope scope) {
            Optional<Expression> signal = annotation.argument("signal", 0);
            String sender =
                    annotation.argument("sender").map(e -> Python.shown(e, file)).orElse("");
            if (signal.isPresent()) {
                List<Located> all = python.items(signal.get(), scope);
                for (Located each :
                        all.isEmpty() ? List.of(new Located(signal.get(), scope)) : all) {
                    String name = Python.shown(each.expression(), each.scope().file());
                    message(
                            "consume",
                            name,
                            "",
                            sender,
                            member.qualifiedName(),
                            "django-signals",
                            member.evidence());
                }
            }
        }

        private void message(
                String direction,
                String name,
                String channel,
                String payload,
                String handler,
                String framework,
                Evidence evidence) {
            findings.add(
                    new Message(
                            direction,
                            name,
                            channel,
                            payload,
                            handler,
                            framework,
                            Confidence.LITERAL,
                            evidence));
        }

        // ---- calls

        private void called(Python.Called called) {
            Call call = called.call();
            CodeFile file = called.scope().file();
            Evidence evidence = file.evidence(call.span());
            Member around = called.scope().member();
            String by = around == null ? "" : around.qualifiedName();
            Expression receiver = call.receiver();
            String on = receiver == null ? "" : Python.last(Python.dotted(receiver));
            switch (call.name()) {
                case "delay", "apply_async" -> {
                    if (tasks.contains(on)) {
                        message(
                                "publish",
                                on,
                                text(called, "queue", 99),
                                "",
                                by,
                                "celery",
                                evidence);
                    }
                }
                case "send_task" ->
                        named("publish", text(called, "name", 0), "celery", by, evidence);
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
                        message(
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
                message(direction, name, name, "", by, framework, evidence);
            }
        }

        private String text(Python.Called called, String name, int position) {
            return Argument.of(called.call().arguments(), name, position)
                    .map(e -> code.values().first(e, called.scope()).text())
                    .orElse("");
        }

        private void sent(Python.Called called, String on, String by, Evidence evidence) {
            CodeFile file = called.scope().file();
            if (signals.contains(on)) {
                String sender =
                        Argument.named(called.call().arguments(), "sender")
                                .map(e -> Python.shown(e, file))
                                .orElse("");
                message("publish", on, "", sender, by, "django-signals", evidence);
            } else if (Python.imports(file, Set.of("kafka", "aiokafka"))
                    || on.matches(".*producer")) {
                named("publish", text(called, "topic", 0), "kafka", by, evidence);
            }
        }

        private void connect(Python.Called called, String on, Evidence evidence) {
            boolean signal =
                    signals.contains(on)
                            || on.matches("(pre|post)_(save|delete|init|migrate)|m2m_changed");
            Optional<Expression> handler = Argument.of(called.call().arguments(), "receiver", 0);
            CodeFile file = called.scope().file();
            if (signal && handler.isPresent()) {
                String sender =
                        Argument.named(called.call().arguments(), "sender")
                                .map(e -> Python.shown(e, file))
                                .orElse("");
                String to = Python.shown(handler.get(), file);
                message("consume", on, "", sender, to, "django-signals", evidence);
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
                    what.get() instanceof Call s && s.receiver() != null
                            ? s.receiver()
                            : what.get();
            String handler = done == null ? "" : Python.shown(done, file);
            String when =
                    celery
                            ? Argument.at(call.arguments(), 0).map(e -> time(e, file)).orElse("")
                            : written(call.arguments(), 1, file);
            String name = text(called, celery ? "name" : "id", 99);
            schedule(
                    name.isEmpty() ? handler : name,
                    when,
                    handler,
                    celery ? "celery" : "apscheduler",
                    evidence);
        }

        private boolean usesScheduler() {
            return code.files(Dialect.PYTHON).stream().anyMatch(f -> Python.imports(f, SCHEDULERS));
        }

        // ---- schedules

        private void schedule(
                String name, String when, String handler, String framework, Evidence evidence) {
            findings.add(
                    new Schedule(name, when, handler, framework, Confidence.LITERAL, evidence));
        }

        private static String written(List<Argument> arguments, int from, CodeFile file) {
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

        private static String time(Expression expression, CodeFile file) {
            return expression instanceof Numeral number
                    ? number.digits() + "s"
                    : file.text(expression.span()).replaceAll("\\s+", " ");
        }

        private void schedules(Scope scope) {
            for (Statement statement : scope.locals()) {
                Expression target = statement.target();
                String name =
                        target == null ? statement.name() : Python.last(Python.dotted(target));
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
            schedule(
                    code.values().first(key, scope).text(),
                    when == null ? "" : time(when, file),
                    task == null ? "" : code.values().first(task, at.scope()).text(),
                    "celery",
                    file.evidence(at.expression().span()));
        }
    }
}
