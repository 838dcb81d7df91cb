package io.digitalworker.ledger;

import io.digitalworker.api.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * Why an attempt failed.
 *
 * @param finalFailure refused, cancelled or timed out: the source goes at once; otherwise an operator
 *     can redrive it
 * @param cause simple class name of the last exception, where there was one; never its message
 */
public record JobFault(
        ErrorCode code, boolean finalFailure, @Nullable String stage, @Nullable String cause) {

    public static JobFault refused(ErrorCode code, String stage) {
        return new JobFault(code, true, stage, null);
    }
}
