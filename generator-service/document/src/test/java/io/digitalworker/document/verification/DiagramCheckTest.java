package io.digitalworker.document.verification;

import io.digitalworker.document.Sample;
import io.digitalworker.document.brief.Material;
import io.digitalworker.document.diagram.Diagram;
import io.digitalworker.document.diagram.Diagram.Edge;
import io.digitalworker.document.diagram.Diagram.Node;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.writing.figures.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DiagramCheckTest {
    private static final Material MATERIAL = Sample.example().material();
    private static final DiagramCheck CHECK = new DiagramCheck(MATERIAL);
    private static final List<Diagram> DIAGRAMS =
            Stream.of(
                            Figures.components(MATERIAL),
                            Figures.entities(MATERIAL),
                            Figures.sequences(MATERIAL, 4))
                    .flatMap(List::stream)
                    .map(Block.Figure::diagram)
                    .toList();

    private static List<Fault> faults(Diagram diagram, List<Edge> edges) {
        return CHECK.faults(
                "architecture",
                new Diagram(
                        diagram.id(), diagram.kind(), diagram.proposed(), diagram.nodes(), edges));
    }

    @Test
    void whatTheFactsSayPasses() {
        for (Diagram diagram : DIAGRAMS) {
            assertThat(faults(diagram, diagram.edges())).as(diagram.id()).isEmpty();
        }
    }

    @Test
    void anArrowThatNoFactBearsOutIsFound() {
        int lies = 0;
        int caught = 0;
        for (Diagram diagram : DIAGRAMS) {
            for (int i = 0; i < diagram.edges().size(); i++) {
                for (Node other : diagram.nodes()) {
                    Edge edge = diagram.edges().get(i);
                    Edge to = new Edge(edge.from(), other.id(), edge.label(), "", edge.facts());
                    Edge from = new Edge(other.id(), edge.to(), edge.label(), "", edge.facts());
                    for (Edge lie : List.of(to, from)) {
                        boolean honest =
                                lie.from().equals(edge.from()) && lie.to().equals(edge.to());
                        if (!honest) {
                            lies++;
                            caught += with(diagram, i, lie).isEmpty() ? 0 : 1;
                        }
                    }
                }
            }
        }
        assertThat(lies).isGreaterThan(100);
        assertThat(caught).isGreaterThanOrEqualTo(lies * 99 / 100);
    }

    @Test
    void anArrowThatIsTurnedRoundIsFound() {
        for (Diagram diagram : DIAGRAMS) {
            for (int i = 0; i < diagram.edges().size(); i++) {
                Edge edge = diagram.edges().get(i);
                Edge turned = new Edge(edge.to(), edge.from(), edge.label(), "", edge.facts());
                assertThat(with(diagram, i, turned)).as(edge.toString()).isNotEmpty();
            }
        }
    }

    @Test
    void anArrowWithoutAFactIsFoundUnlessItIsProposed() {
        Diagram diagram = DIAGRAMS.get(0);
        Edge edge = diagram.edges().get(0);
        Edge bare = new Edge(edge.from(), edge.to(), edge.label(), edge.kind(), List.of());
        assertThat(with(diagram, 0, bare)).extracting(Fault::rule).contains("edge-without-fact");
        Diagram proposed = new Diagram("x", diagram.kind(), true, diagram.nodes(), List.of(bare));
        assertThat(CHECK.faults("architecture", proposed)).isEmpty();
    }

    private static List<Fault> with(Diagram diagram, int index, Edge lie) {
        List<Edge> edges = new ArrayList<>(diagram.edges());
        edges.set(index, lie);
        return faults(diagram, edges);
    }
}
