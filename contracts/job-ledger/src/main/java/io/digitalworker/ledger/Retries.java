package io.digitalworker.ledger;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * The one layer that retries calls to the table (the SDK's own retries are off): what passes by itself
 * is tried again with growing, jittered pauses, {@value #TRIES} times and about five seconds in all.
 */
final class Retries {
    static final int TRIES = 7;
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(25);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(800);

    private static final Set<String> PASSING =
            Set.of(
                    "InternalServerError",
                    "LimitExceededException",
                    "ProvisionedThroughputExceeded",
                    "ProvisionedThroughputExceededException",
                    "RequestLimitExceeded",
                    "ServiceUnavailable",
                    "ThrottlingError",
                    "ThrottlingException",
                    "TransactionConflict",
                    "TransactionConflictException",
                    "TransactionInProgressException");

    private static final Set<String> OUR_MISTAKES =
            Set.of(
                    "IdempotentParameterMismatchException",
                    "SerializationException",
                    "ValidationError",
                    "ValidationException");

    /** Waits between tries. */
    interface Pause {
        void take(Duration time) throws InterruptedException;
    }

    private final Pause pause;

    Retries(Pause pause) {
        this.pause = pause;
    }

    static Retries sleeping() {
        return new Retries(time -> Thread.sleep(time.toMillis()));
    }

    /** Begins a call that is named so in messages. */
    Run of(String operation) {
        return new Run(operation);
    }

    /** One call with all its tries. */
    final class Run {
        private final String operation;
        private final long started = System.nanoTime();
        private boolean uncertain;

        private Run(String operation) {
            this.operation = operation;
        }

        /** Whether a try that failed so far may have taken effect all the same. */
        boolean isUncertain() {
            return uncertain;
        }

        <T> T call(Supplier<T> request) {
            for (int tries = 1; ; tries++) {
                try {
                    return request.get();
                } catch (SdkException fault) {
                    uncertain |= mayHaveTakenEffect(fault);
                    if (!passes(fault)) {
                        throw lasting(fault);
                    }
                    if (tries == TRIES || System.nanoTime() - started > LIMIT.toNanos()) {
                        throw new LedgerUnavailable(operation, fault);
                    }
                    rest(tries, fault);
                }
            }
        }

        private void rest(int tries, SdkException fault) {
            long longest =
                    Math.min(LONGEST_PAUSE.toMillis(), FIRST_PAUSE.toMillis() << (tries - 1));
            try {
                pause.take(
                        Duration.ofMillis(
                                ThreadLocalRandom.current().nextLong(longest / 2, longest + 1)));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new LedgerUnavailable(operation, fault);
            }
        }

        private RuntimeException lasting(SdkException fault) {
            if (fault instanceof AbortedException) {
                Thread.currentThread().interrupt();
            }
            return isOurMistake(fault)
                    ? new IllegalStateException(operation + " refused: " + code(fault), fault)
                    : new LedgerUnavailable(operation, fault);
        }
    }

    private static boolean passes(SdkException fault) {
        if (fault instanceof AbortedException) {
            return false;
        }
        if (fault instanceof TransactionCanceledException cancelled) {
            return cancelled.cancellationReasons().stream()
                    .anyMatch(reason -> PASSING.contains(String.valueOf(reason.code())));
        }
        return fault instanceof SdkClientException || isServers(fault) || isPassingCode(fault);
    }

    private static boolean isPassingCode(SdkException fault) {
        return PASSING.contains(code(fault))
                || (fault instanceof AwsServiceException service
                        && service.isThrottlingException());
    }

    private static boolean mayHaveTakenEffect(SdkException fault) {
        return fault instanceof SdkClientException || isServers(fault);
    }

    private static boolean isServers(SdkException fault) {
        return fault instanceof SdkServiceException service && service.statusCode() >= 500;
    }

    private static boolean isOurMistake(SdkException fault) {
        if (fault instanceof TransactionCanceledException cancelled) {
            return cancelled.cancellationReasons().stream()
                    .anyMatch(reason -> OUR_MISTAKES.contains(String.valueOf(reason.code())));
        }
        return OUR_MISTAKES.contains(code(fault));
    }

    private static String code(SdkException fault) {
        if (fault instanceof AwsServiceException service && service.awsErrorDetails() != null) {
            return String.valueOf(service.awsErrorDetails().errorCode());
        }
        return fault.getClass().getSimpleName();
    }
}
