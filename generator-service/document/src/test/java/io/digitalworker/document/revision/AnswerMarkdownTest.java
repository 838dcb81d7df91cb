package io.digitalworker.document.revision;

import io.digitalworker.document.Sample;
import io.digitalworker.document.publication.WrittenDocument;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AnswerMarkdownTest {
    private static final Sample EXAMPLE = Sample.example();
    private static final List<WrittenDocument> DOCUMENTS =
            List.of(new WrittenDocument(EXAMPLE.material(), EXAMPLE.verified()));
    private static final Pattern CITED = Pattern.compile("`([^`]+\\.[a-z]+):L(\\d+)(?:-L(\\d+))?");

    @Test
    void showsWhatDocumentsAndCodeHoldWithThePlaces() {
        AnswerMarkdown answer = answer("Which price does a wrapping paper have?");

        assertThat(answer.isFound()).isTrue();
        assertThat(text(answer))
                .contains("> Which price does a wrapping paper have?")
                .contains("## What the documents say", "## What the code shows")
                .doesNotContain("Nothing in the code fits");
        List<MatchResult> cited = CITED.matcher(text(answer)).results().toList();
        assertThat(cited).as("places cited in " + text(answer)).isNotEmpty();
        assertThat(cited)
                .allSatisfy(
                        place ->
                                assertThat(
                                                EXAMPLE.tree()
                                                        .file(place.group(1))
                                                        .orElseThrow()
                                                        .lines())
                                        .isGreaterThanOrEqualTo(Integer.parseInt(place.group(2))));
    }

    @Test
    void saysThatNothingWasFound() {
        AnswerMarkdown answer = answer("Do zebras quack?");

        assertThat(answer.isFound()).isFalse();
        assertThat(text(answer))
                .contains("Nothing in the documents speaks of it.")
                .contains("Nothing in the code fits the question.")
                .contains("No open question is about it.");
    }

    @Test
    void isAsLongAsTheQuestionIsComplex() {
        String simple = "Which paper has a price?";
        String complex = "Which paper has a price? Who sets the price of a paper?";

        assertThat(answer(simple).places() + answer(simple).passages())
                .isLessThanOrEqualTo(3 * Complexity.SIMPLE.places());
        assertThat(answer(complex).places() + answer(complex).passages())
                .isGreaterThan(answer(simple).places() + answer(simple).passages());
    }

    @Test
    void quotesMarkUpInAQuestionAsWords() {
        AnswerMarkdown answer =
                answer("<script>x</script> # Which [price](http://a.b) has a paper?");

        assertThat(text(answer)).doesNotContain("<script>").doesNotContain("[price](http");
    }

    @Test
    void isEnrichedByWhatTheQuestionIs() {
        String question = "Which paper has a price? Who sets the price of a paper?";
        AnswerMarkdown answer = answer(question);

        String enriched =
                new String(
                        EnrichedAnswer.of(
                                        answer.markdown(),
                                        MessageAnalysis.of(question),
                                        Sample.AT,
                                        "job-1")
                                .bytes(),
                        StandardCharsets.UTF_8);

        assertThat(enriched)
                .contains("- What the code shows")
                .contains("|complexity|complex|", "|pipeline|job-1|", "|question|true|")
                .contains("|answered|2026-03-04T23:30:00Z|")
                .contains(text(answer).substring(text(answer).indexOf("## ")).strip());
    }

    private static AnswerMarkdown answer(String question) {
        return AnswerMarkdown.of(EXAMPLE.tree(), DOCUMENTS, "revision-1", question, Sample.AT);
    }

    private static String text(AnswerMarkdown answer) {
        return new String(answer.markdown().bytes(), StandardCharsets.UTF_8);
    }
}
