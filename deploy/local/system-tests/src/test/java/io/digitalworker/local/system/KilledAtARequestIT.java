package io.digitalworker.local.system;

import io.digitalworker.local.launcher.installation.Home;
import io.digitalworker.local.launcher.installation.Service;
import io.digitalworker.local.system.KillSwitch.Point;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * One run per request that a service makes to the cloud for the example job, with the caller, or the
 * cloud, killed before or after it. Ten by seed; all with {@code -Dkills=all}; {@code -Dseed=N}; {@code
 * -Dlanes=N} installations side by side.
 */
class KilledAtARequestIT {
    private static final Duration AFTER_RESTART = Duration.ofSeconds(30);
    private static final int BY_SEED = 10;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    /** One installation and whoever listens to it. */
    private record Lane(Plant plant, Receiver receiver, OutsideView view, KillSwitch kills) {
        static Lane start(Path directory) throws IOException {
            KillSwitch kills = new KillSwitch();
            Plant plant = Plant.start(directory, kills);
            Receiver receiver = new Receiver();
            OutsideView view = new OutsideView(plant.cloud());
            view.subscribe(receiver.snsAddress());
            await().atMost(AFTER_RESTART).until(() -> view.isSubscribed(receiver.snsAddress()));
            return new Lane(plant, receiver, view, kills);
        }

        Submission example() {
            return Submission.ofExample(
                    plant.api(), Home.find().example(), receiver.webhookAddress());
        }

        Set<String> jobs() {
            return view.ledger().stream()
                    .filter(item -> item.get("Metadata").s().equals("job"))
                    .map(item -> item.get("JobId").s())
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }

        void close() throws IOException {
            plant.close();
            receiver.close();
            view.close();
        }
    }

    /** Who dies at a point: the caller, or the cloud it calls. */
    private record Run(Point point, boolean cloudDies) {
        @Override
        public String toString() {
            return (cloudDies ? "cloud killed " : "caller killed ") + point;
        }
    }

    @Test
    void everyRunEndsSucceededOnceWithinThirtySecondsOfTheRestart() throws Exception {
        int lanes = Integer.getInteger("lanes", 3);
        Queue<Run> runs = new ConcurrentLinkedQueue<>();
        Queue<String> failures = new ConcurrentLinkedQueue<>();
        int wanted;
        List<Lane> started = new ArrayList<>();
        ExecutorService pool = Executors.newFixedThreadPool(lanes);
        try {
            for (int i = 0; i < lanes; i++) {
                started.add(Lane.start(directory.resolve("lane" + i)));
            }
            List<Run> all = allRuns(started.get(0));
            wanted = "all".equals(System.getProperty("kills")) ? all.size() : BY_SEED;
            Collections.shuffle(all, new Random(Long.getLong("seed", 1)));
            runs.addAll(all);
            AtomicInteger landed = new AtomicInteger();
            List<Future<Void>> done = new ArrayList<>();
            for (Lane lane : started) {
                done.add(pool.submit(drain(lane, runs, landed, wanted, failures)));
            }
            for (Future<Void> lane : done) {
                lane.get(2, TimeUnit.HOURS);
            }
            System.out.println(landed + " kills landed, of " + all.size() + " points");
            assertThat(failures).as("runs that broke a promise").isEmpty();
            if (wanted == BY_SEED) {
                assertThat(landed.get()).as("kills that landed").isGreaterThanOrEqualTo(wanted);
            }
        } finally {
            pool.shutdownNow();
            for (Lane lane : started) {
                lane.close();
            }
        }
    }

    private static Callable<Void> drain(
            Lane lane, Queue<Run> runs, AtomicInteger landed, int wanted, Queue<String> failures) {
        return () -> {
            while (landed.get() < wanted || wanted > BY_SEED) {
                Run run = runs.poll();
                if (run == null) {
                    break;
                }
                try {
                    if (execute(lane, run)) {
                        landed.incrementAndGet();
                    }
                } catch (ConditionTimeoutException broken) {
                    failures.add(run + ": " + broken.getMessage());
                }
            }
            return null;
        };
    }

    private static List<Run> allRuns(Lane lane) {
        lane.kills().record();
        Response accepted = lane.example().send();
        assertThat(accepted.statusCode()).as(accepted.asString()).isEqualTo(202);
        JobInvariants invariants = new JobInvariants(lane.view(), lane.receiver());
        String jobId = accepted.path("jobId");
        await().atMost(AFTER_RESTART)
                .untilAsserted(() -> invariants.succeededOnceAndWasToldOnce(jobId));
        List<Run> runs = new ArrayList<>();
        for (Point point : lane.kills().seen()) {
            runs.add(new Run(point, false));
            runs.add(new Run(point, true));
        }
        return runs;
    }

    /** Returns whether the kill landed; timing decides whether a request occurs once more. */
    private static boolean execute(Lane lane, Run run) throws Exception {
        Set<String> before = lane.jobs();
        Service caller = Service.valueOf(run.point().service().toUpperCase(Locale.ROOT));
        lane.kills()
                .arm(
                        run.point(),
                        run.cloudDies()
                                ? lane.plant()::killCloud
                                : () -> lane.plant().kill(caller));
        boolean accepted = submitted(lane);
        boolean struck = struck(lane.kills());
        long begin = System.nanoTime();
        if (struck) {
            if (run.cloudDies()) {
                lane.plant().startCloud();
            } else {
                lane.plant().restart(caller);
            }
        }
        if (!accepted) {
            await().atMost(AFTER_RESTART).until(() -> submitted(lane));
        }
        JobInvariants invariants = new JobInvariants(lane.view(), lane.receiver());
        await(run.toString())
                .atMost(AFTER_RESTART)
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(
                        () -> {
                            Set<String> jobs = lane.jobs();
                            jobs.removeAll(before);
                            assertThat(jobs).as("jobs after: %s", run).isNotEmpty();
                            jobs.forEach(invariants::succeededOnceAndWasToldOnce);
                        });
        System.out.printf(
                Locale.ROOT,
                "%-70s %s after %.1f s%n",
                run,
                struck ? "recovered" : "did not occur, ended",
                (System.nanoTime() - begin) / 1e9);
        return struck;
    }

    /** Waits longer than a message hides that was given to a poll of somebody killed before. */
    private static boolean struck(KillSwitch kills) throws InterruptedException {
        if (kills.struck().await(20, TimeUnit.SECONDS)) {
            return true;
        }
        return kills.disarm() && kills.struck().await(10, TimeUnit.SECONDS);
    }

    /** A submission whose answer is lost or 503 counts as not made; its job, if any, must end all the same. */
    private static boolean submitted(Lane lane) {
        try {
            return lane.example().send().statusCode() == 202;
        } catch (Exception lostAnswer) { // RestAssured throws IOException undeclared
            return false;
        }
    }
}
