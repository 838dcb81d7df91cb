package io.digitalworker.ledger;

import java.time.Duration;
import java.time.Instant;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Every time after which something ends, in one place (design §4.1, §4.5).
 *
 * @param deleteAfter from submission to the deletion of source and artifacts
 * @param ledgerFor how long items of the ledger live
 * @param deadline from the first claim of an attempt to its {@code TIMED_OUT}
 * @param claim how long a claim holds without renewal; renewed every third of it
 * @param upload how long an upload can be made, and be submitted
 * @param uploadDeleted when what was uploaded goes; later than {@code upload} by what a slow one takes
 * @param requestKey how long a request can be repeated under its key
 * @param keyClaim how long a key is held for a request without renewal; renewed every third of it
 * @param webhookOverlap how long a webhook secret that was replaced goes on signing
 */
public record Retention(
        Duration deleteAfter,
        Duration ledgerFor,
        Duration deadline,
        Duration claim,
        Duration upload,
        Duration uploadDeleted,
        Duration requestKey,
        Duration keyClaim,
        Duration webhookOverlap) {
    public static Retention standard() {
        return new Retention(
                Duration.ofHours(24),
                Duration.ofDays(30),
                Duration.ofMinutes(30),
                Duration.ofSeconds(15),
                Duration.ofMinutes(90),
                Duration.ofHours(2),
                Duration.ofHours(24),
                Duration.ofSeconds(15),
                Duration.ofHours(24));
    }

    /** {@code ExpiresAt} of whatever belongs to a job, epoch seconds. */
    AttributeValue expiresAt(Instant submittedAt) {
        return Values.number(submittedAt.plus(ledgerFor).getEpochSecond());
    }
}
