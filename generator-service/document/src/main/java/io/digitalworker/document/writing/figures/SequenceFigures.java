package io.digitalworker.document.writing.figures;

import io.digitalworker.document.brief.FeatureEvidence;
import io.digitalworker.document.brief.FeatureStatus;
import io.digitalworker.document.brief.Material;
import io.digitalworker.document.diagram.Diagram;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.MentionKind;
import io.digitalworker.document.prose.Span;
import io.digitalworker.facts.fact.Endpoint;
import io.digitalworker.facts.fact.Fact;
import io.digitalworker.facts.fact.Message;
import io.digitalworker.facts.fact.Schedule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import static io.digitalworker.document.writing.figures.Names.text;

/** The main use cases as sequences: in turn one for each feature, what is nearest to it first. */
final class SequenceFigures {
    /** Less than that a sentence says better. */
    private static final int MESSAGES = 3;

    private static final int TRIED = 12;
    private static final int FEWEST = 4;

    private final Material material;
    private final Steps steps;
    private final Set<String> drawn = new HashSet<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    private SequenceFigures(Material material) {
        this.material = material;
        this.steps = new Steps(new Names(material));
    }

    static List<Block.Figure> of(Material material, int atMost) {
        SequenceFigures figures = new SequenceFigures(material);
        List<Block.Figure> all = new ArrayList<>();
        int sequences = 0;
        boolean more = true;
        while (more && sequences < atMost) {
            more = false;
            for (FeatureEvidence feature : material.features()) {
                List<Block.Figure> next = sequences < atMost ? figures.next(feature) : List.of();
                if (!next.isEmpty()) {
                    all.addAll(next);
                    sequences++;
                    more = true;
                }
            }
        }
        return List.copyOf(all);
    }

    /** The next sequence of a feature; none when it has no more. */
    private List<Block.Figure> next(FeatureEvidence feature) {
        if (feature.status() == FeatureStatus.NO_EVIDENCE) {
            return List.of();
        }
        int tried = 0;
        for (Fact start : starts(feature.feature().id())) {
            if (tried++ < TRIED && drawn.add(key(start))) {
                List<Block.Figure> figures = figures(feature, start);
                if (!figures.isEmpty()) {
                    return figures;
                }
            }
        }
        return List.of();
    }

    /** What sets something going: requests first, those that change something before those that ask. */
    private List<Fact> starts(String feature) {
        List<Fact> starts = new ArrayList<>();
        List<Endpoint> endpoints = material.linked(feature).all(Endpoint.class);
        endpoints.stream().limit(TRIED).filter(e -> !asks(e)).forEach(starts::add);
        material.linked(feature).all(Message.class).stream()
                .filter(message -> message.direction().equals("consume"))
                .forEach(starts::add);
        starts.addAll(material.linked(feature).all(Schedule.class));
        endpoints.stream().limit(TRIED).filter(SequenceFigures::asks).forEach(starts::add);
        return starts;
    }

    private static boolean asks(Endpoint endpoint) {
        return endpoint.method().equals("GET") || endpoint.method().equals("HEAD");
    }

    private static String key(Fact start) {
        if (start instanceof Endpoint endpoint && !endpoint.handler().isEmpty()) {
            return endpoint.handler();
        }
        return start.evidence().id();
    }

    /** With fewer lifelines rather than over several pages, as long as enough are left. */
    private List<Block.Figure> figures(FeatureEvidence feature, Fact start) {
        Sketch sketch = steps.from(start, Steps.LIFELINES);
        if (sketch.arrows() < MESSAGES) {
            return List.of();
        }
        String id = feature.feature().id().replaceAll("[^A-Za-z0-9-]", "-");
        String name = "sequence-" + id + "-" + numbers.merge(id, 1, Integer::sum);
        for (int fewer = Steps.LIFELINES - 1; fewer >= FEWEST; fewer--) {
            if (!sketch.fits(Diagram.Kind.SEQUENCE)) {
                sketch = steps.from(start, fewer);
            }
        }
        return figures(name, feature, start, sketch);
    }

    private static List<Block.Figure> figures(
            String name, FeatureEvidence feature, Fact start, Sketch sketch) {
        String requirement = feature.requirement();
        List<Span> caption = new ArrayList<>();
        caption.add(text("Steps behind "));
        caption.add(Names.named(start, Steps.shown(start)));
        String handler = Steps.handler(start);
        if (!handler.isEmpty() && !handler.equals(Steps.shown(start))) {
            caption.add(text(", from "));
            caption.add(Names.named(start, handler));
        }
        caption.add(text(", for "));
        caption.add(new Span.Mention(MentionKind.REQUIREMENT, requirement, requirement));
        return sketch.figures(name, Diagram.Kind.SEQUENCE, caption.toArray(Span[]::new));
    }
}
