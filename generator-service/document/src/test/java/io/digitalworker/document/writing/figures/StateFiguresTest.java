package io.digitalworker.document.writing.figures;

import io.digitalworker.api.Feature;
import io.digitalworker.document.Sample;
import io.digitalworker.document.diagram.Diagram;
import io.digitalworker.document.diagram.Diagram.Edge;
import io.digitalworker.document.diagram.Diagram.Node;
import io.digitalworker.document.diagram.DiagramText;
import io.digitalworker.document.verification.DiagramCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StateFiguresTest {
    private static final String ORDER =
            """
            package shop;

            import jakarta.persistence.Entity;
            import jakarta.persistence.Id;

            @Entity
            public class Order {
                public enum Status { NEW, PAID, SENT, LOST }

                @Id private Long id;
                private Status status = Status.NEW;
                private Status shadow = Status.NEW;

                public Status getStatus() {
                    return status;
                }
            }
            """;
    private static final String ORDERS =
            """
            package shop;

            public class Orders {
                public void payOrder(Order order) {
                    if (order.getStatus() == Order.Status.NEW) {
                        order.setStatus(Order.Status.PAID);
                    }
                }

                public void sendOrder(Order order) {
                    order.setStatus(Order.Status.SENT);
                }
            }
            """;

    private static final Sample SAMPLE =
            Sample.of(
                    Map.of("src/shop/Order.java", ORDER, "src/shop/Orders.java", ORDERS),
                    "Shop",
                    new Feature("S-1", "Pay an order"));
    private static final DiagramCheck CHECK = new DiagramCheck(SAMPLE.material());

    private static Diagram drawn() {
        List<Diagram> all =
                Figures.states(SAMPLE.material(), 4).stream().map(f -> f.diagram()).toList();
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private static List<String> ways(Diagram diagram) {
        return diagram.edges().stream()
                .map(
                        edge ->
                                name(diagram, edge.from())
                                        + " -> "
                                        + name(diagram, edge.to())
                                        + ": "
                                        + edge.label().shown())
                .toList();
    }

    private static String name(Diagram diagram, String id) {
        return diagram.nodes().stream()
                .filter(node -> node.id().equals(id))
                .map(node -> node.label().shown())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void leadFromWhatTheCodeAsksFor() {
        assertThat(ways(drawn()))
                .containsExactlyInAnyOrder(
                        "new -> NEW: ",
                        "NEW -> PAID: Orders.payOrder",
                        "any state -> SENT: Orders.sendOrder");
    }

    @Test
    void areWrittenInEachForm() {
        assertThat(DiagramText.of(drawn(), "mermaid"))
                .contains("stateDiagram-v2\n", "[*] --> n", " : payOrder\n");
        assertThat(DiagramText.of(drawn(), "plantuml"))
                .contains("[*] --> n", "state \"PAID\" as n", " : sendOrder\n");
        assertThat(DiagramText.of(drawn(), "ascii")).contains("| NEW |", "-- payOrder --> PAID");
        assertThat(DiagramText.of(drawn(), "text")).contains("- any state -> SENT: sendOrder\n");
    }

    @Test
    void passTheCheckAndNoOtherWayDoes() {
        Diagram diagram = drawn();
        assertThat(CHECK.faults("data-model", diagram)).isEmpty();
        int lies = 0;
        for (int i = 0; i < diagram.edges().size(); i++) {
            Edge edge = diagram.edges().get(i);
            for (Node other : diagram.nodes()) {
                for (Edge lie :
                        List.of(
                                new Edge(other.id(), edge.to(), edge.label(), "", edge.facts()),
                                new Edge(
                                        edge.from(), other.id(), edge.label(), "", edge.facts()))) {
                    if (!lie.from().equals(edge.from()) || !lie.to().equals(edge.to())) {
                        lies++;
                        assertThat(faults(diagram, i, lie)).as(lie.toString()).isNotEmpty();
                    }
                }
            }
        }
        assertThat(lies).isGreaterThan(10);
    }

    private static List<?> faults(Diagram diagram, int index, Edge lie) {
        List<Edge> edges = new ArrayList<>(diagram.edges());
        edges.set(index, lie);
        return CHECK.faults(
                "data-model",
                new Diagram(diagram.id(), diagram.kind(), false, diagram.nodes(), edges));
    }
}
