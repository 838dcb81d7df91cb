package io.digitalworker.document.diagram;

import io.digitalworker.document.diagram.Diagram.Edge;

/** The line between two entities, alike in both languages: crow's feet, dots for what is only likely. */
final class Cardinality {
    private Cardinality() {}

    static String of(Edge edge) {
        String words = edge.label().shown();
        String left = words.contains("many-to-") ? "}o" : "||";
        String right = words.contains("-to-many") ? "o{" : "||";
        return left + (edge.kind().equals("heuristic") ? ".." : "--") + right;
    }
}
