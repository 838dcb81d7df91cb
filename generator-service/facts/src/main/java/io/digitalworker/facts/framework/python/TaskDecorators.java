package io.digitalworker.facts.framework.python;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Located;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.Mark;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.syntax.Annotation;
import io.digitalworker.facts.syntax.Expression;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Functions that a decorator makes a task, a handler of a signal or a job. */
final class TaskDecorators {
    private static final Set<String> PACKAGES =
            Set.of("celery", "dramatiq", "huey", "django_rq", "rq", "procrastinate", "arq");
    private final Python python;
    private final CodeBase code;
    private final FoundTasks found;
    private final Findings findings;

    TaskDecorators(Python python, FoundTasks found, Findings findings) {
        this.python = python;
        this.code = python.code();
        this.found = found;
        this.findings = findings;
    }

    void decorated(CodeFile file, TypeDeclaration type, Member member, Annotation annotation) {
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
            found.schedule(
                    member.name(),
                    TaskSchedules.written(annotation.arguments(), 0, file),
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
        found.tasks.add(member.name());
        String payload =
                String.join(
                        ", ",
                        member.parameters().stream()
                                .map(p -> p.name())
                                .filter(p -> !p.equals("self"))
                                .toList());
        found.message(
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
        String sender = annotation.argument("sender").map(e -> Python.shown(e, file)).orElse("");
        if (signal.isPresent()) {
            List<Located> all = python.items(signal.get(), scope);
            for (Located each : all.isEmpty() ? List.of(new Located(signal.get(), scope)) : all) {
                String name = Python.shown(each.expression(), each.scope().file());
                found.message(
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
}
