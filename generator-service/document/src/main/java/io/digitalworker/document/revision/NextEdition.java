package io.digitalworker.document.revision;

import io.digitalworker.api.RevisionAction;
import io.digitalworker.api.RevisionAnswer;
import io.digitalworker.api.RevisionRecord;
import io.digitalworker.api.RevisionRequest;
import io.digitalworker.document.edition.Change;
import io.digitalworker.document.edition.Edition;
import io.digitalworker.document.edition.Place;
import io.digitalworker.document.edition.Request;
import io.digitalworker.document.outline.Detail;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * An edition with one revision applied. It depends on nothing but the source and the revisions before, so
 * that the whole chain can be applied anew by each job.
 *
 * @param edition after the revision
 * @param concerned sections that it was applied to
 * @param everywhere whether no section was told from the others
 */
public record NextEdition(Edition edition, Set<Place> concerned, boolean everywhere) {
    public NextEdition {
        concerned = Set.copyOf(concerned);
    }

    /**
     * Applies a revision.
     *
     * @param sections of the documents as they are before it; asked for where they are needed
     */
    public static NextEdition of(
            Edition before, RevisionRecord.Step step, Supplier<ConcernedSections> sections) {
        RevisionRequest request = step.request();
        Instant at = Instant.ofEpochMilli(step.submittedAt());
        return switch (request.toDo()) {
            case ANSWER -> new NextEdition(before, Set.of(), false);
            case APPROVE ->
                    new NextEdition(
                            before.after(new Change(at, RevisionAction.APPROVE, List.of())),
                            Set.of(),
                            false);
            case REVISE -> revised(before, step, at, sections.get());
            case DETAIL -> told(before, request, at, sections.get(), Detail::more);
            case SIMPLIFY -> told(before, request, at, sections.get(), Detail::less);
        };
    }

    private static NextEdition revised(
            Edition before, RevisionRecord.Step step, Instant at, ConcernedSections sections) {
        RevisionRequest request = step.request();
        Map<String, String> answers = new TreeMap<>();
        Set<Place> concerned = new TreeSet<>();
        for (RevisionAnswer answer : request.answers()) {
            answers.put(answer.questionId(), answer.answer());
            concerned.addAll(sections.asking(answer.questionId()));
        }
        Edition next = before.answered(answers);
        if (request.message() != null) {
            Set<Place> meant = meant(request, sections);
            concerned.addAll(meant);
            next = next.asked(new Request(step.jobId(), request.words(), List.copyOf(meant)));
        }
        Change change = new Change(at, RevisionAction.REVISE, List.copyOf(concerned));
        return new NextEdition(next.after(change), concerned, false);
    }

    private static NextEdition told(
            Edition before,
            RevisionRequest request,
            Instant at,
            ConcernedSections sections,
            UnaryOperator<Detail> step) {
        Set<Place> meant = meant(request, sections);
        boolean everywhere = meant.isEmpty();
        Map<Place, Detail> details = new TreeMap<>(before.details());
        if (everywhere) {
            details.replaceAll((place, detail) -> step.apply(detail));
        }
        meant.forEach(place -> details.put(place, step.apply(before.detail(place))));
        Detail whole = everywhere ? step.apply(before.detail()) : before.detail();
        Set<Place> concerned = everywhere ? sections.all() : meant;
        Change change = new Change(at, request.toDo(), List.copyOf(concerned));
        return new NextEdition(before.told(whole, details).after(change), concerned, everywhere);
    }

    private static Set<Place> meant(RevisionRequest request, ConcernedSections sections) {
        if (!request.sections().isEmpty()) {
            return sections.named(request.sections());
        }
        return request.message() == null ? Set.of() : sections.of(request.words());
    }
}
