package io.digitalworker.generator.inbound;

import io.digitalworker.api.ErrorCode;
import io.digitalworker.api.JobStatus;
import io.digitalworker.api.Stage;
import io.digitalworker.document.brief.SectionBrief;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.writing.SectionWriter;
import io.digitalworker.generator.Submission;
import io.digitalworker.generator.Workbench;
import io.digitalworker.ledger.Claim;
import io.digitalworker.ledger.EventJson;
import io.digitalworker.ledger.JobFault;
import io.digitalworker.queue.Outcome;
import io.digitalworker.runtime.PutOff;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.exception.SdkClientException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Timeout(30)
class GenerateQueueTest {
    private static final long BUDGET = 64_000_000;
    @TempDir Path base;
    private final ArchiveBudget budget = new ArchiveBudget(BUDGET);
    private Workbench bench;

    @BeforeEach
    void open() {
        bench = new Workbench(base);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void isDoneWithAJobThatSucceeds() throws Exception {
        Submission submission = bench.submitted();

        assertThat(handle(submission)).isEqualTo(Outcome.done());

        assertThat(bench.job(submission).status()).isEqualTo(JobStatus.Succeeded);
        assertThat(budget.take(BUDGET)).as("the budget is free again").isTrue();
    }

    @Test
    void isDoneWithAMessageThatComesAgain() throws Exception {
        Submission submission = bench.submitted();
        handle(submission);
        int requests = bench.objects.history().size();

        assertThat(handle(submission)).isEqualTo(Outcome.done());

        assertThat(bench.objects.history()).as("nothing is done twice").hasSize(requests);
    }

    @Test
    void isDoneWithAJobWhoseInputIsRefused() throws Exception {
        Submission submission =
                bench.submitted(Submission.of("refused-" + System.nanoTime()).withDescriptor("{}"));

        assertThat(handle(submission)).isEqualTo(Outcome.done());

        assertThat(bench.job(submission).fault())
                .isEqualTo(JobFault.refused(ErrorCode.DESCRIPTOR_INVALID, Stage.OPEN.key()));
    }

    @Test
    void waitsForTheClaimOfAnotherWorker() throws Exception {
        Submission submission = bench.submitted();
        bench.claim(submission);

        assertThat(delay(handle(submission)))
                .as("until the claim's 15 s are over")
                .isBetween(Duration.ofSeconds(12), Duration.ofSeconds(16));
    }

    @Test
    void waitsForRoomBesideALargeArchive() throws Exception {
        Submission submission = bench.submitted();
        budget.take(BUDGET);

        assertThat(delay(handle(submission))).isPositive();

        assertThat(bench.job(submission).status())
                .as("its deadline does not run yet")
                .isEqualTo(JobStatus.Pending);
    }

    @Test
    void putsOffAJobWhileTheCloudIsAway() throws Exception {
        Submission submission = bench.submitted();
        bench.objects.before(
                "fetch archive.zip",
                () -> {
                    throw SdkClientException.create("connection refused");
                });

        assertThat(delay(handle(submission))).isEqualTo(Duration.ofSeconds(2));

        assertThat(bench.job(submission).status()).isEqualTo(JobStatus.Running);
        assertThat(bench.claim(submission).fence())
                .as("the claim was given up, the next worker need not wait")
                .isEqualTo(2);
    }

    @Test
    void throwsWhatNobodyExpectedAndNotesItsClass() throws Exception {
        Submission submission = bench.submitted();
        SectionWriter broken = writer(brief -> failed("Shop.Pickup in a message"));

        assertThatThrownBy(() -> handle(submission, broken))
                .isInstanceOf(UnsupportedOperationException.class);

        assertThat(bench.job(submission).lastCause()).isEqualTo("UnsupportedOperationException");
        assertThat(bench.job(submission).status()).isEqualTo(JobStatus.Running);
        assertThat(bench.claim(submission).fence()).as("claim given up").isEqualTo(2);
        assertThat(budget.take(BUDGET)).as("the budget is free again").isTrue();
    }

    @Test
    void asksAgainAfterItsClaimWasTaken() throws Exception {
        Submission submission = bench.submitted();
        bench.objects.before(
                "fetch archive.zip",
                () -> {
                    bench.clock.advance(Duration.ofSeconds(16));
                    bench.claim(submission);
                });

        assertThat(delay(handle(submission))).isEqualTo(Duration.ofSeconds(1));

        assertThat(bench.objects.stored()).isEmpty();
    }

    @Test
    void stopsAsSoonAsARenewalFindsTheClaimLost() throws Exception {
        Submission submission = bench.submitted();
        SectionWriter waiting =
                writer(
                        brief -> {
                            bench.clock.advance(Duration.ofSeconds(16));
                            Claim thief = bench.claim(submission);
                            assertThat(bench.lease.tick()).as("claim %s", thief).isFalse();
                            return sleep();
                        });

        assertThat(delay(handle(submission, waiting))).isEqualTo(Duration.ofSeconds(1));

        assertThat(bench.objects.stored()).isEmpty();
    }

    @Test
    void endsAJobInsideAStageThatOutlivesTheDeadline() throws Exception {
        Submission submission = bench.submitted();
        SectionWriter waiting =
                writer(
                        brief -> {
                            bench.clock.advance(Duration.ofMinutes(30));
                            return sleep();
                        });

        assertThat(handle(submission, waiting)).isEqualTo(Outcome.done());

        assertThat(bench.job(submission).fault())
                .isEqualTo(new JobFault(ErrorCode.TIMED_OUT, true, Stage.WRITE.key(), null));
        assertThat(Thread.currentThread().isInterrupted())
                .as("the worker goes on undisturbed")
                .isFalse();
    }

    @Test
    void endsAJobWhoseStageDoesNotHeedItsInterruption() throws Exception {
        Submission submission = bench.submitted();
        CountDownLatch hung = new CountDownLatch(1);
        CountDownLatch freed = new CountDownLatch(1);
        SectionWriter deaf =
                writer(
                        brief -> {
                            hung.countDown();
                            awaitDeaf(freed);
                            return failed("free at last");
                        });
        CompletableFuture<Outcome> outcome =
                CompletableFuture.supplyAsync(() -> unchecked(submission, deaf));
        assertThat(hung.await(10, TimeUnit.SECONDS)).as("the stage hangs").isTrue();

        bench.clock.advance(Duration.ofMinutes(32));

        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(
                        () ->
                                assertThat(bench.job(submission).status())
                                        .isEqualTo(JobStatus.Failed));
        assertThat(outcome).as("its worker still hangs").isNotDone();
        assertThat(bench.watchdog.stuck()).as("workers to be had again by a restart").isEqualTo(1);
        freed.countDown();
        assertThat(delay(outcome.get(10, TimeUnit.SECONDS)))
                .as("asked for again, there will be nothing to do")
                .isEqualTo(Duration.ofSeconds(1));
        assertThat(bench.watchdog.stuck()).isZero();
    }

    @Test
    void handsAJobBackWhenTheProcessDrains() throws Exception {
        Submission submission = bench.submitted();
        SectionWriter waiting =
                writer(
                        brief -> {
                            bench.lease.drain();
                            return sleep();
                        });

        assertThat(handle(submission, waiting)).isEqualTo(Outcome.later(Duration.ZERO));

        assertThat(bench.job(submission).lastCause()).as("draining is no fault").isNull();
        assertThat(bench.claim(submission).fence()).as("claim given up").isEqualTo(2);
    }

    @Test
    void leavesNoDocumentBehindWhenTheProcessDrains() throws Exception {
        Submission submission =
                bench.submitted(
                        Submission.of("several-" + System.nanoTime())
                                .withOptions("{\"documents\": [\"srs\", \"tech-design\"]}"));
        AtomicInteger writing = new AtomicInteger();
        SectionWriter waiting =
                writer(
                        brief -> {
                            writing.incrementAndGet();
                            bench.lease.drain();
                            try {
                                return sleep();
                            } finally {
                                writing.decrementAndGet();
                            }
                        });

        assertThat(handle(submission, waiting)).isEqualTo(Outcome.later(Duration.ZERO));

        assertThat(writing).as("sections still being written").hasValue(0);
        assertThat(bench.job(submission).lastCause()).as("draining is no fault").isNull();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void aJobWithoutAnArchiveTakesNothingOfTheBudget() throws Exception {
        Submission submission =
                bench.submitted(
                        Submission.of("green-" + System.nanoTime())
                                .withoutArchive()
                                .withOptions("{\"scenario\": \"greenfield\"}"));
        budget.take(BUDGET);

        assertThat(handle(submission)).isEqualTo(Outcome.done());

        assertThat(bench.job(submission).status()).isEqualTo(JobStatus.Succeeded);
    }

    @Test
    void refusesAMessageThatIsNoSubmission() {
        assertThatThrownBy(() -> queue(bench.generate(), budget).handle(bench.received("{}")))
                .as("counts as a receive, and is a dead letter in the end")
                .isInstanceOf(EventJson.UnreadableEvent.class);
    }

    private Outcome handle(Submission submission) throws Exception {
        return queue(bench.generate(), budget).handle(bench.received(submission));
    }

    private Outcome handle(Submission submission, SectionWriter writer) throws Exception {
        return queue(bench.generate(writer), budget).handle(bench.received(submission));
    }

    private Outcome unchecked(Submission submission, SectionWriter writer) {
        try {
            return handle(submission, writer);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private GenerateQueue queue(
            io.digitalworker.generator.GenerateSpecification generate, ArchiveBudget budget) {
        return new GenerateQueue(
                bench.ledger,
                generate,
                bench.watchdog,
                budget,
                new PutOff(Clock.systemUTC(), bench.clock));
    }

    private static Duration delay(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Later.class);
        return ((Outcome.Later) outcome).delay();
    }

    private interface Writing {
        SectionDraft write(SectionBrief brief) throws InterruptedException;
    }

    private static SectionWriter writer(Writing writing) {
        return new SectionWriter() {
            @Override
            public String name() {
                return "test";
            }

            @Override
            public SectionDraft write(SectionBrief brief) {
                try {
                    return writing.write(brief);
                } catch (InterruptedException e) {
                    throw new IllegalStateException("interrupted", e);
                }
            }
        };
    }

    private static SectionDraft failed(String why) {
        throw new UnsupportedOperationException(why);
    }

    /** Waits to be interrupted. */
    private static SectionDraft sleep() throws InterruptedException {
        boolean freed = new CountDownLatch(1).await(20, TimeUnit.SECONDS);
        throw new IllegalStateException("nobody interrupted the stage: " + freed);
    }

    private static void awaitDeaf(CountDownLatch latch) {
        while (latch.getCount() > 0) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            boolean unused = Thread.interrupted();
        }
    }
}
