package io.digitalworker.document.prompt;

import io.digitalworker.document.prompt.ParsedAnswer.Part;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.ClaimClass;
import io.digitalworker.document.prose.MentionKind;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What is read of an answer, and which fault is told of what cannot be read. */
class AnswerTest {
    private static final Asking ASKING = Asking.example("srs", "overview");
    private static final String[] CHOOSE = {"endpoint", "POST /cart/wrap/{cartItemId}\" "};
    private static final String FACT = ASKING.handle(CHOOSE);
    private static final String PLACE = ASKING.place(CHOOSE);
    private static final String SYMBOL = ASKING.handle("S", ": GiftWrappingService.ChooseAsync");
    private static final String ENTITY = ASKING.handle("entity", "name=CartItemWrap");
    private static final String SOUND = sentence("What is asked for is done.", "INFERRED");

    private static String sentence(String say, String claimClass, String... evidence) {
        String places =
                Stream.of(evidence).map(e -> '"' + e + '"').collect(Collectors.joining(","));
        return "{\"say\":\"%s\",\"class\":\"%s\",\"evidence\":[%s]}"
                .formatted(say, claimClass, places);
    }

    private static String paragraph(String... sentences) {
        return block("paragraph", sentences);
    }

    private static String block(String kind, String... sentences) {
        return "{\"kind\":\"%s\",\"sentences\":[%s]}".formatted(kind, String.join(",", sentences));
    }

    private static String answer(String... blocks) {
        return "{\"blocks\":[%s],\"questions\":[]}".formatted(String.join(",", blocks));
    }

    private static ParsedAnswer parse(String answer) {
        return ASKING.prompt().parse(answer);
    }

    private static Sentence first(ParsedAnswer answer) {
        Part part = answer.parts().get(0);
        return ((Part.Written) part).block().sentences().findFirst().orElseThrow();
    }

    private static Sentence said(String say) {
        ParsedAnswer answer = parse(answer(paragraph(sentence(say, "EXTRACTED", PLACE))));
        assertThat(answer.faults()).as(say).isEmpty();
        return first(answer);
    }

    @Test
    void aSentenceBecomesWordsAndMentionsWithItsClassAndEvidence() {
        Sentence sentence = said("It reaches {" + FACT + ".handler} by {" + FACT + "}.");
        String id = ((Span.Mention) sentence.spans().get(1)).id();
        assertThat(sentence.spans())
                .containsExactly(
                        new Span.Text("It reaches "),
                        new Span.Mention(MentionKind.FACT, id, "GiftWrapController.Choose"),
                        new Span.Text(" by "),
                        new Span.Mention(MentionKind.FACT, id, "POST /cart/wrap/{cartItemId}"),
                        new Span.Text("."));
        assertThat(sentence.claimClass()).isEqualTo(ClaimClass.EXTRACTED);
        assertThat(id).isEqualTo("endpoints@" + sentence.evidence().get(0));
    }

    @Test
    void eachKindOfHandleBecomesItsKindOfMention() {
        assertThat(shown("{module} {version}")).isEqualTo("Misc.GiftWrapping 1.2.0");
        assertThat(shown("{" + SYMBOL + "}")).isEqualTo("GiftWrappingService.ChooseAsync");
        assertThat(shown("{" + SYMBOL + ".file}")).endsWith("Services/GiftWrappingService.cs");
        assertThat(shown("{feature:GW-1}")).isEqualTo("GW-1");
        assertThat(shown("{requirement:FR-GW-1-2}")).isEqualTo("FR-GW-1-2");
        assertThat(shown("{section:data-model}")).isEqualTo("Data model");
        assertThat(shown("{" + FACT + ".parameters[2].type}")).isEqualTo("ChooseWrapModel");
        assertThat(shown("{" + FACT + ".responses.status}")).isEqualTo("302");
        assertThat(shown("{" + FACT + ".path}")).isEqualTo("/cart/wrap/{cartItemId}");
        assertThat(shown("{" + ENTITY + ".fields[4].name}")).isEqualTo("Greeting");
    }

    private static String shown(String say) {
        return said(say).shown();
    }

    @Test
    void spacesInBracesDoNotMatterAndNamesNeverStickToWords() {
        assertThat(shown("the{ " + FACT + ".handler }and{" + SYMBOL + "}{module}s"))
                .isEqualTo(
                        "the GiftWrapController.Choose and GiftWrappingService.ChooseAsync"
                                + " Misc.GiftWrapping s");
    }

