package io.digitalworker.document.diagram;

import io.digitalworker.document.diagram.Diagram.Edge;
import io.digitalworker.document.diagram.Diagram.Kind;
import io.digitalworker.document.diagram.Diagram.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Diagrams that are too large for a page at a legible size become several. */
public final class Splitting {
    /** More boxes than that nobody takes in at once. */
    private static final int BOXES = 24;

    /** So many arrows in a row that do not fit: the page is full. */
    private static final int TRIED = 8;

    private Splitting() {}

    /**
     * The diagram itself if it fits a page; else parts that do, as far as a single arrow with its two
     * boxes does. Each arrow is in one part, boxes may be in several. Parts have ids of their own.
     */
    public static List<Diagram> of(Diagram diagram) {
        if (fits(diagram)) {
            return List.of(diagram);
        }
        List<Diagram> parts = new ArrayList<>();
        List<Edge> open = ordered(diagram);
        Set<String> shown = new LinkedHashSet<>();
        while (!open.isEmpty()) {
            Diagram part = part(diagram, open, parts.size());
            part.nodes().forEach(node -> shown.add(node.id()));
            parts.add(part);
            open.removeAll(part.edges());
        }
        List<Node> lonely =
                diagram.nodes().stream().filter(node -> !shown.contains(node.id())).toList();
        for (Node node : lonely) {
            alone(diagram, node, parts);
        }
        return List.copyOf(parts);
    }

    /** Whether a diagram can stand on a page as it is. */
    public static boolean fits(Diagram diagram) {
        return diagram.nodes().size() <= BOXES && Drawing.of(diagram).fits();
    }

    /** As many arrows as fit, those first that lead to boxes that are already there. */
    private static Diagram part(Diagram whole, List<Edge> open, int number) {
        List<Edge> taken = new ArrayList<>(List.of(open.get(0)));
        Diagram part = with(whole, taken, number);
        int failed = 0;
        for (Edge edge : open.subList(1, open.size())) {
            List<Edge> more = new ArrayList<>(taken);
            more.add(edge);
            Diagram larger = with(whole, more, number);
            if (fits(larger)) {
                taken = more;
                part = larger;
            } else if (whole.kind() == Kind.SEQUENCE || ++failed == TRIED) {
                return part;
            }
        }
        return part;
    }

    private static Diagram with(Diagram whole, List<Edge> edges, int number) {
        Set<String> ends = new LinkedHashSet<>();
        edges.forEach(edge -> ends.addAll(List.of(edge.from(), edge.to())));
        List<Node> nodes = whole.nodes().stream().filter(n -> ends.contains(n.id())).toList();
        return new Diagram(id(whole, number), whole.kind(), whole.proposed(), nodes, edges);
    }

    private static String id(Diagram whole, int number) {
        return whole.id() + "-part-" + (number + 1);
    }

    /** A box without arrows goes to the last part while there is room. */
    private static void alone(Diagram whole, Node node, List<Diagram> parts) {
        if (!parts.isEmpty()) {
            Diagram last = parts.get(parts.size() - 1);
            List<Node> nodes = new ArrayList<>(last.nodes());
            nodes.add(node);
            Diagram larger =
                    new Diagram(last.id(), last.kind(), last.proposed(), nodes, last.edges());
            if (fits(larger)) {
                parts.set(parts.size() - 1, larger);
                return;
            }
        }
        parts.add(
                new Diagram(
                        id(whole, parts.size()),
                        whole.kind(),
                        whole.proposed(),
                        List.of(node),
                        List.of()));
    }

    /** Messages as they come; other arrows from neighbour to neighbour, so that what is near stays together. */
    private static List<Edge> ordered(Diagram diagram) {
        if (diagram.kind() == Kind.SEQUENCE) {
            return new ArrayList<>(diagram.edges());
        }
        Set<Edge> ordered = new LinkedHashSet<>();
        Set<String> seen = new LinkedHashSet<>();
        for (Node first : diagram.nodes()) {
            Deque<String> open = new ArrayDeque<>(List.of(first.id()));
            while (!open.isEmpty()) {
                String node = open.remove();
                if (seen.add(node)) {
                    follow(diagram, node, ordered, open);
                }
            }
        }
        return new ArrayList<>(ordered);
    }

    private static void follow(
            Diagram diagram, String node, Set<Edge> ordered, Deque<String> open) {
        for (Edge edge : diagram.edges()) {
            if (edge.from().equals(node) || edge.to().equals(node)) {
                ordered.add(edge);
                open.add(edge.from().equals(node) ? edge.to() : edge.from());
            }
        }
    }
}
