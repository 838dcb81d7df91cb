package io.digitalworker.cleanup.letter;

import io.digitalworker.api.ErrorCode;
import io.digitalworker.api.event.JobEvent;
import io.digitalworker.ledger.DeadLetter;
import io.digitalworker.ledger.DeadLetters;
import io.digitalworker.ledger.EventJson;
import io.digitalworker.ledger.EventJson.UnreadableEvent;
import io.digitalworker.ledger.Job;
import io.digitalworker.ledger.JobLedger;
import io.digitalworker.queue.Received;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what a queue gave up, with the state that it causes (design §3). The message was an event of
 * the history, so its body is not kept; only its hash is.
 */
@Singleton
public final class KeepLetter {
    private static final Duration MARGIN = Duration.ofSeconds(1);

    private final JobLedger ledger;
    private final DeadLetters letters;
    private final Clock clock;

    KeepLetter(JobLedger ledger, DeadLetters letters, Clock clock) {
        this.ledger = ledger;
        this.letters = letters;
        this.clock = clock;
    }

    /**
     * Of {@code generate}: the job fails, recoverably, unless somebody works on it right now.
     *
     * @return how long the letter has to wait for the end of the claim; zero if it is kept
     */
    public Duration ofGenerate(Received received) {
        Optional<JobEvent> event = event(received);
        Optional<Job> job = event.flatMap(e -> ledger.find(e.jobId()));
        if (event.isEmpty() || job.isEmpty()) {
            letters.keep(letter("generate", received, event, ErrorCode.PROCESSING_FAILED, null));
            return Duration.ZERO;
        }
        Duration claimed = claimed(job.get());
        if (claimed.isZero()) {
            String cause = job.get().lastCause();
            letters.keepOfJob(
                    letter("generate", received, event, ErrorCode.PROCESSING_FAILED, cause),
                    event.get().attempt());
        }
        return claimed;
    }

    /** Of {@code notify}: its deliveries are undelivered, the job stays as it is. */
    public void ofNotify(Received received) {
        Optional<JobEvent> event = event(received);
        DeadLetter letter = letter("notify", received, event, ErrorCode.DELIVERY_FAILED, null);
        if (event.isEmpty()) {
            letters.keep(letter);
        } else {
            letters.keepOfNotification(letter);
        }
    }

    /** Of {@code cleanup}: the deletion stays due. */
    public void ofCleanup(Received received) {
        letters.keep(letter("cleanup", received, event(received), ErrorCode.INTERNAL, null));
    }

    private Duration claimed(Job job) {
        Instant until = job.claimUntil();
        if (job.status().isTerminal() || until == null || !clock.instant().isBefore(until)) {
            return Duration.ZERO;
        }
        return Duration.between(clock.instant(), until).plus(MARGIN);
    }

    private DeadLetter letter(
            String queue,
            Received received,
            Optional<JobEvent> event,
            ErrorCode code,
            @Nullable String cause) {
        return new DeadLetter(
                event.map(JobEvent::jobId).orElse(DeadLetter.UNADDRESSED),
                queue,
                received.messageId(),
                event.map(JobEvent::sequence).orElse(0L),
                event.map(JobEvent::eventId).orElse(null),
                received.receiveCount(),
                code,
                cause,
                sha256(received.body()),
                clock.instant(),
                "waiting");
    }

    private static Optional<JobEvent> event(Received received) {
        try {
            return Optional.of(EventJson.ofEnvelope(received.body()));
        } catch (UnreadableEvent e) {
            return Optional.empty();
        }
    }

    private static String sha256(String body) {
        try {
            byte[] text = body.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