    @Test
    void aNumberOfTheDraftIsMentionedByItsHandle() {
        Asking summary = Asking.example("srs", "executive-summary");
        String files = summary.handle("inventory.files");
        String say = sentence("There are {" + files + "} of them.", "EXTRACTED");
        ParsedAnswer answer = summary.prompt().parse(answer(paragraph(say)));
        assertThat(answer.faults()).isEmpty();
        assertThat(first(answer).spans().get(1))
                .isEqualTo(new Span.Mention(MentionKind.COUNT, "inventory.files", "20"));
    }

    @Test
    void aFenceIsLetPass() {
        ParsedAnswer plain = parse(answer(paragraph(SOUND)));
        assertThat(parse("```json\n" + answer(paragraph(SOUND)) + "\n```\n")).isEqualTo(plain);
        assertThat(plain.faults()).isEmpty();
        assertThat(plain.parts()).hasSize(1);
    }

    @Test
    void wordsAroundTheAnswerAreAFaultAndTheAnswerIsRead() {
        ParsedAnswer answer = parse("Here it is: " + answer(paragraph(SOUND)) + " Anything else?");
        assertThat(answer.parts()).isEqualTo(parse(answer(paragraph(SOUND))).parts());
        assertThat(answer.faults()).containsExactly("there are words outside of the JSON object");
    }

    @Test
    void headingsBulletsAndKeptBlocksStandInTheirOrder() {
        ParsedAnswer answer =
                parse(
                        answer(
                                block("heading", sentence("What it does", "EXTRACTED")),
                                block("bullets", SOUND),
                                "{\"kind\":\"keep\",\"block\":\"B2\"}"));
        assertThat(answer.faults()).isEmpty();
        assertThat(answer.parts()).hasSize(3).last().isEqualTo(new Part.Kept("B2"));
        assertThat(((Part.Written) answer.parts().get(0)).block())
                .isInstanceOf(Block.Heading.class);
        assertThat(((Part.Written) answer.parts().get(1)).block())
                .isInstanceOf(Block.Bullets.class);
    }

    @Test
    void questionsAreForPeopleAndHaveIdsThatStayTheSame() {
        String asking =
                "{\"blocks\":[%s],\"questions\":[{\"role\":\"operator\",\"say\":\"Who reads {%s}?\"}]}"
                        .formatted(paragraph(SOUND), SYMBOL);
        ParsedAnswer answer = parse(asking);
        assertThat(answer.faults()).isEmpty();
        assertThat(answer.questions()).hasSize(1).isEqualTo(parse(asking).questions());
        assertThat(answer.questions().get(0).id()).matches("Q-overview-[0-9a-f]{10}");
        assertThat(answer.questions().get(0).text())
                .isEqualTo("Who reads GiftWrappingService.ChooseAsync?");
    }

    @ParameterizedTest
    @MethodSource
    void aFaultySentenceIsToldByItsPlaceAndLeftOut(String sentence, String fault) {
        ParsedAnswer answer = parse(answer(paragraph(SOUND, sentence)));
        assertThat(answer.faults()).singleElement().asString().startsWith("block 1, sentence 2 ");
        assertThat(answer.faults().get(0)).contains(fault).doesNotContain("SECRET");
        assertThat(answer.parts()).isEqualTo(parse(answer(paragraph(SOUND))).parts());
    }

