package io.digitalworker.document.edition;

import io.digitalworker.api.RevisionAction;
import java.util.List;
import java.util.Locale;

/** How far the people who read the documents have got with them. */
public enum EditionStatus {
    DRAFT,
    REVISED,
    /** Until the next revision. */
    APPROVED;

    static EditionStatus after(List<Change> history) {
        if (history.isEmpty()) {
            return DRAFT;
        }
        return history.get(history.size() - 1).action() == RevisionAction.APPROVE
                ? APPROVED
                : REVISED;
    }

    /** The name in lower case. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
