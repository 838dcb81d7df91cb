package io.digitalworker.door;

import io.digitalworker.api.ErrorCode;
import org.jspecify.annotations.Nullable;

/** What came of asking who calls. */
sealed interface Answer {
    /** Somebody who may. */
    record Welcome(Visitor visitor) implements Answer {}

    /**
     * Nobody known, or somebody who may not.
     *
     * @param challenge value of {@code WWW-Authenticate}, where proof would help
     */
    record Refused(ErrorCode code, @Nullable String challenge) implements Answer {
        static Refused forbidden() {
            return new Refused(ErrorCode.FORBIDDEN, null);
        }
    }
}
