package io.digitalworker.document.active;

import io.digitalworker.document.diagram.Diagram;
import io.digitalworker.document.diagram.Diagram.Edge;
import io.digitalworker.document.diagram.Diagram.Kind;
import io.digitalworker.document.diagram.Diagram.Node;
import io.digitalworker.document.diagram.DiagramText;
import io.digitalworker.document.diagram.Drawing;
import io.digitalworker.document.diagram.Svg;
import io.digitalworker.document.prose.ClaimClass;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import io.digitalworker.document.rendering.RenderedFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Diagrams of every kind and form that are named by each payload, more of it than code can bring there. */
final class HostileFigures {
    private HostileFigures() {}

    static Map<String, RenderedFile> of(List<String> payloads) {
        Map<String, RenderedFile> files = new LinkedHashMap<>();
        for (Kind kind : Kind.values()) {
            for (int i = 0; i < payloads.size(); i++) {
                Diagram diagram = diagram(kind, payloads.get(i));
                String name = "figures/" + kind + "-" + i;
                String svg = Svg.of(Drawing.of(diagram), payloads.get(i));
                files.put(name + ".svg", file(name + ".svg", svg));
                for (String form : List.of("mermaid", "plantuml")) {
                    String block = "```" + form + "\n" + DiagramText.of(diagram, form) + "```\n";
                    String path = name + "-" + form + ".md";
                    files.put(path, file(path, block));
                }
            }
        }
        return files;
    }

    private static RenderedFile file(String name, String text) {
        return new RenderedFile(name, "text/plain", text.getBytes(UTF_8));
    }

    private static Diagram diagram(Kind kind, String payload) {
        Sentence label = Sentence.of(ClaimClass.PROPOSED, new Span.Quote("test", payload));
        boolean rows = kind == Kind.COMPONENTS || kind == Kind.ENTITIES;
        Node one = new Node("one", label, "class", rows ? List.of(label) : List.of());
        Node other = new Node("other", label, "class", List.of());
        Edge edge = new Edge("one", "other", label, "calls", List.of());
        return new Diagram("hostile", kind, true, List.of(one, other), List.of(edge));
    }
}
