package io.digitalworker.local.cloud.events;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Something on its way to a queue or a web address.
 *
 * @param address the ARN of the queue, or the URL
 * @param attributes message attributes for a queue, headers for a web address
 * @param origin what the dead letter tells of where it came from
 * @param attempts how often it has been tried
 * @param lastError code and message of the last failure
 */
record Delivery(
        Kind kind,
        String address,
        String body,
        Map<String, String> attributes,
        RetrySchedule schedule,
        int maxRetries,
        long maxAgeSeconds,
        @Nullable String deadLetterArn,
        Map<String, String> origin,
        long createdMillis,
        int attempts,
        @Nullable String lastError) {

    /** Where a delivery goes. */
    enum Kind {
        QUEUE,
        WEB
    }

    static Delivery first(
            Kind kind,
            String address,
            String body,
            Map<String, String> attributes,
            RetrySchedule schedule,
            @Nullable String deadLetterArn,
            long now) {
        return new Delivery(
                kind,
                address,
                body,
                attributes,
                schedule,
                schedule.maxRetries(),
                schedule.maxAgeSeconds(),
                deadLetterArn,
                Map.of(),
                now,
                0,
                null);
    }

    Delivery limited(int retries, long ageSeconds, Map<String, String> from) {
        return new Delivery(
                kind,
                address,
                body,
                attributes,
                schedule,
                retries,
                ageSeconds,
                deadLetterArn,
                from,
                createdMillis,
                attempts,
                lastError);
    }

    Delivery failed(String error) {
        return new Delivery(
                kind,
                address,
                body,
                attributes,
                schedule,
                maxRetries,
                maxAgeSeconds,
                deadLetterArn,
                origin,
                createdMillis,
                attempts + 1,
                error);
    }

    /** The pause before the next attempt; empty if this delivery has had all its chances. */
    Optional<Duration> pause(long now) {
        if (attempts > maxRetries || now - createdMillis > maxAgeSeconds * 1000) {
            return Optional.empty();
        }
        return attempts == 0 ? Optional.of(Duration.ZERO) : schedule.pauseBefore(attempts);
    }

    /** The letter for the dead-letter queue, with the attributes AWS gives it; empty without one. */
    Optional<Delivery> deadLetter(String errorCode, String message, long now) {
        if (deadLetterArn == null) {
            return Optional.empty();
        }
        Map<String, String> told = new TreeMap<>(origin);
        told.put("ERROR_CODE", errorCode);
        told.put("ERROR_MESSAGE", message);
        told.put("RETRY_ATTEMPTS", String.valueOf(Math.max(0, attempts - 1)));
        if (attempts > maxRetries) {
            told.put("EXHAUSTED_RETRY_CONDITION", "MaximumRetryAttempts");
        } else if (now - createdMillis > maxAgeSeconds * 1000) {
            told.put("EXHAUSTED_RETRY_CONDITION", "MaximumEventAgeInSeconds");
        }
        return Optional.of(
                first(Kind.QUEUE, deadLetterArn, body, told, RetrySchedule.EVENTS, null, now));
    }
}
