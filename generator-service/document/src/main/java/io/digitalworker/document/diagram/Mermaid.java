package io.digitalworker.document.diagram;

import io.digitalworker.document.diagram.Diagram.Edge;
import io.digitalworker.document.diagram.Diagram.Node;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Diagrams in the language of mermaid. */
final class Mermaid {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

    private final Diagram diagram;
    private final Map<String, String> ids = new HashMap<>();
    private final StringBuilder out = new StringBuilder();

    private Mermaid(Diagram diagram) {
        this.diagram = diagram;
        diagram.nodes().forEach(node -> ids.put(node.id(), "n" + (ids.size() + 1)));
    }

    static String of(Diagram diagram) {
        Mermaid mermaid = new Mermaid(diagram);
        mermaid.out.append("---\ntitle: ").append(DiagramText.state(diagram)).append("\n---\n");
        switch (diagram.kind()) {
            case SEQUENCE -> mermaid.sequence();
            case ENTITIES -> mermaid.entities();
            case STATES -> mermaid.states();
            case COMPONENTS, DEPLOYMENT -> mermaid.flowchart();
        }
        return mermaid.out.toString();
    }

    private static String words(Sentence sentence) {
        return words(sentence.shown());
    }

    private static String words(String text) {
        // words that mermaid looks for anywhere in a line before it reads the line
        return Escaped.of(text, c -> "#" + c + ";")
                .replace("style", "#115;tyle")
                .replace("classDef", "#99;lassDef");
    }

    private String id(String node) {
        return ids.getOrDefault(node, "n");
    }

    private void line(String text) {
        out.append("    ").append(text).append('\n');
    }

    private void flowchart() {
        out.append("flowchart LR\n");
        for (Node node : diagram.nodes()) {
            line(id(node.id()) + "[\"" + text(node) + "\"]");
        }
        for (Edge edge : diagram.edges()) {
            String arrow = edge.kind().equals("heuristic") ? " -.-> " : " --> ";
            String label =
                    edge.label().shown().isBlank() ? "" : "|\"" + words(edge.label()) + "\"| ";
            line(id(edge.from()) + arrow + label + id(edge.to()));
        }
    }

    private static String text(Node node) {
        StringBuilder text = new StringBuilder(words(node.label()));
        if (!node.role().isEmpty()) {
            text.insert(0, words(node.role()) + "<br/>");
        }
        node.rows().forEach(row -> text.append("<br/>").append(words(row)));
        return text.toString();
    }

    private void sequence() {
        out.append("sequenceDiagram\n");
        for (Node node : diagram.nodes()) {
            line("participant " + id(node.id()) + " as " + words(node.label()));
        }
        for (Edge edge : diagram.edges()) {
            String arrow = edge.kind().equals("returns") ? "-->>" : "->>";
            line(id(edge.from()) + arrow + id(edge.to()) + ": " + words(diagram.words(edge)));
        }
    }

    private void entities() {
        out.append("erDiagram\n");
        for (Node node : diagram.nodes()) {
            String name = id(node.id()) + "[\"" + words(node.label()) + "\"]";
            if (node.rows().isEmpty()) {
                line(name);
                continue;
            }
            line(name + " {");
            node.rows().forEach(row -> line("    " + attribute(row)));
            line("}");
        }
        for (Edge edge : diagram.edges()) {
            line(
                    id(edge.from())
                            + " "
                            + Cardinality.of(edge)
                            + " "
                            + id(edge.to())
                            + " : \""
                            + words(edge.label())
                            + "\"");
        }
    }

    /** Name and type as mermaid has them if they are plain, else as words. */
    private static String attribute(Sentence row) {
        List<String> names =
                row.spans().stream()
                        .filter(Span.Mention.class::isInstance)
                        .map(Span::shown)
                        .toList();
        boolean name = !names.isEmpty() && PLAIN.matcher(names.get(0)).matches();
        boolean type = name && names.size() > 1 && PLAIN.matcher(names.get(1)).matches();
        String words = "\"" + words(row) + "\"";
        if (type) {
            return names.get(1) + " " + names.get(0) + (isKey(row) ? " PK" : "");
        }
        return "field "
                + (name ? names.get(0) : "row")
                + (name && isKey(row) ? " PK " : " ")
                + words;
    }

    private static boolean isKey(Sentence row) {
        return row.spans().stream()
                .anyMatch(span -> span instanceof Span.Text && span.shown().contains("key"));
    }

    private void states() {
        out.append("stateDiagram-v2\n");
        for (Node node : diagram.nodes()) {
            if (node.role().equals(Node.START)) {
                ids.put(node.id(), "[*]");
            } else {
                line("state \"" + words(node.label()) + "\" as " + id(node.id()));
            }
        }
        for (Edge edge : diagram.edges()) {
            String words = diagram.words(edge);
            String label = words.isBlank() ? "" : " : " + words(words);
            line(id(edge.from()) + " --> " + id(edge.to()) + label);
        }
    }
}
