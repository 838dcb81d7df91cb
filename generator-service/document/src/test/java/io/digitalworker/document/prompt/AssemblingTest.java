package io.digitalworker.document.prompt;

import io.digitalworker.document.Sample;
import io.digitalworker.document.brief.FactNames;
import io.digitalworker.document.prompt.ParsedAnswer.Part;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.ClaimClass;
import io.digitalworker.document.prose.MentionKind;
import io.digitalworker.document.prose.Question;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A section of a model's words loses nothing that the extractive draft has to keep. */
class AssemblingTest {
    private static final PromptLimits LIMITS = PromptLimits.of(40_000);
    private static final Block TOLD = paragraph("The model tells of it.");
    private static final Block MORE = paragraph("The model tells more.");

    static Stream<Asking> sections() {
        return Asking.DOCUMENTS.stream()
                .flatMap(document -> Asking.all(Asking.as(Sample.example(), document), LIMITS));
    }

    private static Sentence sentence(String words) {
        return Sentence.of(ClaimClass.EXTRACTED, new Span.Text(words));
    }

    private static Block paragraph(String words) {
        return new Block.Paragraph(List.of(sentence(words)));
    }

    private static Part written(Block block) {
        return new Part.Written(block);
    }

    private static Part heading(String words) {
        return written(new Block.Heading(sentence(words)));
    }

    @ParameterizedTest
    @MethodSource("sections")
    void whatCarriesFactsStaysInItsOrderWhenTheAnswerForgetsAllOfIt(Asking asking) {
        SectionDraft section = asking.prompt().assemble(List.of(written(TOLD)), List.of());
        List<Block> carried =
                Piece.of(asking.draft().blocks()).stream()
                        .filter(Piece::carries)
                        .flatMap(piece -> piece.blocks().stream())
                        .toList();
        assertThat(section.blocks()).startsWith(TOLD).containsSubsequence(carried);
        assertThat(section.status()).isEqualTo(asking.draft().status());
        assertThat(section.reason()).isEqualTo(asking.draft().reason());
        assertThat(section.questions()).isEqualTo(asking.draft().questions());
    }

