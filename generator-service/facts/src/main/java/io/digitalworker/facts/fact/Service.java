package io.digitalworker.facts.fact;

import io.digitalworker.facts.source.Evidence;
import java.util.List;

/**
 * A class that others get by injection, and what it is known as.
 *
 * @param name of the implementing class; empty when a factory makes it
 * @param contract the type it is asked for by; the class itself if there is no other
 * @param lifetime singleton, scoped, transient, or what the framework calls it
 * @param uses types that it gets injected
 */
public record Service(
        String name,
        String contract,
        String lifetime,
        String framework,
        List<String> uses,
        Confidence confidence,
        Evidence evidence)
        implements Fact {
    public Service {
        uses = List.copyOf(uses);
    }
}
