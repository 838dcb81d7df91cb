package io.digitalworker.local.system;

import java.util.UUID;

/** What somebody owns, by the names that requests give. */
record Things(String jobId, String uploadId, String batchId) {
    /** Names of nothing. */
    static Things never() {
        return new Things(id(), id(), id());
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }
}
