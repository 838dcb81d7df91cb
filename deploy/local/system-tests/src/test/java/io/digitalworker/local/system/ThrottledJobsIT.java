package io.digitalworker.local.system;

import io.digitalworker.local.launcher.installation.Home;
import io.digitalworker.local.launcher.installation.Service;
import io.digitalworker.local.model.CallRecord;
import io.digitalworker.local.model.Fault;
import io.digitalworker.local.model.ModelDouble;
import io.digitalworker.local.model.Rule;
import io.digitalworker.local.model.Script;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A model that throttles everybody for 20 s, or for as long as {@code -Dstorm=PT5M} says. */
class ThrottledJobsIT {
    private static final Duration AFTERWARDS = Duration.ofMinutes(5);
    private static final int JOBS = 20;
    private static final String MODEL = "eu.anthropic.claude-haiku-4-5-20251001-v1:0";

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    private ModelDouble model;
    private Plant plant;
    private OutsideView view;

    @BeforeEach
    void start() throws IOException {
        model = ModelDouble.start(directory.resolve("history.jsonl"));
        Map<String, String> generator =
                Map.of(
                        "BEDROCK_MODEL_ID",
                        MODEL,
                        "DIGITALWORKER_BEDROCK_ENDPOINT_OVERRIDE",
                        model.endpoint().toString(),
                        "PRINCIPAL_USD_PER_DAY",
                        "500");
        plant =
                Plant.start(
                        directory, new CloudProxy.Watch() {}, Map.of(Service.GENERATOR, generator));
        view = new OutsideView(plant.cloud());
    }

    @AfterEach
    void end() throws IOException {
        if (view != null) {
            view.close();
        }
        if (plant != null) {
            plant.close();
        }
        if (model != null) {
            model.close();
        }
    }

    @Test
    void noJobIsLostOrWrittenByLessAndHardlyACallIsMadeInVain() throws IOException {
        Duration storm = Duration.parse(System.getProperty("storm", "PT20S"));
        model.script(Script.PLAIN.with(Rule.lasting(Fault.THROTTLED, storm.toMillis())));
        long begun = System.nanoTime();
        List<String> jobs = new ArrayList<>();
        for (int i = 0; i < JOBS; i++) {
            jobs.add(submit());
        }

        await().atMost(storm.plus(AFTERWARDS))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(
                        () ->
                                assertThat(jobs)
                                        .allMatch(
                                                job ->
                                                        !"Running".equals(state(job))
                                                                && !"Pending".equals(state(job))));

        double seconds = (System.nanoTime() - begun) / 1e9;
        assertThat(jobs)
                .allSatisfy(
                        job -> {
                            assertThat(state(job)).isEqualTo("Succeeded");
                            assertThat(status(job).getBoolean("degraded"))
                                    .as("degraded: %s", job)
                                    .isFalse();
                        });
        assertThat(view.ledger())
                .as("dead letters")
                .noneMatch(item -> item.get("Metadata").s().startsWith("deadletter#"));
        List<CallRecord> calls = model.history().arrived();
        long finished = view.objectKeys().stream().filter(key -> key.contains("/work/")).count();
        long throttled =
                model.history().over().stream()
                        .filter(call -> call.outcome().equals(Fault.THROTTLED.key()))
                        .count();
        System.out.printf(
                "%d jobs in %.0f s: %d sections, %d calls, %d of them throttled%n",
                JOBS, seconds, finished, calls.size(), throttled);
        assertThat(throttled).as("throttled calls").isPositive();
        assertThat((double) calls.size() / finished)
                .as("calls per finished section: %d / %d", calls.size(), finished)
                .isLessThanOrEqualTo(1.5);
    }

    private String submit() throws IOException {
        Response answer = Submission.ofExample(plant.api(), Home.find().example(), "{}").send();
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(202);
        return answer.path("jobId");
    }

    private String state(String jobId) {
        return status(jobId).getString("status");
    }

    private JsonPath status(String jobId) {
        return given().baseUri(plant.api().toString()).get("/v1/job-status/" + jobId).jsonPath();
    }
}
