package io.digitalworker.local.system;

import io.digitalworker.local.launcher.installation.Home;
import io.digitalworker.local.launcher.installation.Service;
import io.digitalworker.local.model.CallRecord;
import io.digitalworker.local.model.ModelDouble;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What jobs spend on a model, through five real processes and a double of Bedrock. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CostIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String MODEL = "eu.example.small-model-v1:0";

    /**
     * So low that the greatest cost of a call of the example fits under one cent, and that all calls of the
     * job together do not.
     */
    private static final String PRICES =
            """
            {"version": "of-a-test", "currency": "USD", "source": "made up", "models": [
              {"prefix": "example.small-model", "in": 0.165, "out": 0.825, "cacheRead": 0.0165,
               "cacheWrite": 0.2063}]}
            """;

    private ModelDouble model;
    private Plant plant;
    private OutsideView view;

    @BeforeAll
    void start(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path directory) throws IOException {
        model = ModelDouble.start(directory.resolve("history.jsonl"));
        Map<String, String> generator =
                Map.of(
                        "BEDROCK_MODEL_ID",
                        MODEL,
                        "DIGITALWORKER_BEDROCK_ENDPOINT_OVERRIDE",
                        model.endpoint().toString(),
                        "MODEL_PRICES",
                        Files.writeString(directory.resolve("prices.json"), PRICES).toString());
        plant =
                Plant.start(
                        directory, new CloudProxy.Watch() {}, Map.of(Service.GENERATOR, generator));
        view = new OutsideView(plant.cloud());
    }

    @AfterAll
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
    @Order(1)
    void anEstimateAsksNoModelAndSpendsNothing() throws IOException {
        JsonPath job = succeeded("{\"estimateOnly\": true}");

        assertThat(job.getInt("estimate.calls")).isPositive();
        assertThat(money(job, "estimate.usdFrom")).isPositive();
        assertThat(money(job, "estimate.usdTo")).isGreaterThan(money(job, "estimate.usdFrom"));
        assertThat(job.getString("estimate.priceTable")).isNotEmpty();
        assertThat(job.getList("artifacts.name")).containsExactly("estimate.json", "bundle.zip");
        assertThat(model.history().arrived()).as("calls of the model").isEmpty();
        assertThat(job.getMap("usage")).isNull();
    }

    @Test
    @Order(2)
    void aJobThatNoCapStopsCostsWhatTheModelCountedAndNoMoreThanItsEstimate() throws IOException {
        JsonPath estimate = succeeded("{\"estimateOnly\": true}");
        JsonPath job = succeeded("{}");

        List<CallRecord> calls = model.history().over();
        assertThat(calls).isNotEmpty();
        assertThat(job.getInt("usage.calls")).isEqualTo(calls.size());
        assertThat(job.getLong("usage.tokensIn"))
                .isEqualTo(calls.stream().mapToLong(CallRecord::tokensIn).sum());
        assertThat(job.getLong("usage.tokensOut"))
                .isEqualTo(calls.stream().mapToLong(CallRecord::tokensOut).sum());
        assertThat(job.getLong("usage.tokensCached"))
                .isEqualTo(calls.stream().mapToLong(CallRecord::tokensCached).sum());
        assertThat(money(job, "cost.reserved")).isZero();
        assertThat(money(job, "cost.usd"))
                .isPositive()
                .isLessThanOrEqualTo(money(estimate, "estimate.usdTo"));
        assertThat(job.getInt("quality.score")).isBetween(1, 100);
    }

    @Test
    @Order(3)
    void aJobWithACapOfOneCentEndsSucceededDegradedAndWithinTheCap() throws IOException {
        int before = model.history().arrived().size();
        JsonPath job = succeeded("{\"maxUsd\": 0.01}");
        int calls = model.history().arrived().size() - before;

        assertThat(calls).as("calls of the model that fit under the cap").isPositive();
        assertThat(job.getInt("usage.calls")).isEqualTo(calls);
        assertThat(job.getBoolean("degraded")).as("later calls did not fit").isTrue();
        assertThat(money(job, "cost.usd")).isPositive();
        assertThat(committed(job)).isLessThanOrEqualTo(new BigDecimal("0.01"));
        assertThat(job.getList("artifacts.name")).contains("srs.md", "srs.pdf", "report.json");
    }

    @Test
    @Order(4)
    void aCapInTheMiddleOfAJobStopsItsCallsThere() throws IOException {
        String documents = "{\"documents\": [\"srs\", \"tech-design\"], \"maxUsd\": %s}";
        JsonPath full = succeeded(documents.formatted("5"));
        JsonPath capped = succeeded(documents.formatted("0.02"));

        assertThat(full.getBoolean("degraded")).as("under a cap that is high enough").isFalse();
        assertThat(capped.getInt("usage.calls"))
                .as("calls before the cap, of %d without it", full.getInt("usage.calls"))
                .isGreaterThan(1)
                .isLessThan(full.getInt("usage.calls"));
        assertThat(capped.getBoolean("degraded")).isTrue();
        assertThat(committed(capped)).isLessThanOrEqualTo(new BigDecimal("0.02"));
    }

    @Test
    @Order(5)
    void anOperatorTurnsModelsOffAndOnWithoutADeployment() throws Exception {
        int before = model.history().arrived().size();
        view.switchModel("off");
        // what was read of the switch holds for 5 s
        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(
                                                succeeded("{\"estimateOnly\": true}")
                                                        .getString("estimate.reason"))
                                        .isEqualTo("switched-off"));
        JsonPath off = succeeded("{}");
        assertThat(model.history().arrived()).as("calls of the model").hasSize(before);
        assertThat(off.getMap("usage")).isNull();

        view.switchModel("on");
        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(
                                                succeeded("{\"estimateOnly\": true}")
                                                        .getString("estimate.reason"))
                                        .isNull());
    }

    @Test
    @Order(6)
    void theLedgerHoldsNothingOfTheCallerInItsBudgets() {
        assertThat(view.ledger())
                .filteredOn(item -> item.get("JobId").s().startsWith("budget#"))
                .as("the day of the principal, and of all")
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(
                        item ->
                                assertThat(item.get("JobId").s())
                                        .matches(
                                                "budget#(all|principal-[0-9a-f]{32})#\\d{4}-\\d{2}-\\d{2}"));
    }

    private static BigDecimal committed(JsonPath job) {
        return job.get("cost") == null
                ? BigDecimal.ZERO
                : money(job, "cost.usd").add(money(job, "cost.reserved"));
    }

    private static BigDecimal money(JsonPath job, String path) {
        return new BigDecimal(job.getString(path));
    }

    private JsonPath succeeded(String options) throws IOException {
        Response answer = Submission.ofExample(plant.api(), Home.find().example(), options).send();
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(202);
        String jobId = answer.path("jobId");
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(status(jobId).getString("status")).isEqualTo("Succeeded"));
        return status(jobId);
    }

    private JsonPath status(String jobId) {
        return given().baseUri(plant.api().toString()).get("/v1/job-status/" + jobId).jsonPath();
    }
}
