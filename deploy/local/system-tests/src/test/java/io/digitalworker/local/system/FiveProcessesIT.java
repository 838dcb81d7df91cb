package io.digitalworker.local.system;

import com.standardwebhooks.Webhook;
import io.digitalworker.api.WebhookSecret;
import io.digitalworker.local.launcher.installation.Home;
import io.digitalworker.local.launcher.installation.Service;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

/** A job's whole way through five real processes, seen from outside. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FiveProcessesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final SourceRefused sourceRefused = new SourceRefused();
    private Plant plant;
    private Receiver receiver;
    private OutsideView view;
    private String jobId;

    @BeforeAll
    void start(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path directory) throws IOException {
        receiver = new Receiver();
        Map<Service, Map<String, String>> impatient =
                Map.of(Service.GENERATOR, Map.of("MP_MESSAGING_INCOMING_GENERATE_BACK_OFF", "0S"));
        plant = Plant.start(directory, sourceRefused, impatient);
        view = new OutsideView(plant.cloud());
        view.subscribe(receiver.snsAddress());
        await().atMost(PATIENCE).until(() -> view.isSubscribed(receiver.snsAddress()));
    }

    @AfterAll
    void end() throws IOException {
        if (plant != null) {
            plant.close();
        }
        receiver.close();
    }

    @Test
    @Order(1)
    void aSubmissionBecomesAPublishedSpecificationOfWhichEverybodyIsTold() {
        Response accepted =
                Submission.ofExample(plant.api(), Home.find().example(), receiver.webhookAddress())
                        .send();
        assertThat(accepted.statusCode()).as(accepted.asString()).isEqualTo(202);
        jobId = accepted.path("jobId");
        assertThat(accepted.header("Location")).endsWith("/v1/job-status/" + jobId);

        JobInvariants invariants = new JobInvariants(view, receiver);
        await().atMost(PATIENCE).untilAsserted(() -> invariants.succeededOnceAndWasToldOnce(jobId));

        assertThat(view.history(jobId))
                .startsWith("JobSubmitted", "JobProgressed")
                .endsWith("JobSucceeded");
        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(view.items(jobId, "event#"))
                                        .as("every event was taken by the bus")
                                        .noneMatch(event -> event.containsKey("Due")));
    }

    @Test
    @Order(2)
    void theStatusTellsStagesAndAddressesThatWork() {
        Response status = given().baseUri(plant.api().toString()).get("/v1/job-status/" + jobId);
        assertThat(status.statusCode()).isEqualTo(200);
        assertThat(status.<String>path("status")).isEqualTo("Succeeded");
        assertThat(status.<Integer>path("progress")).isEqualTo(100);
        assertThat(status.<List<String>>path("stages.name"))
                .containsExactly(
                        "open",
                        "inventory",
                        "facts",
                        "outline",
                        "brief",
                        "write",
                        "verify",
                        "assemble",
                        "render",
                        "publish");
        byte[] bundle =
                given().urlEncodingEnabled(false)
                        .get(status.<String>path("downloadUrl"))
                        .asByteArray();
        assertThat(bundle).as("the bundle is a ZIP").startsWith('P', 'K', 3, 4);
        assertThat(status.<List<String>>path("artifacts.name"))
                .contains(
                        "srs.md", "srs.html", "srs.pdf", "facts.json", "report.json", "bundle.zip");
    }

    @Test
    @Order(3)
    void theWebhookIsSignedAsStandardWebhooksSay() throws Exception {
        Receiver.Webhook received = receiver.webhooksOf(jobId).get(0);
        Map<String, List<String>> headers =
                received.headers().entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, e -> List.of(e.getValue())));
        String secret =
                WebhookSecret.of(
                        WebhookSecret.masterKey(Plant.MASTER_KEY),
                        "anonymous",
                        WebhookSecret.FIRST_VERSION);
        new Webhook(secret).verify(received.body(), HttpHeaders.of(headers, (n, v) -> true));
    }

    @Test
    @Order(4)
    void aPoisonMessageEndsAsADeadLetterAndHarmsNobody() {
        view.send("generate", "{\"not\": \"an event\"}");
        await().atMost(Duration.ofSeconds(90))
                .untilAsserted(
                        () ->
                                assertThat(
                                                given().baseUri(plant.operator().toString())
                                                        .get("/v1/dead-letters")
                                                        .asString())
                                        .contains("generate")
                                        .contains("unaddressed"));
        assertThat(view.job(jobId).get("Status").s()).isEqualTo("Succeeded");
    }

    @Test
    @Order(5)
    void aJobThatAlwaysFailsIsRedrivenToSuccessOnceItsCauseIsGone() {
        sourceRefused.on = true;
        String failing =
                Submission.ofExample(plant.api(), Home.find().example(), receiver.webhookAddress())
                        .send()
                        .path("jobId");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(status(failing, "status")).isEqualTo("Failed"));
        assertThat(status(failing, "errorCode")).isEqualTo("PROCESSING_FAILED");
        assertThat(status(failing, "recoverable")).isEqualTo(true);
        assertThat(view.objectKeys()).as("its source").anyMatch(key -> key.contains(failing));

        sourceRefused.on = false;
        Map<String, String> letter = letterOf(failing);
        given().baseUri(plant.operator().toString())
                .post(
                        "/v1/dead-letters/{job}/{queue}/{id}/redrive",
                        failing,
                        "generate",
                        letter.get("messageId"))
                .then()
                .statusCode(202);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(status(failing, "status")).isEqualTo("Succeeded"));
        assertThat(status(failing, "attempt")).isEqualTo(2);
        assertThat(view.history(failing))
                .containsSubsequence(
                        "JobFailed", "MessageDeadLettered", "JobSubmitted", "JobSucceeded");
    }

    private Map<String, String> letterOf(String failing) {
        await().atMost(PATIENCE).until(() -> letters(failing).size() == 1);
        return letters(failing).get(0);
    }

    private List<Map<String, String>> letters(String job) {
        return given().baseUri(plant.operator().toString())
                .get("/v1/dead-letters")
                .path("deadLetters.findAll { it.jobId == '" + job + "' }");
    }

    private Object status(String job, String path) {
        return given().baseUri(plant.api().toString()).get("/v1/job-status/" + job).path(path);
    }

    @Test
    @Order(6)
    void refusedInputHasItsOwnCodeAndLeavesNothing() {
        int before = view.objectKeys().size();
        RefusedInput.all(plant.api())
                .forEach(
                        (code, answer) ->
                                assertThat(answer.<String>path("code"))
                                        .as(answer.asString())
                                        .isEqualTo(code));
        assertThat(view.objectKeys()).as("objects after refusals").hasSize(before);
    }

    @Test
    @Order(7)
    void afterTheDeletionTimeNothingIsLeftAndTheStatusStillAnswers() throws IOException {
        assertThat(view.objectKeys()).anyMatch(key -> key.contains(jobId));
        plant.moveClock(Duration.ofHours(24).plusMinutes(5));
        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(view.objectKeys())
                                        .as("objects of the job in any bucket")
                                        .noneMatch(key -> key.contains(jobId)));
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> {
                            Response status =
                                    given().baseUri(plant.api().toString())
                                            .get("/v1/job-status/" + jobId);
                            assertThat(status.<String>path("status")).isEqualTo("Succeeded");
                            assertThat(status.<String>path("deletion.state")).isEqualTo("deleted");
                            assertThat(status.<String>path("downloadUrl")).isNull();
                            assertThat(status.<List<Object>>path("artifacts")).isEmpty();
                        });
        assertThat(view.history(jobId)).endsWith("ArtifactsDeleted");
        List<String> planted =
                List.of(Submission.IN_SOURCE, Submission.IN_DESCRIPTOR, Submission.IN_CALLBACK);
        assertThat(view.ledger().toString()).as("the ledger").doesNotContain(planted);
        try (Stream<Path> logs = Files.list(plant.logs())) {
            for (Path log : logs.toList()) {
                assertThat(Files.readString(log))
                        .as("log %s", log.getFileName())
                        .doesNotContain(planted);
            }
        }
    }
}
