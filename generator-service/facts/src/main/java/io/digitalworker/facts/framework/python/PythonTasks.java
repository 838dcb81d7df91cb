package io.digitalworker.facts.framework.python;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.Framework;
import io.digitalworker.facts.syntax.Dialect;
import io.digitalworker.facts.syntax.Expression.Call;
import java.util.List;

/**
 * What is done later or elsewhere: tasks of Celery, Dramatiq and Huey with their schedules, jobs of
 * APScheduler, signals of Django, messages of Kafka, RabbitMQ, SQS and SNS.
 */
public final class PythonTasks implements Framework {
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
            read(python, findings);
        }
    }

    private static void read(Python python, Findings findings) {
        CodeBase code = python.code();
        FoundTasks found = new FoundTasks(findings);
        TaskDecorators decorators = new TaskDecorators(python, found, findings);
        TaskCalls calls = new TaskCalls(code, found);
        TaskSchedules schedules = new TaskSchedules(code, found);
        List<CodeFile> files =
                code.files(Dialect.PYTHON).stream().filter(f -> !Python.isTest(f)).toList();
        for (CodeFile file : files) {
            for (TypeDeclaration type : file.types()) {
                for (Member member : type.members()) {
                    member.annotations().forEach(a -> decorators.decorated(file, type, member, a));
                }
            }
        }
        for (CodeFile file : python.files("Signal")) {
            file.topLevel().stream()
                    .filter(s -> s.value() instanceof Call c && c.name().equals("Signal"))
                    .forEach(s -> found.signals.add(s.name()));
        }
        for (CodeFile file :
                python.files(TaskCalls.CALLS.stream().sorted().toArray(String[]::new))) {
            for (Python.Called called : python.calls(file, TaskCalls.CALLS)) {
                calls.called(called);
            }
        }
        for (CodeFile file :
                python.files(TaskSchedules.LISTS.stream().sorted().toArray(String[]::new))) {
            python.bodies(file).forEach(schedules::schedules);
        }
    }
}
