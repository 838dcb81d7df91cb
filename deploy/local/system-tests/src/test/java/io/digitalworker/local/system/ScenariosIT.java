package io.digitalworker.local.system;

import io.digitalworker.local.launcher.installation.Home;
import io.digitalworker.local.launcher.installation.Service;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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

/** A job without any code and one with a document that is to be kept, through five real processes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ScenariosIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> PLANTED =
            List.of(Submission.IN_DESCRIPTOR, Submission.IN_EXISTING, Submission.IN_SOURCE);

    private final SourceRefused sourceRefused = new SourceRefused();
    private Plant plant;
    private OutsideView view;
    private String greenfield;
    private String hybrid;

    @BeforeAll
    void start(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path directory) throws IOException {
        Path fonts =
                Home.find().root().resolve("generator-service/document/src/main/resources/fonts");
        Map<String, String> generator =
                Map.of(
                        "MP_MESSAGING_INCOMING_GENERATE_BACK_OFF",
                        "0S",
                        "FONTS_DIRECTORY",
                        fonts.toString());
        plant = Plant.start(directory, sourceRefused, Map.of(Service.GENERATOR, generator));
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
    }

    @Test
    @Order(1)
    void anIdeaWithoutAnArchiveIsRedrivenToSuccessOnceTheFaultIsGone() {
        sourceRefused.on = true;
        greenfield = accepted(Submission.ofIdea(plant.api()).send());
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(status(greenfield, "status")).isEqualTo("Failed"));
        assertThat(status(greenfield, "recoverable")).isEqualTo(true);
        assertThat(keys(greenfield)).as("what was submitted").hasSize(2);

        sourceRefused.on = false;
        redrive(greenfield);

        succeeded(greenfield);
        assertThat(status(greenfield, "attempt")).isEqualTo(2);
        assertThat(status(greenfield, "moduleName")).isEqualTo("समीक्षा सेवा");
        assertThat(view.job(greenfield)).doesNotContainKeys("Archive", "InputKey");
        assertThat(artifact(greenfield, "srs.md")).contains(Submission.IN_DESCRIPTOR);
    }

    @Test
    @Order(2)
    void aDocumentIsKeptAndItsNamesAreCheckedAgainstTheCode() throws IOException {
        hybrid = accepted(Submission.withDocument(plant.api(), Home.find().example()).send());

        succeeded(hybrid);

        assertThat(artifact(hybrid, "srs.md"))
                .contains("The " + Submission.IN_EXISTING + " desk opens at nine")
                .contains("## Deviations");
        assertThat(view.job(hybrid)).containsKey("Existing");
        assertThat(keys(hybrid)).anyMatch(key -> key.endsWith("/existing.md"));
        assertThat(artifact(hybrid, "report.json"))
                .as("fonts of the bundle, and the first of the folder that has the sign")
                .contains("LiberationSans", "NotoSansDevanagari-Bold");
    }

    @Test
    @Order(3)
    void afterTheDeletionTimeNothingOfIdeaAndDocumentIsLeft() throws IOException {
        plant.moveClock(Duration.ofHours(24).plusMinutes(5));

        for (String job : List.of(greenfield, hybrid)) {
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(status(job, "deletion.state")).isEqualTo("deleted"));
            assertThat(keys(job)).as("objects of job %s in any bucket", job).isEmpty();
            assertThat(view.history(job)).endsWith("ArtifactsDeleted");
        }
        assertThat(view.ledger().toString()).as("the ledger").doesNotContain(PLANTED);
        try (Stream<Path> logs = Files.list(plant.logs())) {
            for (Path log : logs.toList()) {
                assertThat(Files.readString(log))
                        .as("log %s", log.getFileName())
                        .doesNotContain(PLANTED);
            }
        }
    }

    private static String accepted(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(202);
        return answer.path("jobId");
    }

    private void succeeded(String job) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(status(job, "status")).isEqualTo("Succeeded"));
    }

    private void redrive(String job) {
        String find = "deadLetters.find { it.jobId == '" + job + "' }.messageId";
        await().atMost(PATIENCE).until(() -> letters().path(find) != null);
        given().baseUri(plant.operator().toString())
                .post(
                        "/v1/dead-letters/{job}/{queue}/{id}/redrive",
                        job,
                        "generate",
                        letters().<String>path(find))
                .then()
                .statusCode(202);
    }

    private Response letters() {
        return given().baseUri(plant.operator().toString()).get("/v1/dead-letters");
    }

    private List<String> keys(String job) {
        return view.objectKeys().stream().filter(key -> key.contains(job)).toList();
    }

    private String artifact(String job, String name) {
        return new String(
                view.output(view.job(job).get("OutputKey").s() + name), StandardCharsets.UTF_8);
    }

    private Object status(String job, String path) {
        return given().baseUri(plant.api().toString()).get("/v1/job-status/" + job).path(path);
    }
}
