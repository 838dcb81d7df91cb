package io.digitalworker.local.launcher.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.digitalworker.api.JobStatusView;

/**
 * A job's status.
 *
 * @param json the same as it came, with fields that this version does not know
 */
public record SeenJob(JobStatusView view, JsonNode json) {
    public boolean hasEnded() {
        return view.status().isTerminal();
    }
}
