package io.digitalworker.document.brief;

import com.fasterxml.jackson.annotation.JsonValue;

/** How well the code bears a feature out; the thresholds are in {@link FeatureEvidence}. */
public enum FeatureStatus {
    EVIDENCED("evidenced"),
    PARTIAL("partial"),
    NO_EVIDENCE("no-evidence");

    private final String key;

    FeatureStatus(String key) {
        this.key = key;
    }

    @JsonValue
    public String key() {
        return key;
    }
}
