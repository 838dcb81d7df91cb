package io.digitalworker.ingest.batch;

import io.digitalworker.ingest.Submission;
import java.util.List;
import java.util.Optional;

/**
 * What was sent, as it came: nothing of it is checked.
 *
 * @param options of the batch itself, as JSON: its callback address
 */
record BatchRequest(List<Submission> submissions, Optional<byte[]> options) {
    BatchRequest {
        submissions = List.copyOf(submissions);
    }
}
