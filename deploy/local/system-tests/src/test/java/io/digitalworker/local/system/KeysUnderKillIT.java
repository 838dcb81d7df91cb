package io.digitalworker.local.system;

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
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A submission under an {@code Idempotency-Key}, with ingest killed before and after each of its requests
 * to the cloud, and the same submission sent again until it is accepted: one job. Two points by seed;
 * all with {@code -Dkills=all}; {@code -Dseed=N}.
 */
class KeysUnderKillIT {
    /** The claim of who was killed ends within 15 s. */
    private static final Duration UNTIL_ACCEPTED = Duration.ofSeconds(40);

    private static final int BY_SEED = 2;
    private static final String BODY =
            """
            {"descriptor": {"moduleName": "Keys", "version": "1.0",
              "features": [{"id": "F-1", "description": "A key opens one door"}]},
             "options": {"scenario": "greenfield"}}
            """;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    private final KillSwitch kills = new KillSwitch();
    private Plant plant;
    private OutsideView view;

    @BeforeEach
    void start() throws IOException {
        plant = Plant.start(directory, kills);
        view = new OutsideView(plant.cloud());
    }

    @AfterEach
    void close() throws IOException {
        view.close();
        plant.close();
    }

    private Response submit(String key) {
        return given().baseUri(plant.api().toString())
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(BODY)
                .post("/v1/generate-spec");
    }

    /** Empty where there is no answer, or none that says that it was accepted. */
    private String accepted(String key) {
        try {
            Response answer = submit(key);
            assertThat(answer.statusCode()).as(answer.asString()).isIn(202, 409, 503);
            return answer.statusCode() == 202 ? answer.path("jobId") : "";
        } catch (Exception lostAnswer) { // RestAssured throws IOException undeclared
            return "";
        }
    }

    private Set<String> jobs() {
        return view.ledger().stream()
                .filter(item -> item.get("Metadata").s().equals("job"))
                .map(item -> item.get("JobId").s())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    @Test
    void whereverIngestDiesTheSameKeyIsOneJob() throws Exception {
        kills.record();
        assertThat(accepted("the first")).isNotEmpty();
        List<Point> points =
                new ArrayList<>(
                        kills.seen().stream()
                                .filter(point -> point.service().equals("ingest"))
                                .toList());
        assertThat(points.size()).as("requests to kill at: %s", points).isGreaterThan(10);
        int wanted = "all".equals(System.getProperty("kills")) ? points.size() : BY_SEED;
        Collections.shuffle(points, new Random(Long.getLong("seed", 1)));
        for (Point point : points.subList(0, wanted)) {
            killedAt(point);
        }
    }

    private void killedAt(Point point) throws Exception {
        Set<String> before = jobs();
        String key = UUID.randomUUID().toString();
        kills.arm(point, () -> plant.kill(Service.INGEST));
        String first = accepted(key);
        boolean struck =
                kills.struck().await(5, TimeUnit.SECONDS)
                        || (kills.disarm() && kills.struck().await(5, TimeUnit.SECONDS));
        if (struck) {
            plant.restart(Service.INGEST);
        }
        long begin = System.nanoTime();
        AtomicReference<String> jobId = new AtomicReference<>(first);
        await(point.toString())
                .atMost(UNTIL_ACCEPTED)
                .until(() -> !jobId.updateAndGet(id -> accepted(key)).isEmpty());
        Set<String> made = jobs();
        made.removeAll(before);
        assertThat(made).as("jobs after ingest was killed %s", point).containsExactly(jobId.get());
        if (!first.isEmpty()) {
            assertThat(first).as("the first answer, %s", point).isEqualTo(jobId.get());
        }
        System.out.printf(
                Locale.ROOT,
                "%-45s %s, accepted after %.1f s%n",
                point,
                struck ? "killed" : "did not occur",
                (System.nanoTime() - begin) / 1e9);
    }
}
