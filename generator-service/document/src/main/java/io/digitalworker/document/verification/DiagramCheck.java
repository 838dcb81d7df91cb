package io.digitalworker.document.verification;

import io.digitalworker.document.brief.Material;
import io.digitalworker.document.diagram.Diagram;
import io.digitalworker.document.diagram.Diagram.Edge;
import io.digitalworker.document.diagram.Diagram.Node;
import io.digitalworker.document.diagram.DiagramText;
import io.digitalworker.document.diagram.Ties;
import io.digitalworker.document.prose.Span;
import io.digitalworker.facts.fact.Fact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Checks a diagram: of one that shows what is there, the facts of each edge lead from its one end to the
 * other; and its text keeps to the few forms of line that its language has.
 */
public final class DiagramCheck {
    private static final String NAME = "\"[^\"\\n]+\"";
    private static final Pattern MERMAID =
            lines(
                    "---",
                    "title: (current|proposed)",
                    "flowchart LR|sequenceDiagram|erDiagram|stateDiagram-v2",
                    " +\\}",
                    " +n\\d+\\[" + NAME + "\\]( \\{)?",
                    " +n\\d+ (-->|-\\.->) (\\|" + NAME + "\\| )?n\\d+",
                    " +(n\\d+|\\[\\*\\]) --> n\\d+( : [^:\\n]+)?",
                    " +participant n\\d+ as [^:\\n]+",
                    " +n\\d+-?->>n\\d+: [^:\\n]+",
                    " +state " + NAME + " as n\\d+",
                    " +\\w+ \\w+( PK)?( " + NAME + ")?",
                    " +n\\d+ (\\|\\||\\}o)(--|\\.\\.)(\\|\\||o\\{) n\\d+ : " + NAME);
    private static final Pattern PLANT_UML =
            lines(
                    "@startuml|@enduml|\\}|hide (circle|methods)|left to right direction",
                    "title (current|proposed)",
                    "(participant|state|rectangle|entity) " + NAME + " as n\\d+( \\{)?",
                    "  \\{field\\} [^\\n]+",
                    "(n\\d+|\\[\\*\\]) (-->?|-\\[dashed\\]->|\\.\\.>|(\\|\\||\\}o)(--|\\.\\.)(\\|\\||o\\{)) n\\d+( : [^\\n]+)?",
                    "n\\d+ -> n\\d+( : [^\\n]+)?");

    private final Material material;
    private final Ties ties;

    public DiagramCheck(Material material) {
        this.material = material;
        this.ties = new Ties(material.facts());
    }

    private static Pattern lines(String... forms) {
        return Pattern.compile("(?:(?:" + String.join("|", forms) + ")\\n)+");
    }

    /** The rules that the diagram of a section breaks; empty if none. */
    public List<Fault> faults(String section, Diagram diagram) {
        List<Fault> faults = new ArrayList<>();
        Map<String, Node> nodes = new HashMap<>();
        diagram.nodes().forEach(node -> nodes.put(node.id(), node));
        for (Edge edge : diagram.edges()) {
            boolean states = diagram.kind() == Diagram.Kind.STATES;
            if (!diagram.proposed() && !borneOut(edge, nodes, states)) {
                faults.add(
                        new Fault(section, "edge-without-fact", "in the diagram " + diagram.id()));
            }
        }
        if (!MERMAID.matcher(DiagramText.of(diagram, "mermaid")).matches()
                || !PLANT_UML.matcher(DiagramText.of(diagram, "plantuml")).matches()) {
            faults.add(new Fault(section, "diagram-syntax", "in the diagram " + diagram.id()));
        }
        return faults;
    }

    private boolean borneOut(Edge edge, Map<String, Node> nodes, boolean states) {
        List<Fact> facts = new ArrayList<>();
        for (String id : edge.facts()) {
            List<Fact> known = material.factsOf(id);
            if (known.isEmpty()) {
                return false;
            }
            facts.addAll(known);
        }
        return states
                ? ties.lead(facts, states(edge.from(), nodes), states(edge.to(), nodes))
                : ties.lead(facts, names(edge.from(), nodes), names(edge.to(), nodes));
    }

    private Set<String> states(String id, Map<String, Node> nodes) {
        Node node = Objects.requireNonNull(nodes.get(id), "a diagram has the ends of its edges");
        List<Fact> facts = new ArrayList<>();
        for (Span span : node.label().spans()) {
            if (span instanceof Span.Mention mention) {
                facts.addAll(material.factsOf(mention.id()));
            }
        }
        return Ties.states(node, facts);
    }

    /** What the box stands for; a box without a name is somebody outside. */
    private static Set<String> names(String id, Map<String, Node> nodes) {
        Node node = Objects.requireNonNull(nodes.get(id), "a diagram has the ends of its edges");
        Set<String> names = new HashSet<>();
        for (Span span : node.label().spans()) {
            if (span instanceof Span.Mention mention) {
                names.add(mention.shown());
            }
        }
        return names.isEmpty() && node.role().equals("actor") ? Set.of(Ties.ANYBODY) : names;
    }
}
