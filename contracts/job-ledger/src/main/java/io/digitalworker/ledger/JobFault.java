package io.digitalworker.ledger;

import io.digitalworker.api.ErrorCode;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Why an attempt failed.
 *
 * @param finalFailure refused, cancelled or timed out: the source goes at once; otherwise an operator
 *     can redrive it
 * @param cause simple class name of the last exception, where there was one; never its message: what
 *     is no Java name is left out
 */
public record JobFault(
        ErrorCode code, boolean finalFailure, @Nullable String stage, @Nullable String cause) {
    private static final Pattern CLASS_NAME = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]{0,199}");

    public JobFault {
        cause = className(cause);
    }

    public static JobFault refused(ErrorCode code, String stage) {
        return new JobFault(code, true, stage, null);
    }

    /** No free text is in the ledger (design §4.5), not even by mistake. */
    static @Nullable String className(@Nullable String cause) {
        return cause != null && CLASS_NAME.matcher(cause).matches() ? cause : null;
    }
}
