package io.digitalworker.document.diagram;

import io.digitalworker.document.diagram.Diagram.Edge;
import io.digitalworker.document.diagram.Diagram.Node;
import java.util.HashMap;
import java.util.Map;

/** What points to what, line by line. */
final class PlainText {
    private PlainText() {}

    static String of(Diagram diagram) {
        StringBuilder out = new StringBuilder(DiagramText.state(diagram)).append('\n');
        Map<String, String> names = new HashMap<>();
        for (Node node : diagram.nodes()) {
            String name = TypeSetting.oneLine(node.label().shown());
            names.put(node.id(), name);
            out.append("- ").append(name);
            boolean plain = node.role().isEmpty() || diagram.kind() == Diagram.Kind.STATES;
            out.append(plain ? "" : " (" + node.role() + ")").append('\n');
            node.rows()
                    .forEach(
                            row ->
                                    out.append("  - ")
                                            .append(TypeSetting.oneLine(row.shown()))
                                            .append('\n'));
        }
        for (Edge edge : diagram.edges()) {
            out.append("- ").append(names.get(edge.from())).append(" -> ");
            out.append(names.get(edge.to()));
            String label = diagram.words(edge);
            out.append(label.isEmpty() ? "" : ": " + label).append('\n');
        }
        return out.toString();
    }
}
