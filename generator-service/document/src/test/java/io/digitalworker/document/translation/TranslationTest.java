package io.digitalworker.document.translation;

import io.digitalworker.api.Options;
import io.digitalworker.document.outline.Outline;
import io.digitalworker.document.outline.Wording;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.ClaimClass;
import io.digitalworker.document.prose.MentionKind;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import io.digitalworker.document.writing.NotFound;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class TranslationTest {
    private static final Span PARAMETER = fact("slug");
    private static final Span ACTION = fact("Articles.Get");

    private static Span fact(String name) {
        return new Span.Mention(MentionKind.FACT, "endpoints@A.java:L1-L2", name);
    }

    private static Span text(String words) {
        return new Span.Text(words);
    }

    private static Span count(String number) {
        return new Span.Mention(MentionKind.COUNT, "inventory.files", number);
    }

    private static Sentence sentence(Span... spans) {
        return new Sentence(List.of(spans), ClaimClass.INFERRED, List.of("A.java:L1-L2"));
    }

    private static Translator german() {
        return new Translator(Wording.of("de"));
    }

    @Test
    void wordsChangeAndWhatTheyMentionStays() {
        Sentence english = sentence(text("works on "), PARAMETER, text(" in "), ACTION);
        Sentence german = german().sentence(english);
        assertThat(german.shown()).isEqualTo("arbeitet in Articles.Get an slug");
        assertThat(german.spans()).contains(PARAMETER, ACTION);
        assertThat(german.evidence()).isEqualTo(english.evidence());
        assertThat(german.claimClass()).isEqualTo(english.claimClass());
    }

    @Test
    void aListOfAnyLengthIsOnePlaceWithItsJoinsTranslated() {
        assertThat(german().sentence(sentence(text("opens "), ACTION)).shown())
                .isEqualTo("öffnet Articles.Get");
        Sentence three =
                sentence(
                        text("opens "),
                        ACTION,
                        text(", "),
                        PARAMETER,
                        text(" and "),
                        fact("Comments.Get"));
        assertThat(german().sentence(three).shown())
                .isEqualTo("öffnet Articles.Get, slug und Comments.Get");
    }

    @Test
    void wordsMadeOfWordsAreTranslatedIfEachOfThemIs() {
        Translator german = german();
        Sentence known =
                sentence(
                        text("supply what is missing: "),
                        text("The load is not known from the code."));
        assertThat(german.sentence(known).shown())
                .isEqualTo("Fehlendes ergänzen: Die Last geht aus dem Code nicht hervor.");
        Sentence half = sentence(text("supply what is missing: "), text("Nobody translates this."));
        assertThat(german.sentence(half)).isEqualTo(half);
        assertThat(german.sentences()).isEqualTo(2);
        assertThat(german.translated()).isEqualTo(1);
    }

    @Test
    void whatWasNotFoundIsTranslatedThingByThing() {
        NotFound notFound = new NotFound();
        notFound.add("schedules");
        notFound.add("calls to other systems");
        Sentence english = notFound.blocks().get(0).sentences().findFirst().orElseThrow();
        assertThat(english.shown())
                .isEqualTo(
                        "Looked for at the features and not found: schedules; calls to other"
                                + " systems.");
        assertThat(german().sentence(english).shown())
                .isEqualTo(
                        "Bei den Funktionen gesucht und nicht gefunden: Zeitpläne; Aufrufe anderer"
                                + " Systeme.");
    }

    @Test
    void whatATableLeavesOutIsTranslated() {
        SectionDraft draft =
                SectionDraft.complete(
                        Outline.all(Options.defaults()).get(0).sections().get(0),
                        List.of(new Block.LeftOut(List.of(sentence(text("opens "), ACTION)))));
        Translation german = Translation.of(List.of(draft), Wording.of("de"));
        assertThat(german.drafts().get(0).blocks().get(0).sentences().map(Sentence::shown))
                .containsExactly("öffnet Articles.Get");
        assertThat(german.translated()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"de, '12.345 MB'", "hi, '12,345 MB'", "en, '12,345 MB'"})
    void numbersHaveTheSeparatorsOfTheLanguage(String language, String shown) {
        Sentence english = sentence(count("12,345"), text(" MB"));
        assertThat(new Translator(Wording.of(language)).sentence(english).shown()).isEqualTo(shown);
    }

    @Test
    void anUntranslatedSentenceKeepsItsNumbers() {
        Sentence english = sentence(count("12,345"), text(" sentences nobody translates"));
        assertThat(german().sentence(english)).isEqualTo(english);
    }

    @Test
    void wordsThatLookLikeAPlaceAreLeftAlone() {
        Sentence english = sentence(text("opens {1} "), ACTION);
        Translator german = german();
        assertThat(german.sentence(english)).isEqualTo(english);
        assertThat(german.sentences()).isEqualTo(1);
        assertThat(german.translated()).isZero();
    }
}
