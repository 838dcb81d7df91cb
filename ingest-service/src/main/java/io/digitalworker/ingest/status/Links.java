package io.digitalworker.ingest.status;

import io.digitalworker.api.Artifact;
import java.time.Duration;

/** Makes addresses under which artifacts can be fetched without further proof of identity. */
@FunctionalInterface
interface Links {
    /**
     * An address that works from now on.
     *
     * @param outputKey prefix of the published set
     * @param life how long it works
     */
    String to(String outputKey, Artifact artifact, Duration life);
}
