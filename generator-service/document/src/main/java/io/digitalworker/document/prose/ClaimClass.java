package io.digitalworker.document.prose;

import com.fasterxml.jackson.annotation.JsonValue;

/** How far a sentence can be relied on (design §4.8). */
public enum ClaimClass {
    /** Stands in the archive or the descriptor. */
    EXTRACTED("EXTRACTED"),
    /** Concluded from what stands there, by a rule that the document names. */
    INFERRED("INFERRED"),
    /** Taken for granted. */
    ASSUMED("ASSUMED"),
    /** Somebody who knows has to say. */
    NEEDS_SME("NEEDS-SME"),
    /** Intended, not there. */
    PROPOSED("PROPOSED");

    private final String key;

    ClaimClass(String key) {
        this.key = key;
    }

    @JsonValue
    public String key() {
        return key;
    }
}
