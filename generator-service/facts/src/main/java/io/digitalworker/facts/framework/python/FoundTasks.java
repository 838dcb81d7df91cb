package io.digitalworker.facts.framework.python;

import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.Message;
import io.digitalworker.facts.fact.Schedule;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.source.Evidence;
import java.util.LinkedHashSet;
import java.util.Set;

/** The messages and jobs that are found, with the names that later calls are known by. */
final class FoundTasks {
    final Set<String> tasks = new LinkedHashSet<>();
    final Set<String> signals = new LinkedHashSet<>();
    private final Findings findings;

    FoundTasks(Findings findings) {
        this.findings = findings;
    }

    void message(
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

    void schedule(String name, String when, String handler, String framework, Evidence evidence) {
        findings.add(new Schedule(name, when, handler, framework, Confidence.LITERAL, evidence));
    }
}
