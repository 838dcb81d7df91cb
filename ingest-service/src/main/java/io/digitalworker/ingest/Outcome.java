package io.digitalworker.ingest;

import io.digitalworker.api.ErrorCode;
import io.digitalworker.api.FieldError;
import io.digitalworker.ingest.key.RequestKey;
import java.util.List;

/** What became of a submission. */
public sealed interface Outcome {
    /** The job is committed. */
    record Accepted(String jobId) implements Outcome {}

    /**
     * Something is wrong with what was sent; nothing was stored.
     *
     * @param details what is wrong where, without anything that the caller sent
     */
    record Refused(ErrorCode code, List<FieldError> details) implements Outcome {
        public Refused {
            details = List.copyOf(details);
        }

        public static Refused of(ErrorCode code) {
            return new Refused(code, List.of());
        }
    }

    /** The same as before, where the content is. */
    static Outcome of(RequestKey.Before before) {
        return before instanceof RequestKey.Before.Same same
                ? new Accepted(same.subject())
                : Refused.of(ErrorCode.IDEMPOTENCY_KEY_REUSED);
    }
}
