package io.digitalworker.document.writing.figures;

import io.digitalworker.document.Sample;
import io.digitalworker.document.brief.Material;
import io.digitalworker.document.diagram.Diagram;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.publication.ArtifactSet;
import io.digitalworker.document.publication.RunRecord;
import io.digitalworker.document.publication.WrittenDocument;
import io.digitalworker.document.rendering.RenderedFile;
import io.digitalworker.document.verification.Verification;
import io.digitalworker.document.verification.Verified;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class FiguresTest {
    private static final Sample SAMPLE = Sample.example();
    private static final Material MATERIAL = SAMPLE.material();

    private static List<Block.Figure> all() {
        List<Block.Figure> all = new ArrayList<>(Figures.components(MATERIAL));
        all.addAll(Figures.entities(MATERIAL));
        all.addAll(Figures.sequences(MATERIAL, 4));
        all.addAll(Figures.states(MATERIAL, 4));
        all.addAll(Figures.deployment(MATERIAL));
        return all;
    }

    private static List<String> names(Diagram diagram) {
        return diagram.nodes().stream().map(node -> node.label().shown()).toList();
    }

    @Test
    void componentsAreWhatAnswersWhatWorksAndWhatIsStored() {
        Diagram components = Figures.components(MATERIAL).get(0).diagram();
        assertThat(names(components))
                .contains(
                        "GiftWrapController",
                        "GiftWrappingService",
                        "WrappingPaper",
                        "CartItemWrap",
                        "OrderPlacedEvent",
                        "OrderPlacedConsumer");
    }

    @Test
    void entitiesShowTheirKeyFieldsAndWhatTheyAreRelatedTo() {
        Diagram entities = Figures.entities(MATERIAL).get(0).diagram();
        assertThat(names(entities)).containsExactlyInAnyOrder("CartItemWrap", "WrappingPaper");
        assertThat(entities.edges()).hasSize(1);
        assertThat(entities.nodes().get(0).rows().stream().map(Sentence::shown))
                .contains("WrappingPaperId : int");
    }

    @Test
    void aSequenceFollowsTheLinesOfItsHandler() {
        Diagram sequence = Figures.sequences(MATERIAL, 1).get(0).diagram();
        assertThat(sequence.edges().stream().map(edge -> edge.label().shown()))
                .containsSubsequence(
                        "POST /cart/wrap/{cartItemId}",
                        "GiftWrappingService.GetPaperByIdAsync",
                        "GiftWrappingService.ChooseAsync");
    }

    @Test
    void thereAreNoMoreSequencesThanAskedFor() {
        assertThat(Figures.sequences(MATERIAL, 2)).hasSize(2);
    }

    @Test
    void whatNobodyImplementedHasNoFigure() {
        assertThat(all()).noneMatch(figure -> figure.caption().shown().contains("GW-5"));
        Material nothing = Sample.example("Gift", "zqxv blorp", "?!").material();
        assertThat(Figures.components(nothing)).isEmpty();
        assertThat(Figures.sequences(nothing, 4)).isEmpty();
        assertThat(Figures.entities(nothing)).isEmpty();
    }

    @Test
    void figuresPassTheCheckAndBecomeFiles() {
        List<SectionDraft> drafts = new ArrayList<>(SAMPLE.drafts());
        List<Block> blocks = new ArrayList<>(drafts.get(0).blocks());
        blocks.addAll(all());
        drafts.set(0, drafts.get(0).with(blocks));
        Verified verified = Verification.of(SAMPLE.tree(), MATERIAL).check(drafts);
        assertThat(verified.faults()).isEmpty();
        ArtifactSet artifacts =
                ArtifactSet.of(
                        SAMPLE.tree(),
                        List.of(new WrittenDocument(MATERIAL, verified)),
                        List.of(),
                        new RunRecord(Sample.AT, "extractive", "a".repeat(64), Map.of()));
        List<String> expected =
                all().stream().map(f -> "diagrams/" + f.diagram().id() + ".svg").toList();
        assertThat(artifacts.files()).extracting(RenderedFile::name).containsAll(expected);
        for (String name : expected) {
            assertThat(new String(artifacts.file(name).bytes(), UTF_8)).startsWith("<svg ");
        }
    }

    @Test
    void equalFactsGiveEqualFigures() {
        Material again = Sample.example().material();
        assertThat(Figures.components(again)).isEqualTo(Figures.components(MATERIAL));
        assertThat(Figures.sequences(again, 4)).isEqualTo(Figures.sequences(MATERIAL, 4));
    }
}
