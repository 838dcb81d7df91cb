package io.digitalworker.facts.framework.python;

import io.digitalworker.facts.code.Value;
import io.digitalworker.facts.fact.Confidence;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How requests get somewhere: what stands before the path, and what must hold.
 *
 * @param paths at least one; those behind the first are chosen by configuration
 * @param authorization what callers must have
 * @param conditions under which it is there at all
 */
record Way(
        List<String> paths,
        Confidence confidence,
        List<String> authorization,
        List<String> conditions) {
    static final Way ROOT = new Way(List.of(""), Confidence.LITERAL, List.of(), List.of());

    private static final int MAX_PATHS = 8;
    private static final int MAX_LENGTH = 2_000;

    Way {
        paths = List.copyOf(paths);
        authorization = List.copyOf(authorization);
        conditions = List.copyOf(conditions);
    }

    /** The same with a further part, of which there may be several by configuration. */
    Way plus(List<Value> parts) {
        List<String> longer = new ArrayList<>();
        Confidence sure = confidence;
        for (Value part : parts) {
            sure = part.text().isEmpty() ? sure : sure.and(part.confidence());
            for (String path : paths) {
                String whole = path + part.text();
                if (longer.size() < MAX_PATHS && whole.length() < MAX_LENGTH) {
                    longer.add(whole);
                }
            }
        }
        return longer.isEmpty() ? this : new Way(longer, sure, authorization, conditions);
    }

    Way and(Confidence other) {
        return new Way(paths, confidence.and(other), authorization, conditions);
    }

    Way needing(List<String> more) {
        return new Way(paths, confidence, merged(authorization, more), conditions);
    }

    Way when(List<String> more) {
        return new Way(paths, confidence, authorization, merged(conditions, more));
    }

    static List<String> merged(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).distinct().toList();
    }
}
