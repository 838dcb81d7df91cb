package io.digitalworker.generator.model;

import java.io.IOException;
import java.net.ConnectException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;

/** What the SDK's exceptions mean for whoever asks a model. */
final class BedrockFaults {
    private static final Set<String> THROTTLING =
            Set.of(
                    "ThrottlingException",
                    "ServiceQuotaExceededException",
                    "ModelNotReadyException",
                    "ServiceUnavailableException");

    private final Clock clock;

    BedrockFaults(Clock clock) {
        this.clock = clock;
    }

    ModelFault of(SdkException fault) {
        if (fault instanceof AwsServiceException answered) {
            return of(answered);
        }
        String name = fault.getClass().getSimpleName();
        if (fault instanceof ApiCallAttemptTimeoutException
                || fault instanceof ApiCallTimeoutException) {
            return new ModelFault.TimedOut(name);
        }
        // what else ends a call on this side is the lack of credentials or of a region
        if (isCausedBy(ConnectException.class, fault)) {
            return new ModelFault.Unavailable(name, false);
        }
        return isCausedBy(IOException.class, fault)
                ? new ModelFault.Unavailable(name, true)
                : new ModelFault.Unusable(name);
    }

    private ModelFault of(AwsServiceException answered) {
        String code = code(answered);
        int status = answered.statusCode();
        if (THROTTLING.contains(code)
                || answered.isThrottlingException()
                || status == 429
                || status == 503) {
            return new ModelFault.Throttled(code, retryAfter(answered));
        }
        if (code.equals("ModelTimeoutException") || status == 408) {
            return new ModelFault.TimedOut(code);
        }
        return status >= 500 || status == 424
                ? new ModelFault.Unavailable(code, false)
                : new ModelFault.Unusable(code);
    }

    /** The class of error as the service calls it; what it says about it may hold what was asked. */
    private static String code(AwsServiceException answered) {
        AwsErrorDetails details = answered.awsErrorDetails();
        String code = details == null ? null : details.errorCode();
        return code != null && code.matches("[A-Za-z]{1,80}")
                ? code
                : "status " + answered.statusCode();
    }

    /** Seconds, or a date (RFC 9110 §10.2.3). */
    private Optional<Duration> retryAfter(AwsServiceException answered) {
        AwsErrorDetails details = answered.awsErrorDetails();
        if (details == null || details.sdkHttpResponse() == null) {
            return Optional.empty();
        }
        return details.sdkHttpResponse().firstMatchingHeader("retry-after").flatMap(this::after);
    }

    private Optional<Duration> after(String value) {
        if (value.matches("\\d{1,6}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
        }
        try {
            var format = DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT);
            Duration until =
                    Duration.between(
                            clock.instant(), ZonedDateTime.parse(value, format).toInstant());
            return Optional.of(until.isNegative() ? Duration.ZERO : until);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static boolean isCausedBy(Class<?> kind, Throwable fault) {
        for (Throwable next = fault.getCause(); next != null; next = next.getCause()) {
            if (kind.isInstance(next)) {
                return true;
            }
        }
        return false;
    }
}