    static Stream<Arguments> aFaultySentenceIsToldByItsPlaceAndLeftOut() {
        return Stream.of(
                Arguments.of(
                        sentence("See {F9999}.", "EXTRACTED"), "F9999 is not in the catalogue"),
                Arguments.of(sentence("See {X1}.", "EXTRACTED"), "X1 is not in the catalogue"),
                Arguments.of(sentence("See {F0}.", "EXTRACTED"), "F0 is not in the catalogue"),
                Arguments.of(
                        sentence("See {" + FACT + ".secretSECRET}.", "EXTRACTED"),
                        FACT + " has no such part"),
                Arguments.of(
                        sentence("See {" + FACT + ".parameters.name}.", "EXTRACTED"),
                        FACT + " has several"),
                Arguments.of(
                        sentence("See {" + FACT + ".parameters[9].name}.", "EXTRACTED"),
                        FACT + " has no such part"),
                Arguments.of(sentence("See {" + SYMBOL + ".body}.", "EXTRACTED"), "name and file"),
                Arguments.of(sentence("See {" + PLACE + "}.", "EXTRACTED"), PLACE + " is a place"),
                Arguments.of(sentence("See {B1}.", "EXTRACTED"), "B1 is not in the catalogue"),
                Arguments.of(sentence("See {feature:SECRET}.", "EXTRACTED"), "no feature"),
                Arguments.of(sentence("See {section:SECRET}.", "EXTRACTED"), "no section"),
                Arguments.of(sentence("See {requirement:X}.", "EXTRACTED"), "no requirement"),
                Arguments.of(sentence("See {SECRET}.", "EXTRACTED"), "no handle"),
                Arguments.of(sentence("See {}.", "EXTRACTED"), "no handle"),
                Arguments.of(sentence("See {" + FACT + ".", "EXTRACTED"), "do not match"),
                Arguments.of(sentence("See " + FACT + "}.", "EXTRACTED"), "do not match"),
                Arguments.of(sentence("See {{" + FACT + "}}.", "EXTRACTED"), "do not match"),
                Arguments.of(sentence("It is so.", "ASSUMED"), "neither EXTRACTED nor INFERRED"),
                Arguments.of(sentence("It is so.", "PROPOSED"), "neither EXTRACTED nor INFERRED"),
                Arguments.of(sentence("It is so.", "NEEDS-SME"), "neither EXTRACTED nor INFERRED"),
                Arguments.of(sentence("It is so.", "SECRET"), "neither EXTRACTED nor INFERRED"),
                Arguments.of("{\"say\":\"It is so.\",\"evidence\":[]}", "neither EXTRACTED"),
                Arguments.of("{\"say\":\"It is so.\",\"class\":\"INFERRED\"}", "is no list"),
                Arguments.of(sentence("It is so.", "EXTRACTED", "E9999"), "cites E9999"),
                Arguments.of(sentence("It is so.", "EXTRACTED", FACT), "cites " + FACT),
                Arguments.of(sentence("It is so.", "EXTRACTED", "a/SECRET.cs"), "cites something"),
                Arguments.of(sentence("It is so.", "EXTRACTED", PLACE, PLACE), "cites " + PLACE),
                Arguments.of(sentence(" ", "EXTRACTED"), "says nothing"),
                Arguments.of(sentence("a\\u0007b", "EXTRACTED"), "cannot be seen"),
                Arguments.of(sentence("a\\u202eb", "EXTRACTED"), "cannot be seen"),
                Arguments.of(sentence("a\\udb40\\udc41b", "EXTRACTED"), "cannot be seen"),
                Arguments.of(sentence("word ".repeat(200), "EXTRACTED"), "longer than"),
                Arguments.of(sentence("{module}".repeat(21), "EXTRACTED"), "mentions more than"),
                Arguments.of(SOUND, "said before"),
                Arguments.of("\"SECRET\"", "no object of say"),
                Arguments.of("[]", "no object of say"),
                Arguments.of(
                        "{\"say\":\"So.\",\"class\":\"INFERRED\",\"evidence\":[],\"SECRET\":1}",
                        "no object of say"));
    }

    @ParameterizedTest
    @MethodSource
    void aFaultyBlockIsToldByItsPlaceAndLeftOut(String block, String fault) {
        ParsedAnswer answer = parse(answer(paragraph(SOUND), block));
        assertThat(answer.faults()).singleElement().asString().startsWith("block 2 ");
        assertThat(answer.faults().get(0)).contains(fault).doesNotContain("SECRET");
        assertThat(answer.parts()).isEqualTo(parse(answer(paragraph(SOUND))).parts());
    }

    static Stream<Arguments> aFaultyBlockIsToldByItsPlaceAndLeftOut() {
        String other = sentence("This is another one.", "INFERRED");
        return Stream.of(
                Arguments.of(block("table", other), "no kind"),
                Arguments.of(block("SECRET", other), "no kind"),
                Arguments.of("\"SECRET\"", "no object"),
                Arguments.of("{\"kind\":\"paragraph\"}", "no list of sentences"),
                Arguments.of("{\"kind\":\"paragraph\",\"sentences\":[]}", "no list of sentences"),
                Arguments.of("{\"kind\":\"keep\"}", "keeps something"),
                Arguments.of("{\"kind\":\"keep\",\"block\":\"B99\"}", "keeps B99"),
                Arguments.of("{\"kind\":\"keep\",\"block\":\"SECRET\"}", "keeps something"),
                Arguments.of(
                        "{\"kind\":\"keep\",\"block\":\"B2\",\"sentences\":[%s]}".formatted(other),
                        "keeps B2 and has sentences"),
                Arguments.of(
                        "{\"kind\":\"paragraph\",\"block\":\"B2\",\"sentences\":[%s]}"
                                .formatted(other),
                        "kept and written"),
                Arguments.of(
                        block("heading", sentence("a title ".repeat(12), "EXTRACTED")),
                        "no short title"),
                Arguments.of(
                        block("heading", other, sentence("And one more.", "INFERRED")),
                        "no short title"));
    }

