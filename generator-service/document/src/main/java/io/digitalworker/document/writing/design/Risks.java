package io.digitalworker.document.writing.design;

import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.writing.Cells;
import io.digitalworker.facts.fact.AccessPattern;
import io.digitalworker.facts.fact.Call;
import io.digitalworker.facts.fact.Contradiction;
import io.digitalworker.facts.fact.Endpoint;
import io.digitalworker.facts.fact.Entity;
import io.digitalworker.facts.fact.ExternalCall;
import io.digitalworker.facts.fact.Fact;
import io.digitalworker.facts.fact.Mark;
import io.digitalworker.facts.fact.Resource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** The rules by which risks are told from facts; each looks for what is there without its guard. */
final class Risks {
    private static final int SHOWN = 4;
    private static final Set<String> CHANGING = Set.of("POST", "PUT", "PATCH", "DELETE");
    private static final List<String> SEVERITIES = List.of("high", "medium", "low");
    private static final Set<String> GUARDS = Set.of("retry", "timeout", "circuit-breaker");
    static final Set<String> LOCKS =
            Set.of("row-version", "condition-expression", "lock", "idempotency-key");

    private final Scope scope;
    private final List<Risk> found = new ArrayList<>();

    private Risks(Scope scope) {
        this.scope = scope;
    }

    /** The gravest first. */
    static List<Risk> of(Scope scope) {
        Risks risks = new Risks(scope);
        risks.unchecked();
        risks.contradictions();
        risks.lostUpdates();
        risks.unguardedCalls();
        risks.queues();
        risks.functions();
        return risks.found.stream()
                .sorted(Comparator.comparing(risk -> SEVERITIES.indexOf(risk.severity())))
                .toList();
    }

    private <F extends Fact> void add(
            String rule,
            String title,
            String severity,
            String likelihood,
            String mitigation,
            List<F> facts,
            Function<F, String> name) {
        if (!facts.isEmpty()) {
            Sentence names = Cells.names(facts, name, SHOWN);
            found.add(new Risk(rule, title, severity, likelihood, mitigation, facts, names));
        }
    }

    private void unchecked() {
        add(
                "unchecked-caller",
                "Requests that change data declare no check of the caller",
                "high",
                "",
                "",
                scope.linked(Endpoint.class).stream()
                        .filter(each -> CHANGING.contains(each.method()))
                        .filter(each -> each.authorization().isEmpty())
                        .filter(each -> !Scope.holds(each.path(), DesignSecurity.SIGNING_IN))
                        .toList(),
                each -> each.method() + " " + each.path());
    }

    private void contradictions() {
        add(
                "contradiction",
                "Places in the code disagree",
                "medium",
                "certain: both places are there",
                "decide which place is right, and correct the other",
                scope.linked(Contradiction.class),
                Contradiction::statement);
    }

    private void lostUpdates() {
        List<String> locked =
                scope.linkedFirst(Mark.class).stream()
                        .filter(mark -> LOCKS.contains(mark.kind()))
                        .map(mark -> Scope.owner(mark.subject()))
                        .toList();
        Set<String> changed = new HashSet<>();
        scope.linked(Endpoint.class).stream()
                .filter(each -> CHANGING.contains(each.method()))
                .flatMap(each -> Flows.entities(scope, each.handler()).stream())
                .map(Call::to)
                .forEach(changed::add);
        add(
                "lost-update",
                "Entities that requests change carry no version or lock, so that the later of two"
                        + " writers wins",
                "medium",
                "",
                "",
                scope.linked(Entity.class).stream()
                        .filter(each -> changed.contains(each.name()))
                        .filter(each -> !locked.contains(each.name()))
                        .toList(),
                Entity::name);
        add(
                "unconditional-write",
                "Items are changed or removed without a condition",
                "medium",
                "",
                "",
                scope.linked(AccessPattern.class).stream()
                        .filter(each -> Scope.holds(each.operation(), "update", "delete"))
                        .filter(each -> each.condition().isEmpty())
                        .toList(),
                AccessPattern::caller);
    }

    private void unguardedCalls() {
        add(
                "unguarded-call",
                "Calls to other systems have neither retry, time limit nor circuit breaker in sight",
                "medium",
                "",
                "",
                scope.linkedFirst(ExternalCall.class).stream()
                        .filter(each -> guards(scope, each.caller()).isEmpty())
                        .toList(),
                ExternalCall::caller);
    }

    /** Marks of failure handling on a member or its type. */
    static List<Mark> guards(Scope scope, String member) {
        String owner = Scope.owner(member);
        return scope.linkedFirst(Mark.class).stream()
                .filter(mark -> GUARDS.contains(mark.kind()))
                .filter(
                        mark ->
                                mark.subject().equals(member)
                                        || mark.subject().equals(owner)
                                        || Scope.owner(mark.subject()).equals(owner))
                .toList();
    }

    private void queues() {
        List<Resource> queues = scope.resources("sqs::queue");
        Set<String> deadLetters = new HashSet<>();
        queues.forEach(queue -> deadLetters.addAll(queue.targets()));
        add(
                "no-dead-letter",
                "A queue passes what fails again and again to no dead-letter queue",
                "medium",
                "",
                "",
                queues.stream()
                        .filter(queue -> queue.targets().isEmpty())
                        .filter(queue -> !deadLetters.contains(queue.name()))
                        .toList(),
                Resource::name);
    }

    private void functions() {
        add(
                "default-timeout",
                "Functions run under the platform's default time limit",
                "low",
                "",
                "",
                scope.resources("::function").stream()
                        .filter(each -> Costs.setting(each, "timeout").isEmpty())
                        .toList(),
                Resource::name);
    }
}
