package io.digitalworker.document.diagram;

import io.digitalworker.document.brief.Material;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.published.Case;
import io.digitalworker.document.verification.Verified;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class PublishedDiagramsTest {
    @ParameterizedTest
    @MethodSource("io.digitalworker.document.published.Case#all")
    void bothEnginesReadEveryDiagramOfAllDocuments(Case asked) {
        Set<Diagram> diagrams = new LinkedHashSet<>();
        for (String detail : List.of("overview", "standard", "comprehensive")) {
            for (Material material : asked.documents(detail)) {
                Verified verified = asked.verified(material);
                assertThat(verified.diagramsValid()).isEqualTo(verified.diagrams());
                diagrams.addAll(drawn(verified));
            }
        }
        System.out.printf("%s: %d different diagrams%n", asked, diagrams.size());
        assertThat(diagrams).isNotEmpty();
        List<String> mermaid = diagrams.stream().map(d -> DiagramText.of(d, "mermaid")).toList();
        assertThat(Engines.refusedByMermaid(mermaid)).isEmpty();
        for (Diagram diagram : diagrams) {
            String text = DiagramText.of(diagram, "plantuml");
            assertThat(Engines.refusedByPlantUml(text)).as(text).isEmpty();
        }
    }

    private static List<Diagram> drawn(Verified verified) {
        return verified.drafts().stream()
                .map(SectionDraft::blocks)
                .flatMap(List::stream)
                .filter(Block.Figure.class::isInstance)
                .map(Block.Figure.class::cast)
                .map(Block.Figure::diagram)
                .toList();
    }
}
