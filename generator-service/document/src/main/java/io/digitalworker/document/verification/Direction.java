package io.digitalworker.document.verification;

import io.digitalworker.facts.fact.AccessPattern;
import io.digitalworker.facts.fact.Call;
import io.digitalworker.facts.fact.Endpoint;
import io.digitalworker.facts.fact.ExternalCall;
import io.digitalworker.facts.fact.Fact;
import io.digitalworker.facts.fact.Message;
import io.digitalworker.facts.fact.Service;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who does something, and to whom: of two names of one fact, the verb between them tells which. Words
 * that it does not know tell nothing.
 *
 * @param agent who does it
 * @param patients to whom
 * @param does what stands between the agent and a patient
 */
record Direction(String agent, List<String> patients, Pattern does) {
    private static final Pattern PASSIVE =
            Pattern.compile(
                    "\\b(?:\\w+ed|\\w+en|kept|sent|made|found|read|built|held|run|met)\\s+"
                            + "(?:\\w+ )?(?:by|from)\\b");
    private static final Pattern CALLS =
            Pattern.compile("\\b(?:calls?|leads? to|uses?|invokes?|goes on to|asks?)\\b");
    private static final Pattern ANSWERS =
            Pattern.compile("\\b(?:answers?|handles?|serves?|takes? care of)\\b");
    private static final Pattern TELLS =
            Pattern.compile("\\b(?:publish(?:es)?|sends?|raises?|consumes?|receives?|handles?)\\b");
    private static final Pattern STORES =
            Pattern.compile("\\b(?:reads?|writes?|stores?|queries|deletes?|updates?)\\b");
    private static final Pattern KEEPS =
            Pattern.compile("\\b(?:implements?|stands? for|fulfils?|uses?|needs?|depends? on)\\b");

    /** What the fact says of its names; null if it has no direction. */
    private static @Nullable Direction of(Fact fact) {
        if (fact instanceof Call call) {
            return new Direction(call.from(), List.of(call.to()), CALLS);
        } else if (fact instanceof Endpoint endpoint) {
            String address = endpoint.method() + " " + endpoint.path();
            return new Direction(endpoint.handler(), List.of(address, endpoint.path()), ANSWERS);
        } else if (fact instanceof Message message) {
            List<String> sent = List.of(message.name(), message.channel());
            return new Direction(message.handler(), sent, TELLS);
        } else if (fact instanceof AccessPattern access) {
            return new Direction(access.caller(), List.of(access.store()), STORES);
        } else if (fact instanceof ExternalCall external) {
            return new Direction(external.caller(), List.of(external.url()), CALLS);
        } else if (fact instanceof Service service) {
            return new Direction(service.name(), List.of(service.contract()), KEEPS);
        }
        return null;
    }

    /** Whether the words turn round what the fact says of the two names. */
    static boolean reversed(Fact fact, String left, String words, String right) {
        Direction said = of(fact);
        if (said == null || said.patients.contains(said.agent)) {
            return false;
        }
        if (PASSIVE.matcher(words).find()) {
            return said.agent.equals(left) && said.patients.contains(right);
        }
        return said.does.matcher(words).find()
                && said.agent.equals(right)
                && said.patients.contains(left);
    }
}
