package io.digitalworker.facts.fact;

import io.digitalworker.facts.source.Evidence;
import java.util.List;

/**
 * A field of an entity whose values are a closed set of states.
 *
 * @param field such as Status; of a number with a typed property beside it, that property
 * @param type the enumeration; empty where the field itself lists its values
 * @param states names of the constants, or the values themselves, in the order of the text
 * @param evidence where the states are listed
 */
public record Lifecycle(
        String entity,
        String field,
        String type,
        List<String> states,
        Confidence confidence,
        Evidence evidence)
        implements Fact {
    public Lifecycle {
        states = List.copyOf(states);
    }
}
