package io.digitalworker.ledger;

import io.digitalworker.api.event.EventSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The dead letters: kept with the state they cause, listed, redriven, discarded (design §3). Keeping one
 * tells {@code MessageDeadLettered} in the history of its job, if there is that job; keeping it again is
 * harmless.
 */
public final class DeadLetters {
    private static final Instant END_OF_TIME = Instant.ofEpochMilli(Long.MAX_VALUE);

    private final Transitions transitions;
    private final Table table;
    private final Outbox outbox;

    DeadLetters(Transitions transitions) {
        this.transitions = transitions;
        this.table = transitions.table();
        this.outbox = new Outbox(transitions);
    }

    /**
     * Keeps a letter of {@code generate}. In one transaction with it the job becomes {@code Failed}
     * (recoverable), with {@code JobFailed}, if it still is at the message's attempt, not terminal and
     * not under a live claim; otherwise the job stays as it is.
     */
    public void keepOfJob(DeadLetter letter, int attempt) {
        keep(
                letter,
                (seen, chronicle) -> {
                    Job job = seen.job();
                    boolean over = job.attempt() != attempt || job.status().isTerminal();
                    if (over || seen.isClaimed(chronicle.now())) {
                        return new Move(Edit.ofJob(job.jobId()));
                    }
                    JobFault fault =
                            new JobFault(letter.code(), false, job.stage(), letter.cause());
                    return new Move(
                            JobEdits.failedFromOutside(seen, fault, chronicle)
                                    .expectAsSeen(seen.item(), Items.CLAIM_UNTIL));
                });
    }

    /** Keeps a letter of {@code notify}; the deliveries of its event that are pending become undelivered. */
    public void keepOfNotification(DeadLetter letter) {
        keep(
                letter,
                (seen, chronicle) ->
                        new Move(Edit.ofJob(letter.jobId()), givenUp(deliveries(letter))));
    }

    /** Keeps a letter that changes nothing else: of {@code cleanup}, or one that cannot be read. */
    public void keep(DeadLetter letter) {
        keep(letter, (seen, chronicle) -> new Move(Edit.ofJob(letter.jobId())));
    }

    private void keep(DeadLetter letter, Transitions.Plan plan) {
        Transitions.Outcome outcome =
                transitions.apply(
                        letter.jobId(),
                        (seen, chronicle) -> {
                            if (find(letter).isPresent()) {
                                return null;
                            }
                            return with(
                                    plan.move(seen, chronicle),
                                    new Write.Insert(LetterItem.of(letter, seen.expiresAt())),
                                    letter,
                                    chronicle);
                        });
        if (outcome instanceof Transitions.Outcome.NotAllowed refused && refused.seen() == null) {
            keepAlone(letter);
        }
    }

    private static @Nullable Move with(
            @Nullable Move move, Write kept, DeadLetter letter, Chronicle chronicle) {
        if (move == null) {
            return null;
        }
        chronicle.deadLettered(letter);
        List<Write> others = new ArrayList<>(move.others());
        others.add(kept);
        return new Move(move.job(), others);
    }

    private void keepAlone(DeadLetter letter) {
        Item item = LetterItem.of(letter, transitions.retention().expiresAt(letter.receivedAt()));
        // refused where it was kept before
        Table.Written ignored = table.insert(item);
    }

    /** Those that wait, oldest first; may lag by seconds. */
    public List<DeadLetter> waiting(int limit) {
        return outbox.due(DueKind.LETTER, EventSource.CLEANUP, END_OF_TIME, limit).stream()
                .flatMap(due -> find(due.jobId(), due.metadata()).stream())
                .filter(letter -> letter.state().equals(LetterItem.WAITING))
                .sorted(Comparator.comparing(DeadLetter::receivedAt))
                .limit(limit)
                .toList();
    }

    public Optional<DeadLetter> find(String jobId, String queue, String messageId) {
        return find(jobId, Items.deadLetter(queue, messageId));
    }

    private Optional<DeadLetter> find(DeadLetter letter) {
        return find(letter.jobId(), LetterItem.key(letter));
    }

    private Optional<DeadLetter> find(String jobId, String metadata) {
        return table.read(jobId, metadata)
                .filter(item -> !item.isExpired(transitions.now()))
                .map(LetterItem::read);
    }

