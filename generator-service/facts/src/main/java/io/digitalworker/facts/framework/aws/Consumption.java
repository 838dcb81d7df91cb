package io.digitalworker.facts.framework.aws;

import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.Message;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.source.Evidence;

/** What functions take from queues, topics, streams and buses that a deployment names. */
final class Consumption {
    private Consumption() {}

    /**
     * Adds a message that is taken.
     *
     * @param function what is told of when only the deployment knows the message's name
     */
    static void add(
            String name,
            String channel,
            String handler,
            String function,
            String framework,
            Evidence place,
            Findings findings) {
        if (name.isEmpty() || name.matches("\\{[^{}]*}")) {
            String written = name.isEmpty() ? function : name;
            findings.unresolved("message", written, "only the deployment knows the name", place);
            return;
        }
        findings.add(
                new Message(
                        "consume",
                        name,
                        channel,
                        "",
                        handler,
                        framework,
                        Confidence.LITERAL,
                        place));
    }
}
