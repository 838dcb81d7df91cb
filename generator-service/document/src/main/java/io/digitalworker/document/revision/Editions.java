package io.digitalworker.document.revision;

import io.digitalworker.api.RevisionRecord;
import io.digitalworker.document.edition.Edition;
import io.digitalworker.document.outline.Detail;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * The documents that a revision begins with, and what it makes of them.
 *
 * @param base after all revisions but the last
 * @param next with the last one applied
 */
public record Editions(Edition base, NextEdition next) {
    /**
     * Applies a chain of revisions.
     *
     * @param first detail that the root job was submitted with
     * @param sections of the documents as facts alone make them in a detail; asked for where needed
     */
    public static Editions of(
            RevisionRecord record, Detail first, Function<Detail, ConcernedSections> sections) {
        Edition edition = Edition.first(Instant.ofEpochMilli(record.submittedAt()), first);
        List<RevisionRecord.Step> steps = record.steps();
        for (RevisionRecord.Step step : steps.subList(0, steps.size() - 1)) {
            edition = next(edition, step, sections).edition();
        }
        return new Editions(edition, next(edition, steps.get(steps.size() - 1), sections));
    }

    private static NextEdition next(
            Edition before,
            RevisionRecord.Step step,
            Function<Detail, ConcernedSections> sections) {
        return NextEdition.of(before, step, () -> sections.apply(before.detail()));
    }
}
