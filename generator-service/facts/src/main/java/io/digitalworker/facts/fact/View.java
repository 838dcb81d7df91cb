package io.digitalworker.facts.fact;

import io.digitalworker.facts.source.Evidence;
import java.util.List;

/**
 * A page, screen or component that a person sees.
 *
 * @param name path or name of the component
 * @param kind razor-page, razor-view, component, template
 * @param route where it is shown; empty if the code does not say
 * @param model type it shows; empty if the code does not say
 * @param fields that can be entered on it
 */
public record View(
        String name,
        String kind,
        String route,
        String model,
        List<String> fields,
        String framework,
        Confidence confidence,
        Evidence evidence)
        implements Fact {
    public View {
        fields = List.copyOf(fields);
    }
}
