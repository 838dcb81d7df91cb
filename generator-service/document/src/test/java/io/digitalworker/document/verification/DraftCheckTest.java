package io.digitalworker.document.verification;

import io.digitalworker.api.Feature;
import io.digitalworker.document.Sample;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.ClaimClass;
import io.digitalworker.document.prose.MentionKind;
import io.digitalworker.document.prose.Question;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class DraftCheckTest {
    private static final Sample SAMPLE = Sample.example();
    private static final DraftCheck CHECK = DraftCheck.of(SAMPLE.tree(), SAMPLE.material());
    private static final Phrasing PHRASING = new Phrasing(SAMPLE.material());
    private static final Sentence SOUND =
            PHRASING.sentence(
                    "[calls|GiftWrapController.Remove] calls [calls|GiftWrappingService.RemoveChoiceAsync].");
    private static final Sentence FAULTY =
            PHRASING.sentence(
                    "[calls|GiftWrapController.Remove] never calls [calls|GiftWrappingService.RemoveChoiceAsync].");
    private static final Sentence TITLE =
            Sentence.of(ClaimClass.EXTRACTED, new Span.Text("How a choice is removed"));

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
                    no-claim; The module does its work.
                    no-claim; It is there.
                    odd-character; [#GiftWrappingService] is a class.\u200b
                    odd-character; [#GiftWrappingService] is a сlass.
                    odd-character; [#GiftWrappingService] is a `class`.
                    odd-character; [#GiftWrappingService] is a class \uD83D\uDE00.
                    odd-character; [#GiftWrappingService] is a class of R&D.
                    odd-character; [#GiftWrappingService] is reached at /api.
                    glued-name; [#GiftWrappingService]Factory is a class.
                    glued-name; My[#GiftWrappingService] is a class.
                    glued-name; [#GiftWrappingService].[#GiftWrapController] is a class.
                    glued-name; [#GiftWrappingService]-[#GiftWrapController] is a class.
                    number-in-words; [#GiftWrappingService] has five methods.
                    number-in-words; [#GiftWrappingService] is called twice.
                    number-in-words; [#GiftWrappingService] is a class of version IV.
                    unproven-number; [#GiftWrappingService] has 5 methods.
                    name-in-plain-words; [#GiftWrappingService] is a Class.
                    name-in-plain-words; [#GiftWrappingService] is a class of x.y.z.
                    reacts-to-instructions; As an assistant, [#GiftWrappingService] is a class.
                    reacts-to-instructions; You call [#GiftWrappingService].
                    ungrounded-word; [#GiftWrappingService] is a blockchain.
                    judgement; [#GiftWrappingService] is a safe class.
                    unproven-word; [#GiftWrappingService] is a cached class.
                    says-more; [#GiftWrappingService] is a class of the network.
                    unproven-universal; [#GiftWrappingService] is always called.
                    unproven-universal; Only [#GiftWrappingService] is called.
                    unproven-denial; [#GiftWrappingService] is not called.
                    unproven-denial; [#GiftWrappingService] lacks a method.
                    turned-round; [calls|GiftWrappingService.RemoveChoiceAsync] calls [calls|GiftWrapController.Remove].
                    misnamed; The table [#GiftWrappingService] is a class.
                    misread-number; The module answers [n|endpoints] messages.
                    copied-words; [#OrderPlacedConsumer] reduces the stock of the chosen papers when an order is placed.
                    """)
    void aSentenceThatBreaksARuleIsTakenOut(String rule, String line) {
        Sentence sentence = PHRASING.sentence(line);
        CheckedBlocks checked = CHECK.check("s", List.of(new Block.Paragraph(List.of(sentence))));
        assertThat(checked.faults()).extracting(fault -> fault.fault().rule()).contains(rule);
        assertThat(checked.sound()).containsExactly(Optional.empty());
        assertThat(checked.removed()).isEqualTo(1);
    }

    @Test
    void faultsCarryTheNumbersOfTheirSentencesAndNoWords() {
        CheckedBlocks checked =
                CHECK.check(
                        "s",
                        List.of(
                                new Block.Heading(TITLE),
                                new Block.Paragraph(List.of(SOUND, FAULTY)),
                                new Block.Bullets(List.of(FAULTY))));
        assertThat(checked.faults())
                .extracting(DraftFault::sentence)
                .contains(3, 4)
                .doesNotContain(1, 2);
        assertThat(checked.sound())
                .containsExactly(
                        Optional.of(new Block.Heading(TITLE)),
                        Optional.of(new Block.Paragraph(List.of(SOUND))),
                        Optional.empty());
        assertThat(checked.faults().toString())
                .doesNotContain("GiftWrap")
                .doesNotContain("RemoveChoice");
    }

    @Test
    void aHeadingAboveNothingIsGone() {
        CheckedBlocks checked =
                CHECK.check(
                        "s",
                        List.of(new Block.Heading(TITLE), new Block.Paragraph(List.of(FAULTY))));
        assertThat(checked.sound()).containsExactly(Optional.empty(), Optional.empty());
        assertThat(CHECK.check("s", List.of(new Block.Heading(TITLE))).sound())
                .as("what is below it may be a kept block")
                .containsExactly(Optional.of(new Block.Heading(TITLE)));
    }

    @Test
    void tablesAndQuotesAreNotWrittenByModels() {
        Block table = new Block.Table(List.of("a"), List.of(false), List.of(List.of(SOUND)));
        Sentence quote =
                new Sentence(
                        List.of(new Span.Quote("feature:GW-5", "the courier's delivery slot")),
                        ClaimClass.EXTRACTED,
                        List.of());
        CheckedBlocks checked =
                CHECK.check("s", List.of(table, new Block.Paragraph(List.of(quote))));
        assertThat(checked.faults())
                .extracting(fault -> fault.fault().rule())
                .contains("no-prose", "not-offered");
        assertThat(checked.sound()).containsExactly(Optional.empty(), Optional.empty());
        assertThat(checked.removed()).isEqualTo(2);
    }

    @Test
    void whatWasSaidIsNotSaidAgain() {
        CheckedBlocks checked = CHECK.check("s", List.of(new Block.Bullets(List.of(SOUND, SOUND))));
        assertThat(checked.faults())
                .extracting(fault -> fault.fault().rule())
                .containsExactly("repeated-sentence");
        assertThat(checked.sound()).containsExactly(Optional.of(new Block.Bullets(List.of(SOUND))));
    }

    @Test
    void choosingInferredIsNoWayRound() {
        Sentence turned =
                PHRASING.sentence(
                        "[calls|GiftWrappingService.RemoveChoiceAsync] calls [calls|GiftWrapController.Remove].");
        for (ClaimClass any : ClaimClass.values()) {
            for (Sentence lie : List.of(turned, FAULTY)) {
                Sentence claimed = new Sentence(lie.spans(), any, lie.evidence());
                assertThat(CHECK.check("s", List.of(new Block.Paragraph(List.of(claimed)))).sound())
                        .as("claimed as " + any)
                        .containsExactly(Optional.empty());
            }
        }
    }

    @Test
    void aModelMayMakeLessOfASentenceAndNotMore() {
        Sentence inferred = new Sentence(SOUND.spans(), ClaimClass.INFERRED, SOUND.evidence());
        CheckedBlocks checked = CHECK.check("s", List.of(new Block.Paragraph(List.of(inferred))));
        assertThat(checked.sound())
                .containsExactly(Optional.of(new Block.Paragraph(List.of(inferred))));
        assertThat(checked.inferred()).isEqualTo(1);
        Sentence proposed = new Sentence(SOUND.spans(), ClaimClass.ASSUMED, SOUND.evidence());
        assertThat(CHECK.check("s", List.of(new Block.Paragraph(List.of(proposed)))).faults())
                .extracting(fault -> fault.fault().rule())
                .contains("unearned-class");
    }

    @Test
    void realNamesThatNoFactRelatesAreMarked() {
        Sentence loose =
                PHRASING.sentence(
                        "[calls|WrappingPaperController.List] calls [calls|OrderPlacedConsumer.ReportLowStockAsync].");
        CheckedBlocks checked = CHECK.check("s", List.of(new Block.Paragraph(List.of(loose))));
        assertThat(checked.faults()).isEmpty();
        assertThat(checked.inferred()).isEqualTo(1);
        assertThat(checked.sound().get(0).orElseThrow().sentences())
                .extracting(Sentence::claimClass)
                .containsExactly(ClaimClass.INFERRED);
    }

    @Test
    void thatNoCodeWasFoundIsSaidOfFeaturesForWhichNoneWas() {
        Sentence missing = PHRASING.sentence("No code was found for [f|GW-5].");
        Sentence there = PHRASING.sentence("No code was found for [f|GW-1].");
        CheckedBlocks checked =
                CHECK.check("s", List.of(new Block.Bullets(List.of(missing, there))));
        assertThat(checked.sound())
                .containsExactly(Optional.of(new Block.Bullets(List.of(missing))));
    }

    @Test
    void codeIsNamedWithItsLines() {
        Sentence bare = new Sentence(SOUND.spans(), ClaimClass.EXTRACTED, List.of());
        assertThat(CHECK.check("s", List.of(new Block.Paragraph(List.of(bare)))).faults())
                .extracting(fault -> fault.fault().rule())
                .containsExactly("no-evidence");
    }

    @Test
    void tokensOfThePromptDoNotLeaveIt() {
        Sentence leak = PHRASING.sentence("[#GiftWrappingService] is a class of alpha - Delta, x.");
        CheckedBlocks checked =
                CHECK.check(
                        "s", List.of(new Block.Paragraph(List.of(leak))), Set.of("Alpha-delta-X"));
        assertThat(checked.faults())
                .extracting(fault -> fault.fault().rule())
                .contains("leaked-token");
    }

    @Test
    void aHeadingStatesNothing() {
        Sentence statement =
                Sentence.of(ClaimClass.EXTRACTED, new Span.Text("The module is called"));
        assertThat(CHECK.check("s", List.of(new Block.Heading(statement))).faults())
                .extracting(fault -> fault.fault().rule())
                .containsExactly("heading-as-statement");
    }

    @Test
    void questionsAreOfPlainWordsToo() {
        Question sound = question("Who may call ", named(SOUND), "?");
        Question injected = question("Is it known that ", named(SOUND), " was hacked?");
        assertThat(CHECK.sound("s", List.of(sound, injected), Set.of())).containsExactly(sound);
    }

    @Test
    void wordsOfAFileThatThePromptShowsAreNotTheModelsOwn() {
        Map<String, String> files =
                Map.of(
                        "GiftWrapController.cs",
                        "[ApiController]\npublic class GiftWrapController : ControllerBase { }",
                        "Ledger.cs",
                        "// entries reduce the stock of papers when orders are placed\n"
                                + "public class Ledger { }");
        Feature feature = new Feature("G", "A gift wrap is listed.");
        Sample sample = Sample.of(files, "GiftWrap", feature);
        DraftCheck check = DraftCheck.of(sample.tree(), sample.material());
        Sentence copied =
                new Phrasing(sample.material())
                        .sentence(
                                "[#GiftWrapController] reduces the stock of papers when orders are"
                                        + " placed.");
        List<Block> written = List.of(new Block.Paragraph(List.of(copied)));
        assertThat(rules(check.check("s", written)))
                .as("the file has nothing to do with the feature")
                .doesNotContain("copied-words");
        assertThat(rules(check.showing(Set.of("Ledger.cs")).check("s", written)))
                .contains("copied-words");
    }

    private static List<String> rules(CheckedBlocks checked) {
        return checked.faults().stream().map(fault -> fault.fault().rule()).toList();
    }

    private static Question question(String before, Span.Mention name, String after) {
        List<Span> spans = List.of(new Span.Text(before), name, new Span.Text(after));
        return new Question(
                "Q-x", "developer", new Sentence(spans, ClaimClass.NEEDS_SME, List.of()));
    }

    private static Span.Mention named(Sentence sentence) {
        Span.Mention mention = (Span.Mention) sentence.spans().get(0);
        return new Span.Mention(MentionKind.FACT, mention.id(), mention.shown());
    }

    @Test
    void severalThreadsGetTheSame() {
        List<Block> blocks = List.of(new Block.Paragraph(List.of(SOUND, FAULTY)));
        CheckedBlocks alone = CHECK.check("s", blocks);
        DraftCheck fresh = DraftCheck.of(SAMPLE.tree(), SAMPLE.material());
        Stream<CheckedBlocks> together =
                IntStream.range(0, 64).parallel().mapToObj(any -> fresh.check("s", blocks));
        assertThat(together.toList()).allSatisfy(each -> assertThat(each).isEqualTo(alone));
    }
}
