package io.digitalworker.document.revision;

import io.digitalworker.api.RevisionAction;
import io.digitalworker.api.RevisionAnswer;
import io.digitalworker.api.RevisionRecord;
import io.digitalworker.api.RevisionRequest;
import io.digitalworker.document.edition.Request;
import io.digitalworker.document.prose.Question;
import io.digitalworker.document.prose.Span;
import io.digitalworker.document.revision.RevisionOutcome.Note;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Says what came of a revision: what was compared, merged, and could not be done.
 *
 * @param record the chain of revisions whose last one this is
 * @param basedOn the job whose documents were revised
 */
public record Revision(RevisionRecord record, String basedOn, Editions editions) {

    /**
     * The outcome.
     *
     * @param before the documents before it
     * @param after the documents afterwards, in the same order
     * @param answer where a question was asked
     */
    public RevisionOutcome outcome(
            List<DocumentDiff.Side> before,
            List<DocumentDiff.Side> after,
            Optional<AnswerMarkdown> answer) {
        List<SectionDiff> diffs = new ArrayList<>();
        for (int i = 0; i < after.size(); i++) {
            diffs.addAll(DocumentDiff.of(before.get(i), after.get(i)));
        }
        Set<String> merged = new TreeSet<>(open(before));
        merged.removeAll(open(after));
        return new RevisionOutcome(
                record.root(),
                basedOn,
                record.steps().size(),
                request(),
                editions.next().edition().status(),
                editions.next().concerned(),
                merged,
                notes(after, merged, answer),
                diffs);
    }

    /** What is asked. */
    public RevisionRequest request() {
        return step().request();
    }

    /** The last step of the chain. */
    public RevisionRecord.Step step() {
        return record.steps().get(record.steps().size() - 1);
    }

    private static Set<String> open(List<DocumentDiff.Side> documents) {
        return documents.stream()
                .map(DocumentDiff.Side::document)
                .flatMap(document -> document.verified().drafts().stream())
                .flatMap(draft -> draft.questions().stream())
                .map(Question::id)
                .collect(Collectors.toSet());
    }

    private List<Note> notes(
            List<DocumentDiff.Side> after, Set<String> merged, Optional<AnswerMarkdown> answer) {
        List<Note> notes = new ArrayList<>();
        for (RevisionAnswer each : request().answers()) {
            if (!merged.contains(each.questionId())) {
                notes.add(new Note("answer-not-open", each.questionId() + " was not open here"));
            }
        }
        if (concernsNothing()) {
            notes.add(
                    new Note(
                            "concerns-no-section",
                            "the message fits no section: name the ones that are meant"));
        }
        if (isQuoted(after)) {
            notes.add(
                    new Note(
                            "request-quoted-not-made",
                            "no model wrote the sections concerned: they quote the request"));
        }
        if (isTold()
                && editions.base().detail() == editions.next().edition().detail()
                && editions.base().details().equals(editions.next().edition().details())) {
            notes.add(new Note("no-other-detail", "there is no further step of detail"));
        }
        answer.filter(found -> !found.isFound())
                .ifPresent(
                        any ->
                                notes.add(
                                        new Note(
                                                "nothing-found",
                                                "neither code nor documents fit the question")));
        return notes;
    }

    private boolean isTold() {
        RevisionAction action = request().toDo();
        return action == RevisionAction.DETAIL || action == RevisionAction.SIMPLIFY;
    }

    private boolean concernsNothing() {
        return editions.next().edition().requests().stream()
                .filter(each -> each.id().equals(step().jobId()))
                .map(Request::places)
                .anyMatch(List::isEmpty);
    }

    private boolean isQuoted(List<DocumentDiff.Side> after) {
        String source = "message:" + step().jobId();
        return after.stream()
                .flatMap(side -> side.document().verified().drafts().stream())
                .flatMap(draft -> draft.sentences().flatMap(s -> s.spans().stream()))
                .anyMatch(span -> span instanceof Span.Quote q && q.source().equals(source));
    }
}