    @Test
    void aBlockIsKeptOnce() {
        String keep = "{\"kind\":\"keep\",\"block\":\"B2\"}";
        ParsedAnswer answer = parse(answer(keep, keep));
        assertThat(answer.parts()).containsExactly(new Part.Kept("B2"));
        assertThat(answer.faults()).containsExactly("block 2 keeps B2 again");
    }

    @ParameterizedTest
    @MethodSource
    void whatIsNoAnswerGivesNoPartsAndOneFault(String answer) {
        ParsedAnswer parsed = parse(answer);
        assertThat(parsed.parts()).isEmpty();
        assertThat(parsed.questions()).isEmpty();
        assertThat(parsed.faults()).hasSize(1);
        assertThat(parsed.faults().get(0)).doesNotContain("SECRET").hasSizeLessThan(120);
    }

    static Stream<String> whatIsNoAnswerGivesNoPartsAndOneFault() {
        String whole = answer(paragraph(SOUND));
        return Stream.of(
                "",
                "   ",
                "I cannot help with SECRET.",
                "null",
                "[]",
                "{}",
                "{\"blocks\":{}}",
                "{\"blocks\":[]}",
                "{\"blocks\":\"SECRET\"}",
                whole.substring(0, whole.length() / 2),
                "{\"blocks\":[],\"blocks\":[" + paragraph(SOUND) + "]}",
                "{\"blocks\":[SECRET]}",
                "{\"blocks\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}",
                "{\"blocks\":[{'kind':'paragraph'}]}",
                whole.replace("}]}", "} /* SECRET */]}"),
                whole + " ".repeat(70_000));
    }

    @Test
    void moreThanThreeQuestionsAndUnknownRolesAreFaults() {
        String three =
                Stream.of("a", "b", "c", "d")
                        .map(each -> "{\"role\":\"developer\",\"say\":\"Why %s?\"}".formatted(each))
                        .collect(Collectors.joining(","));
        String many = "{\"blocks\":[%s],\"questions\":[%s]}".formatted(paragraph(SOUND), three);
        assertThat(parse(many).questions()).hasSize(3);
        assertThat(parse(many).faults()).singleElement().asString().contains("more than 3");
        ParsedAnswer unknown = parse(many.replace("developer", "SECRET"));
        assertThat(unknown.questions()).isEmpty();
        assertThat(unknown.faults())
                .anyMatch(fault -> fault.startsWith("question 1 is asked of a role"))
                .noneMatch(fault -> fault.contains("SECRET"));
    }

    @Test
    void whatGoesBeyondTheWordsIsCutFromTheEndAndTold() {
        String[] many =
                Stream.iterate(1, n -> n + 1)
                        .limit(40)
                        .map(n -> "and so on ".repeat(n % 7 + 1) + "a".repeat(n) + " it goes")
                        .map(say -> sentence(say, "INFERRED"))
                        .toArray(String[]::new);
        ParsedAnswer answer = parse(answer(paragraph(many)));
        long words =
                answer.parts().stream()
                        .flatMap(part -> ((Part.Written) part).block().sentences())
                        .mapToLong(each -> each.shown().split(" ").length)
                        .sum();
        int most = Instruction.of("srs-overview").orElseThrow().words();
        assertThat(words).isBetween((long) most, (long) (most * 1.25));
        assertThat(answer.faults())
                .containsExactly("the section has more than " + most + " words: write fewer");
    }

    @Test
    void hostileAnswersNeverEscapeAsExceptions() {
        for (String piece : List.of("{", "}", "[", "\"", "\\", "\u0000", "{\"blocks\":", "😀")) {
            assertThat(parse(piece.repeat(20_000)).parts()).as(piece).isEmpty();
        }
        String deep = String.join("", Collections.nCopies(30_000, "{"));
        ParsedAnswer answer = parse(answer(paragraph(sentence(deep, "EXTRACTED"))));
        assertThat(answer.faults()).singleElement().asString().contains("longer than");
    }
}
