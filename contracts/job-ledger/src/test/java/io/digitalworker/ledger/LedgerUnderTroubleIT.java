package io.digitalworker.ledger;

import io.digitalworker.api.JobStatus;
import io.digitalworker.api.Stage;
import io.digitalworker.api.event.EventSource;
import io.digitalworker.api.event.JobEvent;
import io.digitalworker.api.event.JobFailed;
import io.digitalworker.api.event.JobSucceeded;
import io.digitalworker.local.process.CloudProcess;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Workers that race over the same jobs while indexes lag by half a second and writes conflict. */
class LedgerUnderTroubleIT {
    private static final int JOBS = 24;
    private static final int WORKERS = 4;

    /** A worker of its own process, as far as the ledger can tell. */
    private record Worker(JobLedger ledger, SettableClock clock, Random random, Tally tally) {
        void workOn(List<String> jobs) {
            List<String> open = new ArrayList<>(jobs);
            for (int round = 0; round < 200 && !open.isEmpty(); round++) {
                Collections.shuffle(open, random);
                open.removeIf(this::tryOne);
            }
        }

        /** Whether the job is over, by now or before. */
        private boolean tryOne(String jobId) {
            Job job = ledger.find(jobId).orElseThrow();
            if (ledger.claim(jobId, job.attempt()) instanceof ClaimAttempt.Claimed claimed) {
                work(claimed.claim());
            } else {
                ledger.rescue(jobId);
            }
            return job.status() == JobStatus.Succeeded;
        }

        /** Some way through the stages: to the end, given up, overtaken, or failed and redriven. */
        private void work(Claim claim) {
            try {
                tally.transitions.incrementAndGet();
                for (Stage stage : List.of(Stage.INVENTORY, Stage.FACTS, Stage.WRITE)) {
                    claim.enter(stage);
                    tally.transitions.incrementAndGet();
                    claim.renew();
                    if (random.nextInt(10) == 0) {
                        claim.release("Killed");
                        return;
                    }
                    if (random.nextInt(10) == 0) {
                        overtake(claim);
                    }
                }
                end(claim);
                tally.transitions.incrementAndGet();
            } catch (ClaimLost e) {
                assertThat(claim.isLost()).isTrue();
                tally.lost.incrementAndGet();
            }
        }

        /** As after a long pause of this process: others have gone on meanwhile. */
        private void overtake(Claim claim) {
            clock.advance(Fixture.RETENTION.claim().plusMillis(1));
            Job job = claim.job();
            if (ledger.claim(job.jobId(), job.attempt()) instanceof ClaimAttempt.Claimed rival) {
                rival.claim().release("");
            }
        }

        private void end(Claim claim) {
            String jobId = claim.job().jobId();
            if (random.nextInt(4) == 0) {
                claim.fail(Fixture.RECOVERABLE);
                ledger.redrive(jobId);
            } else {
                claim.succeed(Fixture.published(jobId));
            }
        }
    }

    private record Tally(AtomicInteger transitions, AtomicInteger lost) {}

    @Test
    void endsEachAttemptOnceWithAHistoryWithoutGaps() throws Exception {
        try (CloudProcess cloud =
                        TestCloud.start(
                                "--index-lag-ms", "500", "--conflict-percent", "2", "--seed", "7");
                DynamoDbClient db = TestCloud.client(cloud.endpoints().dynamodb())) {
            String table = TestCloud.newTable(db);
            SettableClock clock = new SettableClock(Instant.parse("2026-03-01T10:00:00Z"));
            var told = ConcurrentHashMap.<String>newKeySet();
            Tally tally = new Tally(new AtomicInteger(), new AtomicInteger());
            JobLedger ledger = ledger(db, table, clock, told);
            List<String> jobs = new ArrayList<>();
            for (int i = 0; i < JOBS; i++) {
                jobs.add(ledger.submit(Fixture.newJob()).jobId());
            }

            race(
                    jobs,
                    seed ->
                            new Worker(
                                    ledger(db, table, clock, told),
                                    clock,
                                    new Random(seed),
                                    tally));

            assertThat(tally.transitions)
                    .as("claims, stages and ends")
                    .hasValueGreaterThan(JOBS * 5);
            assertThat(tally.lost).as("claims overtaken").hasPositiveValue();
            for (String jobId : jobs) {
                assertThatHistoryHolds(ledger, jobId, told);
            }
            FakeBus bus = new FakeBus();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(10))
                    .untilAsserted(
                            () -> {
                                ledger.relay(bus, EventSource.GENERATOR, Duration.ZERO);
                                assertThat(bus.taken.stream().map(e -> e.event().eventId()))
                                        .containsAll(told);
                            });
        }
    }

    private static JobLedger ledger(
            DynamoDbClient db, String table, SettableClock clock, Set<String> told) {
        return new Ledger(
                        db,
                        table,
                        EventSource.GENERATOR,
                        Fixture.RETENTION,
                        clock,
                        () -> UUID.randomUUID().toString(),
                        event ->
                                assertThat(told.add(event.event().eventId()))
                                        .as("told once: %s", event)
                                        .isTrue())
                .jobs();
    }

    private static void race(List<String> jobs, LongFunction<Worker> workers) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(WORKERS);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < WORKERS; i++) {
                Worker worker = workers.apply(i);
                running.add(threads.submit(() -> worker.workOn(jobs)));
            }
            for (Future<?> future : running) {
                future.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static void assertThatHistoryHolds(JobLedger ledger, String jobId, Set<String> told) {
        Job job = ledger.find(jobId).orElseThrow();
        List<JobEvent> history = ledger.events(jobId).stream().map(StoredEvent::event).toList();

        assertThat(history)
                .extracting(JobEvent::sequence)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, job.sequence()).boxed().toList());
        assertThat(history).extracting(JobEvent::eventId).allMatch(told::contains);
        for (int attempt = 1; attempt <= job.attempt(); attempt++) {
            int number = attempt;
            long ends =
                    history.stream()
                            .filter(e -> e.attempt() == number)
                            .filter(e -> e instanceof JobSucceeded || e instanceof JobFailed)
                            .count();
            boolean open = number == job.attempt() && !job.status().isTerminal();
            assertThat(ends).as("ends of attempt %d of %s", number, job).isEqualTo(open ? 0 : 1);
        }
    }
}