    @ParameterizedTest
    @MethodSource("sections")
    void tablesPicturesQuotationsAndRequirementsAreNeverLost(Asking asking) {
        Set<Block> kept = Set.copyOf(shuffled(asking, new Random(5)).blocks());
        for (Block block : asking.draft().blocks()) {
            boolean narrative =
                    block instanceof Block.Paragraph
                            || block instanceof Block.Bullets
                            || block instanceof Block.Heading;
            boolean asked =
                    mentions(Stream.of(block))
                            .anyMatch(
                                    m ->
                                            m.kind() == MentionKind.REQUIREMENT
                                                    || m.kind() == MentionKind.FEATURE);
            boolean concluded =
                    block.sentences().anyMatch(s -> s.claimClass() != ClaimClass.EXTRACTED);
            if (!narrative || asked || concluded) {
                assertThat(kept).as("blocks of %s", asking).contains(block);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("sections")
    void everyFactOfAFeatureThatTheDraftMentionsIsStillMentioned(Asking asking) {
        Set<String> linked =
                asking.sample().material().linked().facts().stream()
                        .map(FactNames::id)
                        .collect(Collectors.toSet());
        Set<String> before = linkedIn(asking.draft(), linked);
        assertThat(linkedIn(shuffled(asking, new Random(6)), linked)).containsAll(before);
        SectionDraft forgot = asking.prompt().assemble(List.of(written(TOLD)), List.of());
        assertThat(linkedIn(forgot, linked)).containsAll(before);
    }

    /** Some pieces kept in any order, with words between them. */
    private static SectionDraft shuffled(Asking asking, Random random) {
        List<Part> parts = new ArrayList<>(List.of(written(TOLD), written(MORE), heading("More")));
        for (Piece piece : Piece.of(asking.draft().blocks())) {
            if (random.nextBoolean()) {
                parts.add(new Part.Kept(piece.handle()));
            }
        }
        Collections.shuffle(parts, random);
        return asking.prompt().assemble(parts, List.of());
    }

    private static Set<String> linkedIn(SectionDraft draft, Set<String> linked) {
        return mentions(draft.blocks().stream())
                .map(Span.Mention::id)
                .filter(linked::contains)
                .collect(Collectors.toSet());
    }

    private static Stream<Span.Mention> mentions(Stream<Block> blocks) {
        return blocks.flatMap(Block::sentences)
                .flatMap(sentence -> sentence.spans().stream())
                .filter(Span.Mention.class::isInstance)
                .map(Span.Mention.class::cast);
    }

    @ParameterizedTest
    @MethodSource("sections")
    void withoutAnyWordsOfTheModelTheDraftStaysAsItIs(Asking asking) {
        List<Part> none = List.of(heading("Alone"), new Part.Kept("B2"), new Part.Kept("B999"));
        assertThat(asking.prompt().assemble(none, List.of())).isEqualTo(asking.draft());
    }

    @ParameterizedTest
    @MethodSource("sections")
    void noHeadingStandsAloneAndNoneTwiceInARow(Asking asking) {
        List<Block> blocks = shuffled(asking, new Random(7)).blocks();
        for (int i = 0; i < blocks.size(); i++) {
            boolean bare = i + 1 == blocks.size() || blocks.get(i + 1) instanceof Block.Heading;
            assertThat(blocks.get(i) instanceof Block.Heading && bare)
                    .as("block %d of %d of %s is a heading above nothing", i, blocks.size(), asking)
                    .isFalse();
        }
    }

    @Test
    void narrativeIsReplacedAndATableStandsWhereTheModelPutsIt() {
        Asking asking = Asking.example("srs", "data-model");
        String table = asking.handle("table of Entity | Table");
        String entities = sentenceOfEntities(asking);
        Sentence told = asking.draft().blocks().get(0).sentences().findFirst().orElseThrow();
        Block anew =
                new Block.Paragraph(
                        List.of(
                                new Sentence(
                                        told.spans().subList(1, told.spans().size()),
                                        ClaimClass.EXTRACTED,
                                        told.evidence())));
        List<Part> parts =
                List.of(heading("What it is"), written(anew), new Part.Kept(table), written(MORE));
        List<Block> blocks = asking.prompt().assemble(parts, List.of()).blocks();
        assertThat(blocks.get(0)).isEqualTo(((Part.Written) heading("What it is")).block());
        assertThat(blocks.get(1)).isEqualTo(anew);
        assertThat(blocks.get(2)).isInstanceOf(Block.Table.class);
        assertThat(shown(asking.draft().blocks())).contains(entities);
        assertThat(shown(blocks)).doesNotContain(entities);
    }

    private static String sentenceOfEntities(Asking asking) {
        String words = "The features work on what is stored as ";
        assertThat(asking.line("yours to write anew")).contains(words);
        return words;
    }

    @Test
    void wordsThatNameNothingStayBecauseTheyTellWhatWasLookedForInVain() {
        Asking asking = Asking.example("srs", "non-functional-requirements");
        List<Block> blocks = asking.prompt().assemble(List.of(written(TOLD)), List.of()).blocks();
        assertThat(shown(blocks)).contains("Looked for at the features and not found: ");
    }

    private static String shown(List<Block> blocks) {
        return blocks.stream()
                .flatMap(Block::sentences)
                .map(Sentence::shown)
                .collect(Collectors.joining(" "));
    }

    @Test
    void wordsBehindABlockWithItsOwnHeadingComeBelowThatHeading() {
        Asking asking = Asking.example("srs", "functional-requirements");
        String first = asking.handle("B", "heading \"{requirement:FR-GW-1-1}\"");
        String second = asking.handle("B", "heading \"{requirement:FR-GW-2-1}\"");
        List<Block> blocks =
                asking.prompt()
                        .assemble(
                                List.of(
                                        new Part.Kept(first),
                                        written(TOLD),
                                        new Part.Kept(second),
                                        written(MORE)),
                                List.of())
                        .blocks();
        int told = blocks.indexOf(TOLD);
        assertThat(blocks.get(told - 2).sentences().findFirst().orElseThrow().shown())
                .isEqualTo("FR-GW-1-1");
        assertThat(blocks.get(told - 1)).isInstanceOf(Block.Quotation.class);
        assertThat(blocks.get(told + 1)).isInstanceOf(Block.Table.class);
        assertThat(blocks.indexOf(MORE)).isGreaterThan(told + 3);
    }

    @Test
    void questionsOfTheModelStandBehindThoseOfTheDraftAndNoneTwice() {
        Asking asking = Asking.example("srs", "data-model");
        Question known = asking.draft().questions().get(0);
        Question asked =
                new Question(
                        "Q-data-model-0123456789",
                        "developer",
                        Sentence.of(ClaimClass.NEEDS_SME, new Span.Text("Why?")));
        SectionDraft section =
                asking.prompt().assemble(List.of(written(TOLD)), List.of(known, asked));
        List<Question> expected = new ArrayList<>(asking.draft().questions());
        expected.add(asked);
        assertThat(section.questions()).isEqualTo(expected);
    }
}
