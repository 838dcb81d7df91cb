package io.digitalworker.document.revision;

import io.digitalworker.document.edition.EditionStatus;
import io.digitalworker.document.edition.Place;
import io.digitalworker.document.prose.Question;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.prose.SectionStatus;
import io.digitalworker.document.publication.WrittenDocument;
import io.digitalworker.document.rendering.Rendering;
import io.digitalworker.document.revision.Conversation.Turn;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What a revision changes in the three documents of the example, and what it leaves byte for byte. */
class RevisedDocumentsTest {
    /**
     * Sections that tell of the others, and so may change with them: open questions and steps by what is
     * answered, completeness and review by status, references by what is cited, history by each revision.
     */
    private static final Set<String> TELLING_OF_OTHERS =
            Set.of(
                    "open-questions",
                    "next-steps",
                    "completeness",
                    "technical-review",
                    "references",
                    "revision-history");

    @Test
    void mergesAnAnswerWhereItsQuestionIsAskedAndNowhereElse() {
        Conversation talk = new Conversation();
        Asked asked = asked(talk.turn("approve", null).before(), "srs");
        Turn turn = new Conversation().answer(asked.question().id(), "Ten orders a second.");

        SectionDraft section = turn.after().draft("srs", asked.section());
        assertThat(section.questions())
                .extracting(Question::id)
                .doesNotContain(asked.question().id());
        assertThat(text(turn, "srs/" + asked.section()))
                .contains("Answers given", "> Ten orders a second. *(ASSUMED)*");
        assertThat(turn.outcome().merged()).containsExactly(asked.question().id());
        assertThat(turn.outcome().concerned()).contains(new Place("srs", asked.section()));
        assertThat(turn.notes()).isEmpty();
        assertOnlyConcernedChanged(turn);
        assertNothingRemoved(turn);
    }

    @Test
    void aSectionThatWaitedForAnswersAloneIsCompleteWithThem() {
        SectionDraft waiting = waiting();
        Conversation talk = new Conversation();
        Turn last = null;
        for (Question question : waiting.questions()) {
            last = talk.answer(question.id(), "That is agreed with the owner.");
        }

        assertThat(last).as("questions of " + waiting.section().id()).isNotNull();
        SectionDraft section = section(last.after().documents(), waiting.section().id());
        assertThat(section.status()).isEqualTo(SectionStatus.COMPLETE);
        assertThat(section.questions()).isEmpty();
        assertThat(section(last.before().documents(), waiting.section().id()).status())
                .as("before the last answer")
                .isEqualTo(SectionStatus.NEEDS_INPUT);
    }

    @Test
    void quotesARequestAndSaysThatItIsNotMade() {
        Turn turn = new Conversation().revise("Name the owner of each table.", "data-model");

        assertThat(text(turn, "srs/data-model"))
                .contains("Changes asked for", "> Name the owner of each table. *(NEEDS-SME)*");
        assertThat(turn.after().draft("srs", "data-model").status())
                .isEqualTo(SectionStatus.NEEDS_INPUT);
        assertThat(turn.notes()).containsExactly("request-quoted-not-made");
        assertThat(turn.outcome().concerned())
                .containsExactlyInAnyOrder(
                        new Place("srs", "data-model"), new Place("tech-design", "data-model"));
        assertOnlyConcernedChanged(turn);
        assertNothingRemoved(turn);
    }

    @Test
    void saysSoWhereARequestConcernsNoSection() {
        Turn turn = new Conversation().revise("Zebras quack.");

        assertThat(turn.notes()).containsExactly("concerns-no-section");
        assertThat(turn.outcome().concerned()).isEmpty();
        assertThat(sections(turn.changed())).containsOnly("revision-history");
    }

    @Test
    void tellsOneSectionInAnotherDetailAndLeavesTheOthers() {
        Conversation talk = new Conversation();
        Turn less = talk.turn("simplify", null, "functional-requirements");
        Turn more = talk.turn("detail", null, "functional-requirements");

        assertThat(text(less, "srs/functional-requirements").length())
                .isLessThan(less.before().texts().get("srs/functional-requirements").length());
        assertThat(text(more, "srs/functional-requirements"))
                .isEqualTo(less.before().texts().get("srs/functional-requirements"));
        assertOnlyConcernedChanged(less);
        assertOnlyConcernedChanged(more);
        assertNothingRemoved(more);
    }

    @Test
    void lessDetailAndMoreAgainGivesTheSameSections() {
        Conversation talk = new Conversation();
        Turn less = talk.turn("simplify", null);
        Turn more = talk.turn("detail", null);

        assertThat(less.changed()).contains("srs/functional-requirements");
        less.before()
                .texts()
                .forEach(
                        (id, text) -> {
                            if (!id.endsWith("/revision-history")) {
                                assertThat(more.after().texts()).as(id).containsEntry(id, text);
                            }
                        });
    }

