package io.digitalworker.runtime;

import io.digitalworker.ledger.LedgerUnavailable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Tells faults of the cloud, which pass ({@code Later}), from faults of the work (design §3). */
public final class TransientFaults {
    private TransientFaults() {}

    /** True for a ledger or a service out of reach, throttling, answers 5xx, and what says so itself. */
    public static boolean is(Throwable fault) {
        if (fault instanceof AwsServiceException refused) {
            return refused.isThrottlingException() || refused.statusCode() >= 500;
        }
        return fault instanceof TransientFault
                || fault instanceof LedgerUnavailable
                || fault instanceof SdkClientException;
    }
}