    /**
     * Redrives: of {@code generate} the job's next attempt ({@link JobLedger#redrive}), of {@code notify}
     * its deliveries once more (or its event, where none was noted yet), of {@code cleanup} its deletion
     * due now. Refused where the letter does not wait, has no job, or the job cannot be redriven.
     */
    public Change redrive(DeadLetter letter) {
        String mutation = transitions.newId();
        Edit closed = LetterItem.closed(letter, LetterItem.REDRIVEN, mutation);
        return switch (letter.queue()) {
            case "generate" -> redriveJob(letter, closed);
            case "notify" -> redrive(letter, mutation, closed, dueOnceMore(letter));
            case "cleanup" -> redrive(letter, mutation, closed, List.of(deletionDueNow(letter)));
            default -> new Change.Refused(job(letter));
        };
    }

    private Change redriveJob(DeadLetter letter, Edit closed) {
        Transitions.Plan plan = new Redrive(transitions, closed);
        return transitions
                .apply(
                        letter.jobId(),
                        (seen, chronicle) -> isWaiting(letter) ? plan.move(seen, chronicle) : null)
                .change();
    }

    private Change redrive(DeadLetter letter, String mutation, Edit closed, List<Edit> others) {
        Job job = job(letter);
        if (job == null) {
            return new Change.Refused(null);
        }
        List<Write> writes = new ArrayList<>(others);
        writes.add(closed);
        boolean done = table.transact(mutation, writes) || isClosedBy(letter, mutation);
        return done ? new Change.Applied(job) : new Change.Refused(job);
    }

    private boolean isClosedBy(DeadLetter letter, String mutation) {
        return table.read(letter.jobId(), LetterItem.key(letter))
                .map(item -> mutation.equals(item.textOrNull(Items.MUTATION)))
                .orElse(false);
    }

    private boolean isWaiting(DeadLetter letter) {
        return find(letter).map(found -> found.state().equals(LetterItem.WAITING)).orElse(false);
    }

    private @Nullable Job job(DeadLetter letter) {
        return transitions.read(letter.jobId()).map(Seen::job).orElse(null);
    }

    private List<Delivery> deliveries(DeadLetter letter) {
        return table.partition(letter.jobId(), Items.DELIVERY_PREFIX).stream()
                .map(Deliveries::read)
                .filter(delivery -> delivery.eventId().equals(letter.eventId()))
                .toList();
    }

    private static List<Write> givenUp(List<Delivery> deliveries) {
        List<Write> writes = new ArrayList<>();
        for (Delivery delivery : deliveries) {
            if (delivery.state().equals(Deliveries.PENDING)) {
                writes.add(
                        Deliveries.edit(delivery)
                                .set(Items.STATE, Values.text(Deliveries.UNDELIVERED))
                                .notDue()
                                .expect(Items.STATE, Values.text(Deliveries.PENDING)));
            }
        }
        return writes;
    }

    private List<Edit> dueOnceMore(DeadLetter letter) {
        List<Delivery> deliveries = deliveries(letter);
        if (deliveries.isEmpty()) {
            return List.of(eventDueNow(letter));
        }
        return deliveries.stream()
                .filter(delivery -> delivery.state().equals(Deliveries.UNDELIVERED))
                .map(this::pendingAgain)
                .toList();
    }

    private Edit pendingAgain(Delivery delivery) {
        return Deliveries.edit(delivery)
                .set(Items.STATE, Values.text(Deliveries.PENDING))
                .set(Items.ATTEMPTS, Values.number(0))
                .due(Deliveries.due(delivery.jobId()), Values.time(transitions.now()))
                .expect(Items.STATE, Values.text(Deliveries.UNDELIVERED));
    }

    /** The bus brings it to the queue once more. */
    private Edit eventDueNow(DeadLetter letter) {
        Due due = Due.of(DueKind.EVENT, EventSource.CLEANUP, letter.jobId());
        return new Edit(letter.jobId(), Items.event(letter.sequence()))
                .due(due, Values.time(transitions.now()))
                .expectExists();
    }

    private Edit deletionDueNow(DeadLetter letter) {
        return new Edit(letter.jobId(), Items.DELETION)
                .due(DeletionItem.due(letter.jobId()), Values.time(transitions.now()))
                .expectExists();
    }

    /** Closes a letter without doing anything about it. */
    public void discard(DeadLetter letter) {
        // refused where it no longer waits
        Table.Written ignored =
                table.update(LetterItem.closed(letter, LetterItem.DISCARDED, transitions.newId()));
    }
}
