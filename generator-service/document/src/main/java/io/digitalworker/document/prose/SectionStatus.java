package io.digitalworker.document.prose;

import com.fasterxml.jackson.annotation.JsonValue;

/** How much of a section could be written. */
public enum SectionStatus {
    COMPLETE("complete"),
    /** The facts that it is written from are not there. */
    INCOMPLETE("incomplete"),
    /** Only people can say. */
    NEEDS_INPUT("needs-input");

    private final String key;

    SectionStatus(String key) {
        this.key = key;
    }

    @JsonValue
    public String key() {
        return key;
    }
}
