package io.digitalworker.generator.model;

/** Why a section is not written as asked for. */
public enum Lack {
    /** An operator has switched models off. */
    SWITCHED_OFF("switched-off", true),
    /** What the job, its principal or everybody may spend is spent. */
    BUDGET("budget", true),
    /** The job's deadline is near. */
    DEADLINE("deadline", true),
    /** Permissions or configuration are in the way. */
    UNUSABLE("model-unusable", false),
    /** It failed, or has failed too often to be asked. */
    UNAVAILABLE("model-unavailable", false),
    TIMED_OUT("model-timed-out", false),
    REFUSED("model-refused", false),
    EMPTY("answer-empty", false),
    TRUNCATED("answer-truncated", false),
    /** Too little of what it wrote, and wrote again, is borne out by the archive. */
    UNSOUND("answer-unsound", true);

    private final String key;
    private final boolean ofAllModels;

    Lack(String key, boolean ofAllModels) {
        this.key = key;
        this.ofAllModels = ofAllModels;
    }

    /** As the report tells it. */
    public String key() {
        return key;
    }

    /** Whether no other model is asked then. */
    public boolean ofAllModels() {
        return ofAllModels;
    }
}
