package io.digitalworker.document.revision;

import com.fasterxml.jackson.databind.JsonNode;
import io.digitalworker.api.RevisionRequest;
import io.digitalworker.document.edition.EditionStatus;
import io.digitalworker.document.edition.Place;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What came of a revision, for the report.
 *
 * @param root the job that the archive was submitted with
 * @param basedOn the job whose documents were revised
 * @param number of the revision in its chain, from 1
 * @param status of the documents afterwards
 * @param concerned sections that it was applied to
 * @param merged questions whose answers stand in a section now
 * @param notes what could not be done, and why
 */
public record RevisionOutcome(
        String root,
        String basedOn,
        int number,
        RevisionRequest request,
        EditionStatus status,
        Set<Place> concerned,
        Set<String> merged,
        List<Note> notes,
        List<SectionDiff> diffs) {
    /** A rule, as a stable word, and what it means here, without anything that the caller sent. */
    public record Note(String rule, String detail) {}

    public RevisionOutcome {
        Objects.requireNonNull(root, "root");
        Objects.requireNonNull(basedOn, "basedOn");
        concerned = Set.copyOf(concerned);
        merged = Set.copyOf(merged);
        notes = List.copyOf(notes);
        diffs = List.copyOf(diffs);
    }

    public JsonNode json() {
        return RevisionJson.of(this);
    }
}
