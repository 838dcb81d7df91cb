package io.digitalworker.document.diagram;

import io.digitalworker.document.diagram.Diagram.Edge;
import io.digitalworker.document.diagram.Diagram.Node;
import io.digitalworker.document.prose.Sentence;
import java.util.HashMap;
import java.util.Map;

/** Diagrams in the language of PlantUML. */
final class PlantUml {
    private final Diagram diagram;
    private final Map<String, String> ids = new HashMap<>();
    private final StringBuilder out = new StringBuilder();

    private PlantUml(Diagram diagram) {
        this.diagram = diagram;
        diagram.nodes().forEach(node -> ids.put(node.id(), "n" + (ids.size() + 1)));
    }

    static String of(Diagram diagram) {
        PlantUml text = new PlantUml(diagram);
        text.line("@startuml");
        text.line("title " + DiagramText.state(diagram));
        switch (diagram.kind()) {
            case SEQUENCE -> text.declared("participant");
            case ENTITIES -> text.entities();
            case STATES -> text.states();
            case COMPONENTS, DEPLOYMENT -> text.rectangles();
        }
        diagram.edges().forEach(text::edge);
        text.line("@enduml");
        return text.out.toString();
    }

    private static String words(Sentence sentence) {
        return words(sentence.shown());
    }

    private static String words(String text) {
        return Escaped.of(text, c -> String.format("<U+%04X>", c));
    }

    private void line(String text) {
        out.append(text).append('\n');
    }

    private String id(String node) {
        return ids.getOrDefault(node, "n");
    }

    private void declared(String keyword) {
        for (Node node : diagram.nodes()) {
            line(keyword + " \"" + words(node.label()) + "\" as " + id(node.id()));
        }
    }

    private void states() {
        for (Node node : diagram.nodes()) {
            if (node.role().equals(Node.START)) {
                ids.put(node.id(), "[*]");
            } else {
                line("state \"" + words(node.label()) + "\" as " + id(node.id()));
            }
        }
    }

    private void entities() {
        line("hide circle");
        line("hide methods");
        for (Node node : diagram.nodes()) {
            line("entity \"" + words(node.label()) + "\" as " + id(node.id()) + " {");
            node.rows().forEach(row -> line("  {field} " + words(row)));
            line("}");
        }
    }

    private void rectangles() {
        line("left to right direction");
        for (Node node : diagram.nodes()) {
            line("rectangle \"" + text(node) + "\" as " + id(node.id()));
        }
    }

    private static String text(Node node) {
        StringBuilder text = new StringBuilder(words(node.label()));
        if (!node.role().isEmpty()) {
            text.insert(0, words(node.role()) + "\\n");
        }
        node.rows().forEach(row -> text.append("\\n").append(words(row)));
        return text.toString();
    }

    private void edge(Edge edge) {
        String shown = diagram.words(edge);
        String label = shown.isEmpty() ? "" : " : " + words(shown);
        line(id(edge.from()) + " " + arrow(edge) + " " + id(edge.to()) + label);
    }

    private String arrow(Edge edge) {
        return switch (diagram.kind()) {
            case SEQUENCE -> edge.kind().equals("returns") ? "-->" : "->";
            case ENTITIES -> Cardinality.of(edge);
            case STATES -> edge.kind().equals("heuristic") ? "-[dashed]->" : "-->";
            default -> edge.kind().equals("heuristic") ? "..>" : "-->";
        };
    }
}
