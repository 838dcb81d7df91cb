package io.digitalworker.document.writing.figures;

import io.digitalworker.document.brief.Material;
import io.digitalworker.document.diagram.Diagram.Kind;
import io.digitalworker.document.diagram.Diagram.Node;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.ClaimClass;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.Lifecycle;
import io.digitalworker.facts.fact.Transition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import static io.digitalworker.document.writing.figures.Names.text;

/**
 * The states of a field and what leads from one to another. A state that is set whatever was before comes
 * from a box of its own, as the code does not say more.
 */
final class StateFigures {
    /** More states, or more ways between them, are a table and no picture. */
    private static final int STATES = 12;

    private static final int ARROWS = 24;

    /** So many members are named at an arrow. */
    private static final int CALLERS = 2;

    private static final String NEW = ":" + Node.START;
    private static final String ANY = ":" + Node.ANY_STATE;

    private final Lifecycle lifecycle;
    private final int callers;
    private final Sketch sketch = new Sketch();

    private record Ends(String from, String to) {}

    private StateFigures(Lifecycle lifecycle, int callers) {
        this.lifecycle = lifecycle;
        this.callers = callers;
    }

    /** Those of the fields that most of the features' code sets, none of a field that never changes. */
    static List<Block.Figure> of(Material material, int atMost) {
        List<Block.Figure> figures = new ArrayList<>();
        for (Lifecycle lifecycle : Transitions.changing(material)) {
            if (figures.size() < atMost) {
                figures.addAll(drawn(lifecycle, Transitions.of(material, lifecycle)));
            }
        }
        return figures;
    }

    /** With as many names at the arrows as the page has room for. */
    private static List<Block.Figure> drawn(Lifecycle lifecycle, List<Transition> transitions) {
        for (int callers = CALLERS; callers >= 0; callers--) {
            List<Block.Figure> figures = new StateFigures(lifecycle, callers).draw(transitions);
            if (!figures.isEmpty()) {
                return figures;
            }
        }
        return List.of();
    }

    private List<Block.Figure> draw(List<Transition> transitions) {
        Map<Ends, List<Transition>> arrows = new LinkedHashMap<>();
        for (Transition each : transitions) {
            String from =
                    each.kind().equals("initial") ? NEW : each.from().isEmpty() ? ANY : each.from();
            arrows.computeIfAbsent(new Ends(from, each.to()), any -> new ArrayList<>()).add(each);
        }
        if (lifecycle.states().size() > STATES || arrows.size() > ARROWS) {
            return List.of();
        }
        boxes(arrows.keySet());
        arrows.forEach(
                (ends, all) ->
                        sketch.arrow(
                                ends.from(),
                                ends.to(),
                                label(ends, all),
                                kind(all),
                                all.toArray(Transition[]::new)));
        if (!sketch.fits(Kind.STATES)) {
            return List.of();
        }
        Transition first = transitions.get(0);
        return sketch.figures(
                "states-" + lifecycle.entity().replaceAll("[^A-Za-z0-9-]", "-") + "-" + field(),
                Kind.STATES,
                text("How "),
                Names.named(first, lifecycle.field()),
                text(" of "),
                Names.named(first, lifecycle.entity()),
                text(" changes" + named() + dashed(transitions)));
    }

    private String named() {
        return callers == 0 ? "" : "; an arrow names the code that sets the state";
    }

    private static String kind(List<Transition> all) {
        return all.stream().allMatch(StateFigures::isHeuristic) ? "heuristic" : "leads to";
    }

    private static boolean isHeuristic(Transition each) {
        return each.confidence().compareTo(Confidence.HEURISTIC) >= 0;
    }

    private static String dashed(List<Transition> all) {
        boolean any = all.stream().anyMatch(StateFigures::isHeuristic);
        return any ? "; a dashed one is told from what the field may hold" : "";
    }

    private String field() {
        return lifecycle.field().replaceAll("[^A-Za-z0-9-]", "-");
    }

    private void boxes(Set<Ends> arrows) {
        Set<String> ends = new HashSet<>();
        arrows.forEach(each -> ends.addAll(List.of(each.from(), each.to())));
        if (ends.contains(NEW)) {
            sketch.box(NEW, plain("new"), Node.START, List.of());
        }
        if (ends.contains(ANY)) {
            sketch.box(ANY, plain("any state"), Node.ANY_STATE, List.of());
        }
        for (String state : lifecycle.states()) {
            if (ends.contains(state)) {
                sketch.box(state, Names.fact(lifecycle, state), "", List.of());
            }
        }
    }

    private static Sentence plain(String words) {
        return Sentence.of(ClaimClass.EXTRACTED, text(words));
    }

    /** Who does it; what is new says nothing of that where its class does. */
    private Sentence label(Ends ends, List<Transition> all) {
        List<Span> spans = new ArrayList<>();
        List<String> evidence = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Transition each : all) {
            if (seen.add(each.caller()) && seen.size() <= callers) {
                spans.add(text(spans.isEmpty() ? "" : ", "));
                spans.add(Names.named(each, each.caller()));
                evidence.add(each.evidence().id());
            }
        }
        if (seen.size() > callers) {
            spans.add(text(", …"));
        }
        return ends.from().equals(NEW) || callers == 0
                ? Sentence.of(ClaimClass.EXTRACTED)
                : new Sentence(spans, ClaimClass.EXTRACTED, evidence);
    }
}
