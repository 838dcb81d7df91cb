package io.digitalworker.document.edition;

import io.digitalworker.api.RevisionAction;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A revision as the documents' history tells it.
 *
 * @param at when it was asked for
 * @param action never {@code ANSWER}: that changes no document
 * @param places that it concerns, sorted; all that there are where it names none
 */
public record Change(Instant at, RevisionAction action, List<Place> places) {
    public Change {
        Objects.requireNonNull(at, "at");
        if (!action.changesDocuments()) {
            throw new IllegalArgumentException(action + " changes no document");
        }
        places = places.stream().distinct().sorted().toList();
    }
}
