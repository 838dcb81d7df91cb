package io.digitalworker.cleanup.letter;

import io.digitalworker.api.ErrorCode;
import io.digitalworker.ledger.Change;
import io.digitalworker.ledger.DeadLetter;
import io.digitalworker.ledger.DeadLetters;
import io.digitalworker.ledger.Deletion;
import io.digitalworker.ledger.Deletions;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/** What an operator does about a letter. */
@Singleton
public final class SettleLetter {
    /** What came of it: the letter as it is now, or why not. */
    public sealed interface Settled {
        record Closed(DeadLetter letter) implements Settled {}

        /** {@code NOT_FOUND}, {@code CONFLICT} or {@code GONE}. */
        record Refused(ErrorCode code) implements Settled {}
    }

    private final DeadLetters letters;
    private final Deletions deletions;
    private final Clock clock;

    SettleLetter(DeadLetters letters, Deletions deletions, Clock clock) {
        this.letters = letters;
        this.deletions = deletions;
        this.clock = clock;
    }

    /**
     * Has the work done again: only while the letter waits, if its message could be read, and for a job
     * only while its source is there.
     */
    public Settled redrive(String jobId, String queue, String messageId) {
        Optional<DeadLetter> found = letters.find(jobId, queue, messageId);
        if (found.isEmpty()) {
            return new Settled.Refused(ErrorCode.NOT_FOUND);
        }
        if (!isWaiting(found.get()) || jobId.equals(DeadLetter.UNADDRESSED)) {
            return new Settled.Refused(ErrorCode.CONFLICT);
        }
        if (queue.equals("generate") && sourceIsGone(jobId)) {
            return new Settled.Refused(ErrorCode.GONE);
        }
        if (letters.redrive(found.get()) instanceof Change.Refused) {
            return new Settled.Refused(ErrorCode.CONFLICT);
        }
        return closed(found.get());
    }

    /** Closes a letter; one that is discarded already stays so. */
    public Settled discard(String jobId, String queue, String messageId) {
        Optional<DeadLetter> found = letters.find(jobId, queue, messageId);
        if (found.isEmpty()) {
            return new Settled.Refused(ErrorCode.NOT_FOUND);
        }
        if (isWaiting(found.get())) {
            letters.discard(found.get());
            return closed(found.get());
        }
        return found.get().state().equals("discarded")
                ? new Settled.Closed(found.get())
                : new Settled.Refused(ErrorCode.CONFLICT);
    }

    private Settled closed(DeadLetter letter) {
        return new Settled.Closed(
                letters.find(letter.jobId(), letter.queue(), letter.messageId()).orElse(letter));
    }

    private boolean sourceIsGone(String jobId) {
        return deletions.find(jobId).map(this::isOver).orElse(true);
    }

    private boolean isOver(Deletion deletion) {
        return deletion.sourceDeletedAt() != null
                || deletion.deletedAt() != null
                || !clock.instant().isBefore(deletion.dueAt());
    }

    private static boolean isWaiting(DeadLetter letter) {
        return letter.state().equals("waiting");
    }
}
