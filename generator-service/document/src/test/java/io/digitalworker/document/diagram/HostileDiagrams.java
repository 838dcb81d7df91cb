package io.digitalworker.document.diagram;

import io.digitalworker.document.diagram.Diagram.Edge;
import io.digitalworker.document.diagram.Diagram.Kind;
import io.digitalworker.document.diagram.Diagram.Node;
import io.digitalworker.document.prose.ClaimClass;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import java.util.ArrayList;
import java.util.List;

/** Diagrams of every kind whose names are as real code has them, and worse. */
final class HostileDiagrams {
    static final List<String> NAMES =
            List.of(
                    "end",
                    "class",
                    "graph",
                    "subgraph",
                    "state",
                    "style",
                    "stylesheet: a#b;",
                    "classDef x fill:#f00;",
                    "click here",
                    "note left of a: b",
                    "IRepository<List<Map<String, ? extends Order>>>",
                    "GET /api/articles/{slug}/comments/{id}",
                    "a \"quoted\" name",
                    "'single' `backtick`",
                    "मोड्यूल",
                    "注文サービス",
                    "[list](http://example.org)",
                    "[[http://example.org]]",
                    "{ brace } | pipe || (paren)",
                    "a -> b",
                    "a -->> b : c",
                    "<script>alert(1)</script>",
                    "<b>bold</b> **bold** //italic// __under__ ~~struck~~ \"\"mono\"\"",
                    "!include /etc/passwd",
                    "@enduml",
                    "%% comment",
                    "%%{init: {'theme':'dark'}}%%",
                    "%version()",
                    "#quot;",
                    "&quot;&#35;",
                    "<U+0041>",
                    "back\\slash\\n",
                    "---",
                    "title: x",
                    "1. first",
                    "- item",
                    "$PATH $$ x^2 $$",
                    ":::cls",
                    "a;b;c",
                    "x@y.z",
                    "_leading__and_trailing_",
                    "as",
                    "loop",
                    "alt",
                    "participant",
                    "PK",
                    "o--o",
                    "😀",
                    "\uD800 half",
                    "tab\tand\nline",
                    " ",
                    "A" + "VeryLongName".repeat(40));

    private HostileDiagrams() {}

    static List<Diagram> all() {
        List<Diagram> all = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            for (String name : NAMES) {
                all.add(of(kind, List.of(name)));
            }
            all.add(of(kind, NAMES));
        }
        return all;
    }

    static Diagram of(Kind kind, List<String> names) {
        List<Node> nodes = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        nodes.add(new Node("end", text("start"), "", List.of()));
        for (int i = 0; i < names.size(); i++) {
            Sentence name = text(names.get(i));
            boolean rows = kind != Kind.SEQUENCE && kind != Kind.STATES;
            List<Sentence> fields = rows ? List.of(field(names.get(i)), name) : List.of();
            nodes.add(new Node("n" + i, name, "class", fields));
            edges.add(
                    new Edge("end", "n" + i, name, i % 2 == 0 ? "calls" : "heuristic", List.of()));
            edges.add(new Edge("n" + i, "n" + i, name, "returns", List.of()));
        }
        return new Diagram("hostile", kind, true, nodes, edges);
    }

    private static Sentence text(String words) {
        return Sentence.of(ClaimClass.PROPOSED, new Span.Quote("test", words));
    }

    private static Sentence field(String name) {
        return Sentence.of(
                ClaimClass.PROPOSED,
                new Span.Quote("test", name),
                new Span.Text(" : "),
                new Span.Quote("test", name),
                new Span.Text(" (key)"));
    }
}
