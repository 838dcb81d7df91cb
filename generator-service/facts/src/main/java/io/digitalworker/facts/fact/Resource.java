package io.digitalworker.facts.fact;

import io.digitalworker.facts.source.Evidence;
import java.util.List;
import java.util.SortedMap;

/**
 * Something declared to run or to be provided outside the code.
 *
 * @param name logical name
 * @param type such as AWS::Lambda::Function
 * @param settings such as memory, timeout, handler; values as written, none of them secret
 * @param targets names of the resources it sends to or reads from
 */
public record Resource(
        String name,
        String type,
        String framework,
        SortedMap<String, String> settings,
        List<String> targets,
        Confidence confidence,
        Evidence evidence)
        implements Fact {
    public Resource {
        targets = List.copyOf(targets);
    }
}
