package io.digitalworker.document.diagram;

import io.digitalworker.document.Sample;
import io.digitalworker.document.diagram.Diagram.Kind;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.writing.figures.Figures;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DiagramTextTest {
    private static List<Diagram> ofTheExample() {
        var material = Sample.example().material();
        return Stream.of(
                        Figures.components(material),
                        Figures.entities(material),
                        Figures.sequences(material, 4))
                .flatMap(List::stream)
                .map(Block.Figure::diagram)
                .toList();
    }

    private static List<Diagram> all() {
        return Stream.concat(HostileDiagrams.all().stream(), ofTheExample().stream()).toList();
    }

    @Test
    void mermaidReadsWhateverNamesTheCodeHas() {
        List<String> texts = all().stream().map(d -> DiagramText.of(d, "mermaid")).toList();
        assertThat(Engines.refusedByMermaid(texts)).isEmpty();
    }

    @Test
    void plantUmlReadsWhateverNamesTheCodeHas() {
        for (Diagram diagram : all()) {
            String text = DiagramText.of(diagram, "plantuml");
            assertThat(Engines.refusedByPlantUml(text)).as(text).isEmpty();
        }
    }

    @Test
    void theEnginesDoRefuseWhatIsWrong() {
        assertThat(Engines.refusedByPlantUml("@startuml\nnonsense <<<\n@enduml\n")).isNotEmpty();
        assertThat(Engines.refusedByMermaid(List.of("flowchart LR\n  a[\"x\n", "nonsense")))
                .hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void everyFormSaysWhetherTheDiagramIsProposed() {
        Diagram proposed = HostileDiagrams.of(Kind.COMPONENTS, List.of("A"));
        for (String form : List.of("mermaid", "plantuml", "ascii", "text")) {
            assertThat(DiagramText.of(proposed, form)).contains("proposed");
            assertThat(DiagramText.of(ofTheExample().get(0), form)).contains("current");
        }
    }

    @Test
    void asciiDrawsASequenceWithItsMessagesInOrder() {
        Diagram sequence =
                ofTheExample().stream().filter(d -> d.kind() == Kind.SEQUENCE).findFirst().get();
        String text = DiagramText.of(sequence, "ascii");
        assertThat(text).contains("GiftWrapController").contains("--->|");
        int at = 0;
        for (Diagram.Edge edge : sequence.edges()) {
            at = text.indexOf(sequence.words(edge), at + 1);
            assertThat(at).as(edge.toString()).isPositive();
        }
    }
}
