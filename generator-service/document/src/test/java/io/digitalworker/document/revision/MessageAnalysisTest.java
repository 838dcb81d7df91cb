package io.digitalworker.document.revision;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

class MessageAnalysisTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Which tables does the plugin write?",
                "Tell me: who may delete a paper?",
                "how are prices rounded",
                "Wer darf das löschen?",
                "Welche Tabellen werden geschrieben",
                "Gibt es eine Obergrenze für Bestellungen?",
                "कौन समीक्षा लिख सकता है",
                "यह तालिका कहाँ लिखी जाती है।",
            })
    void knowsAQuestion(String message) {
        assertThat(MessageAnalysis.of(message).question()).as(message).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Say more about errors.",
                "Do not mention prices.",
                "Bitte die Tabelle kürzen.",
                "Call GET /papers?page=2 once more.",
                "कृपया तालिका छोटी करें।",
            })
    void knowsAnInstruction(String message) {
        assertThat(MessageAnalysis.of(message).question()).as(message).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What calls WrapService?",
                "Rename order_id please",
                "run() fails",
                "Look at `x`",
                "use a -> b",
                "GET /papers answers late",
                "see Wrap.cs",
                "var x = 1;",
            })
    void findsCode(String message) {
        assertThat(MessageAnalysis.of(message).code()).as(message).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Say more. And less.", "Prices (in euro): ten, or 3.5", "and/or", "e-mail"})
    void findsNoCodeInProse(String message) {
        assertThat(MessageAnalysis.of(message).code()).as(message).isFalse();
    }

    @Test
    void tellsHowMuchIsAskedAtOnce() {
        assertThat(MessageAnalysis.of("Who may write?").complexity()).isEqualTo(Complexity.SIMPLE);
        assertThat(MessageAnalysis.of("What calls WrapService?").complexity())
                .isEqualTo(Complexity.MODERATE);
        assertThat(MessageAnalysis.of("Who writes? Who reads?").complexity())
                .isEqualTo(Complexity.COMPLEX);
        assertThat(MessageAnalysis.of("word ".repeat(61)).complexity())
                .isEqualTo(Complexity.COMPLEX);
    }

    @Test
    void tellsTheLanguage() {
        assertThat(MessageAnalysis.of("Which tables are there?").language()).isEqualTo("en");
        assertThat(MessageAnalysis.of("Wer darf die Tabelle löschen?").language()).isEqualTo("de");
        assertThat(MessageAnalysis.of("कौन समीक्षा लिख सकता है").language()).isEqualTo("hi");
    }

    @Test
    void countsWordsAndHasNothingToSayOfNone() {
        assertThat(MessageAnalysis.of("Say  more,\nplease.").words()).isEqualTo(3);
        assertThat(MessageAnalysis.of("").words()).isZero();
        assertThat(MessageAnalysis.of(" \n ").question()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"?", "a.", "(", "`", "a_", "/", "-> ", "\"", "क्या ", ".?!।"})
    void takesLongMessagesOfAnyShapeInLittleTime(String piece) {
        String message = piece.repeat(400_000 / piece.length());

        assertTimeout(Duration.ofSeconds(5), () -> MessageAnalysis.of(message));
    }
}
