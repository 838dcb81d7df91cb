package io.digitalworker.facts.framework.java;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.code.Value;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.Mark;
import io.digitalworker.facts.fact.Schedule;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.Framework;
import io.digitalworker.facts.syntax.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What annotations of methods say about when and how they run: Spring's, Quarkus' and Jakarta's
 * schedules; retries, timeouts, circuit breakers and locks of MicroProfile, Resilience4j and Spring.
 */
public final class JavaSchedules implements Framework {
    private static final List<String> TIMES =
            List.of(
                    "cron",
                    "every",
                    "fixedRate",
                    "fixedRateString",
                    "fixedDelay",
                    "fixedDelayString");
    private static final String[] SCHEDULERS = {
        "org.springframework.scheduling.", "io.quarkus.scheduler.", "io.micronaut.scheduling."
    };
    private static final Map<String, String> MARKS =
            Map.of(
                    "Retry", "retry",
                    "Retryable", "retry",
                    "RetryableTopic", "retry",
                    "CircuitBreaker", "circuit-breaker",
                    "Timeout", "timeout",
                    "TimeLimiter", "timeout",
                    "Lock", "lock",
                    "SchedulerLock", "lock");
    private static final String[] GUARDS = {
        "org.eclipse.microprofile.faulttolerance.",
        "io.github.resilience4j.",
        "org.springframework.retry.",
        "org.springframework.resilience.",
        "org.springframework.core.retry.",
        "org.springframework.kafka.annotation.",
        "org.springframework.data.jpa.repository.",
        "net.javacrumbs.shedlock.",
        "io.micronaut.retry.",
        "jakarta.ejb.",
        "javax.ejb."
    };

    @Override
    public void extract(CodeBase base, Findings findings) {
        String[] words = words();
        if (!JavaCode.holds(base, words)) {
            return;
        }
        JavaCode code = JavaCode.of(base);
        for (TypeDeclaration type : code.with(words)) {
            CodeFile file = code.fileOf(type);
            type.annotations().forEach(a -> mark(file, a, type.name(), findings));
            for (Member member : type.members()) {
                for (Annotation annotation : member.annotations()) {
                    mark(file, annotation, member.qualifiedName(), findings);
                    schedule(code, type, member, annotation, findings);
                }
            }
        }
    }

    private static String[] words() {
        List<String> words = new ArrayList<>(MARKS.keySet());
        words.addAll(List.of("Scheduled", "Schedule", "Schedules"));
        return words.toArray(String[]::new);
    }

    private static void mark(
            CodeFile file, Annotation annotation, String subject, Findings findings) {
        String kind = MARKS.get(annotation.simpleName());
        if (kind != null && JavaCode.isFrom(file, annotation.name(), GUARDS)) {
            findings.add(
                    new Mark(kind, subject, Confidence.LITERAL, file.evidence(annotation.span())));
        }
    }

    private static void schedule(
            JavaCode code,
            TypeDeclaration type,
            Member member,
            Annotation annotation,
            Findings findings) {
        CodeFile file = code.fileOf(type);
        boolean scheduled =
                annotation.is("Scheduled") && JavaCode.isFrom(file, annotation.name(), SCHEDULERS);
        boolean ejb =
                annotation.is("Schedule")
                        && JavaCode.isFrom(file, annotation.name(), "javax.ejb.", "jakarta.ejb.");
        if (!scheduled && !ejb) {
            return;
        }
        Scope scope = code.scope(type);
        Optional<Value> time = ejb ? Optional.empty() : time(code, annotation, scope);
        String written = ejb ? fields(code, annotation, scope) : "";
        if (time.isPresent() && !time.get().known()) {
            findings.unresolved(
                    "schedule",
                    member.qualifiedName() + ": " + time.get().text(),
                    "not a constant",
                    member.evidence());
        }
        boolean literal = ejb || time.map(Value::literal).orElse(true);
        findings.add(
                new Schedule(
                        member.name(),
                        time.filter(Value::known).map(Value::text).orElse(written),
                        member.qualifiedName(),
                        framework(file, annotation, ejb),
                        literal ? Confidence.LITERAL : Confidence.RESOLVED,
                        member.evidence()));
    }

    private static String framework(CodeFile file, Annotation annotation, boolean ejb) {
        if (ejb) {
            return "ejb";
        }
        return JavaCode.isFrom(file, annotation.name(), SCHEDULERS[0])
                ? "spring"
                : JavaCode.isFrom(file, annotation.name(), SCHEDULERS[1]) ? "quarkus" : "micronaut";
    }

    /** Cron as it stands; rates in milliseconds as {@code rate 5000 ms}. */
    private static Optional<Value> time(JavaCode code, Annotation annotation, Scope scope) {
        for (String name : TIMES) {
            Optional<Value> value = code.value(annotation, scope, name);
            if (value.isPresent()) {
                return value.map(v -> quarkus(code, v, scope)).map(v -> named(name, v, annotation));
            }
        }
        return Optional.empty();
    }

    /** Quarkus takes {@code {key}} for a setting. */
    private static Value quarkus(JavaCode code, Value value, Scope scope) {
        String text = value.text();
        boolean key = value.known() && text.startsWith("{") && text.endsWith("}");
        return key
                ? code.settings().fill(new Value("$" + text, true, false), scope.file().path())
                : value;
    }

    private static Value named(String element, Value value, Annotation annotation) {
        boolean rate = element.startsWith("fixed");
        if (!rate) {
            return value;
        }
        boolean unit = annotation.argument("timeUnit").isPresent();
        boolean number = value.text().replace("_", "").matches("\\d+[lL]?");
        String plain = number ? value.text().replaceAll("[_lL]", "") : value.text();
        String kind = element.startsWith("fixedRate") ? "rate " : "delay ";
        String text = kind + plain + (number && !unit ? " ms" : "");
        return new Value(text, value.known(), value.literal());
    }

    private static String fields(JavaCode code, Annotation annotation, Scope scope) {
        StringBuilder fields = new StringBuilder();
        for (String name :
                List.of("second", "minute", "hour", "dayOfMonth", "month", "dayOfWeek", "year")) {
            code.value(annotation, scope, name)
                    .ifPresent(
                            v ->
                                    fields.append(fields.isEmpty() ? "" : " ")
                                            .append(name)
                                            .append('=')
                                            .append(v.text()));
        }
        return fields.toString();
    }
}
