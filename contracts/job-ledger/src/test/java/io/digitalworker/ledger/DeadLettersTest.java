package io.digitalworker.ledger;

import io.digitalworker.api.ErrorCode;
import io.digitalworker.api.JobStatus;
import io.digitalworker.api.event.EventSource;
import io.digitalworker.api.event.MessageDeadLettered;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DeadLettersTest {
    private static String tableName;
    private Fixture f;

    @BeforeAll
    static void createTable() {
        tableName = TestCloud.newTable(TestCloud.shared());
    }

    @BeforeEach
    void open() {
        f = new Fixture(tableName);
    }

    static DeadLetter letter(Fixture f, String jobId, String queue) {
        return letter(f, jobId, queue, "message-" + queue, "event-1");
    }

    private static DeadLetter letter(
            Fixture f, String jobId, String queue, String messageId, String eventId) {
        return new DeadLetter(
                jobId,
                queue,
                messageId,
                1,
                eventId,
                6,
                ErrorCode.PROCESSING_FAILED,
                "IllegalStateException",
                Fixture.SHA,
                f.now(),
                "waiting");
    }

    @Test
    void failsTheJobRecoverablyTogetherWithItsLetter() {
        String jobId = f.claimed().job().jobId();
        f.endClaim();

        f.letters.keepOfJob(letter(f, jobId, "generate"), 1);

        Job job = f.job(jobId);
        assertThat(job.status()).isEqualTo(JobStatus.Failed);
        assertThat(job.fault())
                .isEqualTo(
                        new JobFault(
                                ErrorCode.PROCESSING_FAILED,
                                false,
                                "open",
                                "IllegalStateException"));
        assertThat(job.fence()).as("the dead holder is shut out").isEqualTo(2);
        assertThat(f.history(jobId))
                .containsExactly(
                        "JobSubmitted", "JobProgressed", "JobFailed", "MessageDeadLettered");
        assertThat(f.letters.find(jobId, "generate", "message-generate"))
                .contains(letter(f, jobId, "generate"));
    }

    @Test
    void writesLetterJobAndEventsInOneTransaction() {
        String jobId = f.submitted();
        int before = f.script.writes().size();

        f.letters.keepOfJob(letter(f, jobId, "generate"), 1);

        assertThat(f.script.writes()).hasSize(before + 1);
    }

    @Test
    void keepsTheSameLetterOnce() {
        String jobId = f.submitted();

        f.letters.keepOfJob(letter(f, jobId, "generate"), 1);
        f.letters.keepOfJob(letter(f, jobId, "generate"), 1);

        assertThat(f.history(jobId))
                .containsExactly("JobSubmitted", "JobFailed", "MessageDeadLettered");
    }

    @Test
    void leavesAJobAloneThatIsClaimedEndedOrAtAnotherAttempt() {
        String claimed = f.claimed().job().jobId();
        String redriven = f.failedRecoverably();
        f.ledger.redrive(redriven);
        Claim claim = f.claimed();
        String succeeded = claim.succeed(Fixture.published(claim.job().jobId())).jobId();

        for (String jobId : List.of(claimed, redriven, succeeded)) {
            f.letters.keepOfJob(letter(f, jobId, "generate"), 1);
        }

        assertThat(f.status(claimed)).isEqualTo(JobStatus.Running);
        assertThat(f.status(redriven)).isEqualTo(JobStatus.Pending);
        assertThat(f.status(succeeded)).isEqualTo(JobStatus.Succeeded);
        assertThat(f.letters.find(succeeded, "generate", "message-generate")).isPresent();
    }

    @Test
    void redrivesTheJobOfALetterOnce() {
        String jobId = f.submitted();
        DeadLetter letter = letter(f, jobId, "generate");
        f.letters.keepOfJob(letter, 1);

        assertThat(f.letters.redrive(letter)).isInstanceOf(Change.Applied.class);

        assertThat(f.job(jobId).status()).isEqualTo(JobStatus.Pending);
        assertThat(f.job(jobId).attempt()).isEqualTo(2);
        assertThat(f.letters.find(jobId, "generate", "message-generate"))
                .get()
                .extracting(DeadLetter::state)
                .isEqualTo("redriven");
        assertThat(f.letters.redrive(letter)).isInstanceOf(Change.Refused.class);
    }

    @Test
    void leavesTheLetterWaitingWhereTheJobCannotBeRedriven() {
        String jobId = f.submitted();
        DeadLetter letter = letter(f, jobId, "generate");
        f.letters.keepOfJob(letter, 1);
        f.deletions.sourceGone(jobId, 1, 10);

        assertThat(f.letters.redrive(letter)).isInstanceOf(Change.Refused.class);

        assertThat(f.letters.find(jobId, "generate", "message-generate"))
                .get()
                .extracting(DeadLetter::state)
                .isEqualTo("waiting");
    }

    @Test
    void givesUpPendingDeliveriesOfTheEventAndNothingElse() {
        Claim claim = f.claimed();
        String jobId = claim.succeed(Fixture.published(claim.job().jobId())).jobId();
        f.deliveries.schedule(jobId, "sns", "event-1", 3);
        f.deliveries.schedule(jobId, "webhook", "event-1", 3);
        f.deliveries.schedule(jobId, "webhook", "event-2", 4);
        f.deliveries.delivered(
                f.deliveries.begin(jobId, "sns", "event-1", Duration.ofMinutes(1)).orElseThrow());

        f.letters.keepOfNotification(letter(f, jobId, "notify"));

        assertThat(f.deliveries.of(jobId))
                .extracting(Delivery::state)
                .containsExactly("delivered", "undelivered", "pending");
        assertThat(f.status(jobId)).isEqualTo(JobStatus.Succeeded);
        assertThat(f.history(jobId)).endsWith("MessageDeadLettered");
    }

    @Test
    void redrivesTheDeliveriesOfANotification() {
        String jobId = f.submitted();
        f.deliveries.schedule(jobId, "webhook", "event-1", 1);
        f.deliveries.begin(jobId, "webhook", "event-1", Duration.ZERO);
        DeadLetter letter = letter(f, jobId, "notify");
        f.letters.keepOfNotification(letter);

        assertThat(f.letters.redrive(letter)).isInstanceOf(Change.Applied.class);

        assertThat(f.deliveries.of(jobId))
                .containsExactly(
                        new Delivery(jobId, "webhook", "event-1", 1, "pending", 0, f.now()));
    }

    @Test
    void sendsTheEventOnceMoreWhereNoDeliveryWasNoted() {
        String jobId = f.submitted();
        FakeBus bus = new FakeBus();
        f.ledger.send(bus, f.ledger.events(jobId));
        DeadLetter letter = letter(f, jobId, "notify");
        f.letters.keepOfNotification(letter);

        assertThat(f.letters.redrive(letter)).isInstanceOf(Change.Applied.class);

        bus.taken.clear();
        f.ledger.relay(bus, EventSource.CLEANUP, Duration.ZERO);
        assertThat(bus.taken)
                .filteredOn(e -> e.event().jobId().equals(jobId))
                .extracting(e -> e.event().detailType())
                .containsExactly("JobSubmitted");
    }

    @Test
    void makesTheDeletionOfALetterDueNow() {
        String jobId = f.submitted();
        DeadLetter letter = letter(f, jobId, "cleanup");
        f.letters.keep(letter);

        assertThat(f.letters.redrive(letter)).isInstanceOf(Change.Applied.class);

        assertThat(f.deletions.find(jobId).orElseThrow().dueAt()).isEqualTo(f.now());
    }

    @Test
    void knowsItsOwnRedriveWhenTheAnswerIsLost() {
        String jobId = f.submitted();
        DeadLetter letter = letter(f, jobId, "cleanup");
        f.letters.keep(letter);
        f.script.forgetTokens().loseAnswer();

        assertThat(f.letters.redrive(letter)).isInstanceOf(Change.Applied.class);
        assertThat(f.letters.redrive(letter)).isInstanceOf(Change.Refused.class);
    }

    @Test
    void refusesToRedriveWhatHasNoJobOrNoKnownQueue() {
        DeadLetter unaddressed = letter(f, DeadLetter.UNADDRESSED, "notify");
        f.letters.keep(unaddressed);
        DeadLetter unknown = letter(f, f.submitted(), "other");

        assertThat(f.letters.redrive(unaddressed)).isEqualTo(new Change.Refused(null));
        assertThat(f.letters.redrive(unknown)).isInstanceOf(Change.Refused.class);
    }

    @Test
    void listsWhatWaitsOldestFirst() {
        Fixture own = new Fixture(TestCloud.newTable(TestCloud.shared()));
        DeadLetter second = kept(own, "b");
        own.clock.advance(Duration.ofSeconds(-10));
        DeadLetter first = kept(own, "a");
        DeadLetter closed = kept(own, "c");

        own.letters.discard(closed);

        assertThat(own.letters.waiting(10)).containsExactly(first, second);
        assertThat(own.letters.waiting(1)).containsExactly(first);
        assertThat(own.letters.find(closed.jobId(), "generate", "c"))
                .get()
                .extracting(DeadLetter::state)
                .isEqualTo("discarded");
    }

    private static DeadLetter kept(Fixture f, String messageId) {
        DeadLetter letter =
                new DeadLetter(
                        DeadLetter.UNADDRESSED,
                        "generate",
                        messageId,
                        0,
                        null,
                        6,
                        ErrorCode.INTERNAL,
                        null,
                        Fixture.SHA,
                        f.now(),
                        "waiting");
        f.letters.keep(letter);
        f.letters.keep(letter);
        return letter;
    }

    @Test
    void tellsWhatWasGivenUp() {
        String jobId = f.submitted();
        f.letters.keep(letter(f, jobId, "cleanup", "m-" + UUID.randomUUID(), "event-9"));

        assertThat(f.announced)
                .last()
                .extracting(StoredEvent::event)
                .isInstanceOfSatisfying(
                        MessageDeadLettered.class,
                        event -> {
                            assertThat(event.queue()).isEqualTo("cleanup");
                            assertThat(event.receives()).isEqualTo(6);
                            assertThat(event.code()).isEqualTo("PROCESSING_FAILED");
                        });
    }
}
