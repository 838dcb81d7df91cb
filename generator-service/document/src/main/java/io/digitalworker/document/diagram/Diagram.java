package io.digitalworker.document.diagram;

import io.digitalworker.document.prose.Sentence;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Nodes and edges. All words on a diagram are typed prose, so that they are checked like any other; an
 * edge of a diagram that shows the code as it is names the facts that say so.
 *
 * @param id derived from the section and what it shows: letters, digits and hyphens
 * @param proposed whether it shows what is intended and not what is there
 * @param edges of a sequence: its messages in their order
 */
public record Diagram(String id, Kind kind, boolean proposed, List<Node> nodes, List<Edge> edges) {
    /** What is drawn, and thereby how. */
    public enum Kind {
        /** Parts of the system and what they use. */
        COMPONENTS,
        /** Entities with their fields and relations. */
        ENTITIES,
        /** Who calls whom, one after the other. */
        SEQUENCE,
        /** States and what leads from one to another. */
        STATES,
        /** What runs where. */
        DEPLOYMENT
    }

    /**
     * A box.
     *
     * @param id within the diagram: letters and digits
     * @param role what it is, such as controller, service, entity, table, queue, external, actor
     * @param rows further lines in the box, such as fields
     */
    public record Node(String id, Sentence label, String role, List<Sentence> rows) {
        /** The role of what comes before the first state. */
        public static final String START = "start";

        /** The role of what stands for each of the states. */
        public static final String ANY_STATE = "any state";

        public Node {
            rows = List.copyOf(rows);
            if (!id.matches("[A-Za-z][A-Za-z0-9]*")) {
                throw new IllegalArgumentException("'" + id + "' is no id of a node");
            }
        }
    }

    /**
     * An arrow.
     *
     * @param label may be empty
     * @param kind such as uses, calls, returns, publishes, one-to-many, heuristic
     * @param facts ids ({@link io.digitalworker.document.brief.FactNames}) of what says so; empty only
     *     in a proposed diagram
     */
    public record Edge(String from, String to, Sentence label, String kind, List<String> facts) {
        public Edge {
            facts = List.copyOf(facts);
        }
    }

    public Diagram {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
        Set<String> ids = new HashSet<>();
        for (Node node : nodes) {
            if (!ids.add(node.id())) {
                throw new IllegalArgumentException(id + " has two nodes " + node.id());
            }
        }
        for (Edge edge : edges) {
            if (!ids.contains(edge.from()) || !ids.contains(edge.to())) {
                throw new IllegalArgumentException(id + " has an edge to nowhere: " + edge);
            }
        }
    }

    /**
     * The words on an edge in one line; in a sequence without the name of the one that is called, between
     * states without those of the types that members belong to.
     */
    String words(Edge edge) {
        String words = TypeSetting.oneLine(edge.label().shown());
        if (kind == Kind.STATES) {
            return words.replaceAll("[\\w$.]+\\.(?=[\\w$])", "");
        }
        if (kind != Kind.SEQUENCE) {
            return words;
        }
        return nodes.stream()
                .filter(node -> node.id().equals(edge.to()))
                .map(node -> node.label().shown() + ".")
                .filter(name -> words.startsWith(name) && words.length() > name.length())
                .findFirst()
                .map(name -> words.substring(name.length()))
                .orElse(words);
    }

    /** All words on it. */
    public Stream<Sentence> sentences() {
        return Stream.concat(
                nodes.stream()
                        .flatMap(
                                node ->
                                        Stream.concat(
                                                Stream.of(node.label()), node.rows().stream())),
                edges.stream().map(Edge::label));
    }
}
