package io.digitalworker.generator.open;

import io.digitalworker.api.ErrorCode;

/** What was submitted, checked; or why it is refused. */
public sealed interface OpenResult permits Source, OpenResult.Refused {
    /** A reason to end the job for good. */
    record Refused(ErrorCode code) implements OpenResult {}
}