    @Test
    void saysSoWhereThereIsNoFurtherStepOfDetail() {
        Conversation talk = new Conversation();
        talk.turn("detail", null);

        Turn again = talk.turn("detail", null);

        assertThat(again.notes()).containsExactly("no-other-detail");
        assertThat(sections(again.changed())).containsOnly("revision-history");
    }

    @Test
    void approvalChangesTheStatusAndTheHistoryAlone() {
        Conversation talk = new Conversation();
        talk.revise("Name the owner of each table.", "data-model");

        Turn turn = talk.turn("approve", null);

        assertThat(turn.outcome().status()).isEqualTo(EditionStatus.APPROVED);
        assertThat(sections(turn.changed())).containsOnly("revision-history");
        assertThat(markdown(turn)).contains("approved, with").contains("revision 2|");
        assertThat(talk.turn("simplify", null, "data-model").outcome().status())
                .as("after a later revision")
                .isEqualTo(EditionStatus.REVISED);
    }

    @Test
    void theHistoryTellsEachRevisionWithItsDate() {
        Conversation talk = new Conversation();
        talk.revise("Name the owner of each table.", "data-model");
        Turn turn = talk.turn("simplify", null, "functional-requirements");

        assertThat(text(turn, "srs/revision-history"))
                .contains("|2026-03-04|first draft")
                .containsPattern(
                        "revision 1\\|2026-03-05\\|revised: \\[Data model]\\(#data-model\\)")
                .containsPattern(
                        "revision 2\\|2026-03-06\\|told in less detail: \\[Functional req");
        assertThat(text(turn, "functional-spec/revision-history"))
                .contains("revised in other sections or documents");
    }

    @Test
    void aQuestionLeavesTheDocumentsAsTheyAre() {
        Turn turn = new Conversation().turn("answer", "Which tables are there?");

        assertThat(turn.changed()).isEmpty();
        assertThat(turn.editions().next().edition()).isEqualTo(turn.editions().base());
    }

    @Test
    void holdsInAnotherLanguageToo() {
        Turn turn = new Conversation("de").revise("Wem gehört die Tabelle?", "data-model");

        assertThat(text(turn, "srs/data-model"))
                .contains("Gewünschte Änderungen", "> Wem gehört die Tabelle?");
        assertOnlyConcernedChanged(turn);
    }

    private record Asked(String section, Question question) {}

    private static Asked asked(Conversation.Made made, String document) {
        return made.documents().stream()
                .filter(each -> each.name().equals(document))
                .flatMap(each -> each.verified().drafts().stream())
                .filter(draft -> !draft.questions().isEmpty())
                .map(draft -> new Asked(draft.section().id(), draft.questions().get(0)))
                .findFirst()
                .orElseThrow();
    }

    private static SectionDraft waiting() {
        return new Conversation()
                .turn("approve", null).before().documents().stream()
                        .flatMap(each -> each.verified().drafts().stream())
                        .filter(draft -> draft.status() == SectionStatus.NEEDS_INPUT)
                        .filter(draft -> !draft.questions().isEmpty())
                        .findFirst()
                        .orElseThrow();
    }

    private static SectionDraft section(List<WrittenDocument> documents, String id) {
        return documents.stream()
                .flatMap(each -> each.verified().drafts().stream())
                .filter(draft -> draft.section().id().equals(id))
                .filter(draft -> draft.status() != SectionStatus.INCOMPLETE)
                .findFirst()
                .orElseThrow();
    }

    private static void assertOnlyConcernedChanged(Turn turn) {
        Set<String> concerned =
                turn.outcome().concerned().stream()
                        .map(place -> place.document() + "/" + place.section())
                        .collect(Collectors.toSet());
        assertThat(turn.changed())
                .as("sections that the revision changed, concerned are " + concerned)
                .allSatisfy(
                        id ->
                                assertThat(
                                                concerned.contains(id)
                                                        || TELLING_OF_OTHERS.contains(section(id)))
                                        .as(id)
                                        .isTrue());
        assertThat(turn.changed()).containsAnyElementsOf(concerned);
        assertThat(turn.before().texts()).hasSizeGreaterThan(2 * turn.changed().size());
    }

    private static void assertNothingRemoved(Turn turn) {
        assertThat(turn.after().documents())
                .allSatisfy(
                        document ->
                                assertThat(document.verified().faults())
                                        .as(document.name())
                                        .isEmpty());
    }

    private static Set<String> sections(List<String> ids) {
        return ids.stream().map(RevisedDocumentsTest::section).collect(Collectors.toSet());
    }

    private static String section(String id) {
        return id.substring(id.indexOf('/') + 1);
    }

    private static String text(Turn turn, String id) {
        return turn.after().texts().get(id);
    }

    private static String markdown(Turn turn) {
        byte[] bytes = Rendering.markdown(turn.after().trees().get(0)).bytes();
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
