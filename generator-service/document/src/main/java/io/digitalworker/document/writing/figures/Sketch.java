package io.digitalworker.document.writing.figures;

import io.digitalworker.document.brief.FactNames;
import io.digitalworker.document.diagram.Diagram;
import io.digitalworker.document.diagram.Diagram.Edge;
import io.digitalworker.document.diagram.Diagram.Kind;
import io.digitalworker.document.diagram.Diagram.Node;
import io.digitalworker.document.diagram.Splitting;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.ClaimClass;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import io.digitalworker.facts.fact.Fact;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A diagram in the making: boxes by the name they stand for, arrows with the facts that say so. */
final class Sketch {
    private static final int FACTS = 4;
    private static final Sentence WORDLESS = Sentence.of(ClaimClass.EXTRACTED);

    /** An arrow in the making. */
    private static final class Arrow {
        final Set<String> facts = new LinkedHashSet<>();
        final Set<String> evidence = new LinkedHashSet<>();
        final Sentence label;
        final String kind;

        Arrow(Sentence label, String kind) {
            this.label = label;
            this.kind = kind;
        }
    }

    private record Ends(String from, String to, String words) {}

    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Map<Ends, Arrow> arrows = new LinkedHashMap<>();

    private boolean partial;

    /** Remembers that something was left out, for the caption. */
    void leaveOut() {
        partial = true;
    }

    boolean isPartial() {
        return partial;
    }

    boolean has(String name) {
        return nodes.containsKey(name);
    }

    int boxes() {
        return nodes.size();
    }

    int arrows() {
        return arrows.size();
    }

    boolean leads(String from, String to) {
        return arrows.keySet().stream().anyMatch(e -> e.from().equals(from) && e.to().equals(to));
    }

    Set<String> names() {
        return nodes.keySet();
    }

    /** Adds a box unless there is one of that name. */
    void box(String name, Sentence label, String role, List<Sentence> rows) {
        if (!nodes.containsKey(name)) {
            nodes.put(name, new Node("n" + (nodes.size() + 1), label, role, rows));
        }
    }

    void arrow(String from, String to, String kind, Fact... facts) {
        arrow(from, to, WORDLESS, kind, facts);
    }

    /** Adds an arrow, or the facts to the one that is there. */
    void arrow(String from, String to, Sentence label, String kind, Fact... facts) {
        Ends ends = new Ends(from, to, label.shown());
        Arrow arrow = arrows.computeIfAbsent(ends, any -> new Arrow(label, kind));
        for (Fact fact : facts) {
            arrow.facts.add(FactNames.id(fact));
            arrow.evidence.add(fact.evidence().id());
        }
    }

    /** Figures of it, several if it is too large for one; none without an arrow. */
    List<Block.Figure> figures(String id, Kind kind, Span... caption) {
        if (arrows.isEmpty()) {
            return List.of();
        }
        Diagram whole = diagram(id, kind);
        List<Block.Figure> figures = new ArrayList<>();
        for (Diagram part : Splitting.of(whole)) {
            List<Span> words = new ArrayList<>(List.of(caption));
            if (partial) {
                words.add(new Span.Text("; what is further off is left out"));
            }
            words.add(new Span.Text(figures.isEmpty() ? "." : ", continued."));
            figures.add(
                    new Block.Figure(
                            part, new Sentence(words, ClaimClass.EXTRACTED, evidence(part))));
        }
        return figures;
    }

    /** Whether all of it can stand on one page. */
    boolean fits(Kind kind) {
        return Splitting.fits(diagram("whole", kind));
    }

    private Diagram diagram(String id, Kind kind) {
        List<Edge> edges = new ArrayList<>();
        arrows.forEach((ends, arrow) -> edges.add(edge(ends, arrow)));
        return new Diagram(id, kind, false, boxes(edges), edges);
    }

    /** Without those that only what was left out leads to. */
    private List<Node> boxes(List<Edge> edges) {
        Set<String> ends = new LinkedHashSet<>();
        edges.forEach(edge -> ends.addAll(List.of(edge.from(), edge.to())));
        return nodes.values().stream().filter(n -> !partial || ends.contains(n.id())).toList();
    }

    private Edge edge(Ends ends, Arrow arrow) {
        return new Edge(
                id(ends.from()),
                id(ends.to()),
                arrow.label,
                arrow.kind,
                arrow.facts.stream().limit(FACTS).toList());
    }

    private String id(String name) {
        Node node = nodes.get(name);
        if (node == null) {
            throw new IllegalArgumentException("no box " + name);
        }
        return node.id();
    }

    /** The lines behind the first arrows. */
    private static List<String> evidence(Diagram part) {
        return part.edges().stream()
                .flatMap(edge -> edge.facts().stream())
                .map(fact -> fact.substring(fact.indexOf('@') + 1))
                .distinct()
                .limit(FACTS)
                .toList();
    }
}
