package io.digitalworker.document.revision;

import io.digitalworker.document.Sample;
import io.digitalworker.document.edition.Place;
import io.digitalworker.document.publication.Manuscript;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ConcernedSectionsTest {
    private static final Sample EXAMPLE = Sample.example();
    private static final List<Manuscript> SRS =
            List.of(new Manuscript(EXAMPLE.material(), EXAMPLE.drafts()));

    @ParameterizedTest
    @CsvSource({
        "The section Overview is too short., overview",
        "Please extend the data model., data-model",
        "Say more in non-functional-requirements, non-functional-requirements",
        "List the open questions by date., open-questions",
    })
    void takesTheSectionThatIsNamed(String message, String section) {
        assertThat(new ConcernedSections(SRS).of(message))
                .containsExactly(new Place("srs", section));
    }

    @ParameterizedTest
    @CsvSource({
        "Which primary key and which indexes does the wrapping paper have?, data-model",
    })
    void findsTheSectionByWhatItSays(String message, String section) {
        assertThat(new ConcernedSections(SRS).of(message)).contains(new Place("srs", section));
    }

    @Test
    void findsNothingForWordsThatStandNowhere() {
        assertThat(new ConcernedSections(SRS).of("Zebras quack.")).isEmpty();
        assertThat(new ConcernedSections(SRS).of("")).isEmpty();
    }

    @Test
    void knowsWhereAQuestionIsAsked() {
        ConcernedSections sections = new ConcernedSections(SRS);

        SRS.get(0)
                .drafts()
                .forEach(
                        draft ->
                                draft.questions()
                                        .forEach(
                                                question ->
                                                        assertThat(sections.asking(question.id()))
                                                                .contains(
                                                                        new Place(
                                                                                "srs",
                                                                                draft.section()
                                                                                        .id()))));
        assertThat(sections.asking("Q-never")).isEmpty();
    }
}
