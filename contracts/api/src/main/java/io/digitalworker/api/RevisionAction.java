package io.digitalworker.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;

/** What a revision does (design §4.1). In JSON an action is its {@link #key()}. */
public enum RevisionAction {
    /** Answers a question about code and documents in {@code answer.md}; the documents stay. */
    ANSWER,
    /** Merges answers to open questions, and a request, into the sections that they concern. */
    REVISE,
    /** Tells sections in one step more of detail. */
    DETAIL,
    /** Tells sections in one step less of detail. */
    SIMPLIFY,
    /** Gives the documents the status {@code approved}; nothing is rewritten. */
    APPROVE;

    /** The name in lower case. */
    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The action of that key.
     *
     * @throws IllegalArgumentException if there is none
     */
    @JsonCreator
    public static RevisionAction of(String key) {
        return find(key).orElseThrow(() -> new IllegalArgumentException("there is no such action"));
    }

    public static Optional<RevisionAction> find(String key) {
        for (RevisionAction action : values()) {
            if (action.key().equals(key)) {
                return Optional.of(action);
            }
        }
        return Optional.empty();
    }

    /** Whether the documents are others afterwards. */
    public boolean changesDocuments() {
        return this != ANSWER;
    }
}
