package io.digitalworker.local.system;

import io.digitalworker.local.launcher.installation.Home;
import io.digitalworker.local.launcher.installation.Service;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
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

/** Jobs that somebody deletes, through five real processes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DeletedJobsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HeldWrite held = new HeldWrite();
    private final List<String> cancelled = new ArrayList<>();
    private final List<String> succeeded = new ArrayList<>();
    private Plant plant;
    private OutsideView view;

    @BeforeAll
    void start(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path directory) throws IOException {
        Map<String, String> often = Map.of("DIGITALWORKER_DUE_EVERY", "1S");
        plant = Plant.start(directory, held, Map.of(Service.CLEANUP, often));
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
    void nothingStaysOfARunningJobNotEvenWhatItsWorkerWritesAfterwards() throws IOException {
        held.next();
        String job = submitted();
        held.awaitHeld();
        assertThat(status(job, "status")).isEqualTo("Running");

        assertThat(delete(job).statusCode()).isEqualTo(202);

        assertThat(status(job, "errorCode")).isEqualTo("CANCELLED");
        awaitNoObjects(job);
        held.release();
        awaitNoObjects(job);
        cancelled.add(job);
    }

    @Test
    @Order(2)
    void aRootTakesItsRevisionsAlongFinishedOrNot() throws IOException {
        String root = submitted();
        awaitSucceeded(root);
        String finished = revised(root);
        awaitSucceeded(finished);
        held.next();
        String running = revised(root);
        held.awaitHeld();

        Response answer = delete(root);

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(status(running, "errorCode")).isEqualTo("CANCELLED");
        held.release();
        for (String job : List.of(root, finished, running)) {
            awaitNoObjects(job);
            assertThat(revise(job).statusCode()).as("a revision of " + job).isEqualTo(410);
            assertThat(artifact(job).statusCode()).as("an artifact of " + job).isEqualTo(410);
        }
        succeeded.addAll(List.of(root, finished));
        cancelled.add(running);
    }

    @Test
    @Order(3)
    void eachDeletionIsToldOncePerScopeAndNothingComesBack() {
        plant.moveClock(Duration.ofMinutes(40));

        for (String job : all()) {
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(status(job, "deletion.state")).isEqualTo("deleted"));
        }
        for (String job : succeeded) {
            assertThat(scopes(job)).as("told of job " + job).containsExactly("all");
        }
        for (String job : cancelled) {
            assertThat(scopes(job)).as("told of job " + job).containsExactly("source", "all");
        }
        assertThat(view.objectKeys()).as("objects in any bucket").isEmpty();
        assertThat(delete(succeeded.get(0)).<String>path("deletion.state")).isEqualTo("deleted");
    }

    private List<String> all() {
        List<String> all = new ArrayList<>(cancelled);
        all.addAll(succeeded);
        assertThat(all).as("jobs of the tests before").hasSize(4);
        return all;
    }

    private List<String> scopes(String job) {
        return view.items(job, "event#").stream()
                .filter(event -> event.get("DetailType").s().equals("ArtifactsDeleted"))
                .map(event -> event.get("Detail").s().replaceAll(".*\"scope\":\"(\\w+)\".*", "$1"))
                .toList();
    }

    private void awaitNoObjects(String job) {
        await("no object of job " + job)
                .atMost(PATIENCE)
                .until(() -> view.objectKeys().stream().noneMatch(key -> key.contains(job)));
    }

    private String submitted() throws IOException {
        return accepted(Submission.ofExample(plant.api(), Home.find().example(), "{}").send());
    }

    private String revised(String base) {
        return accepted(revise(base));
    }

    private Response revise(String base) {
        return given().baseUri(plant.api().toString())
                .contentType("application/json")
                .body("{\"action\": \"detail\"}")
                .post("/v1/jobs/" + base + "/revisions");
    }

    private static String accepted(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(202);
        return answer.path("jobId");
    }

    private void awaitSucceeded(String job) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(status(job, "status")).isEqualTo("Succeeded"));
    }

    private Response delete(String job) {
        return given().baseUri(plant.api().toString()).delete("/v1/jobs/" + job);
    }

    private Response artifact(String job) {
        return given().baseUri(plant.api().toString())
                .redirects()
                .follow(false)
                .get("/v1/jobs/" + job + "/artifacts/bundle.zip");
    }

    private Object status(String job, String path) {
        return given().baseUri(plant.api().toString()).get("/v1/job-status/" + job).path(path);
    }
}
