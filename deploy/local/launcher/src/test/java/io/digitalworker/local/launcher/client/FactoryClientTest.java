package io.digitalworker.local.launcher.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FactoryClientTest {
    private static final String ACCEPTED =
            "{\"jobId\":\"j-1\",\"statusUrl\":\"http://x/j-1\",\"new\":1}";
    private static final ObjectMapper JSON = new ObjectMapper();
    private final List<Duration> pauses = new ArrayList<>();
    private final List<String> notices = new ArrayList<>();
    private LoopbackApi api;
    private FactoryClient client;

    @TempDir Path directory;

    @BeforeEach
    void start() throws IOException {
        api = new LoopbackApi();
        client =
                new FactoryClient(
                        new Endpoint(api.address()), Identity.NOBODY, pauses::add, notices::add);
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void uploadsTheArchiveWhereTheServiceSaysAndSubmitsItByItsId() throws IOException {
        uploads();
        api.answers("POST /v1/generate-spec", 202, ACCEPTED);
        List<Long> sent = new ArrayList<>();

        String job = client.submit(submission(), "key-1", (part, size) -> sent.add(part)).jobId();

        assertThat(job).isEqualTo("j-1");
        LoopbackApi.Asked put = api.asked("PUT /objects/u-1?signature=s").get(0);
        assertThat(put.text()).isEqualTo("PK-bytes");
        assertThat(put.header("X-amz-checksum-sha256")).isEqualTo("sum");
        assertThat(put.headers()).doesNotContainKeys("Authorization", "Idempotency-key");
        assertThat(sent).as("bytes on their way").endsWith(8L);
        JsonNode announced = JSON.readTree(api.asked("POST /v1/uploads").get(0).body());
        assertThat(announced.fieldNames())
                .as("others would be refused")
                .toIterable()
                .containsExactly("size", "sha256");
        assertThat(announced.path("size").asInt()).isEqualTo(8);
        assertThat(announced.path("sha256").asText()).matches("[0-9a-f]{64}");
        LoopbackApi.Asked submitted = api.asked("POST /v1/generate-spec").get(0);
        assertThat(JSON.readTree(submitted.body()))
                .isEqualTo(
                        JSON.readTree(
                                "{\"uploadId\":\"u-1\",\"descriptor\":{\"moduleName\":\"M\"},\"options\":{\"detail\":\"overview\"},\"existing\":\"#"
                                        + " M\"}"));
        assertThat(submitted.header("Idempotency-key")).isEqualTo("key-1");
    }

    @Test
    void aLostConnectionIsTriedAgainWithTheSameKey() throws IOException {
        uploads();
        api.answers("POST /v1/generate-spec", 0, "")
                .answers("POST /v1/generate-spec", 202, ACCEPTED);

        client.submit(submission(), "key-1", UploadProgress.NONE);

        assertThat(api.asked("POST /v1/generate-spec"))
                .hasSize(2)
                .allMatch(each -> each.header("Idempotency-key").equals("key-1"));
        assertThat(pauses).containsExactly(Duration.ofSeconds(1));
        assertThat(notices).containsExactly("The connection was lost; trying again in 1 s …");
    }

    @Test
    void whatPassesIsWaitedForAsLongAsTheServiceSays() throws IOException {
        api.answers("GET /v1/job-status/j-1", 429, Map.of("Retry-After", "7"), "")
                .answers("GET /v1/job-status/j-1", 503, "")
                .answers("GET /v1/job-status/j-1", 200, LoopbackApi.job("Running", 50, ""));

        assertThat(client.status("j-1").progress()).isEqualTo(50);
        assertThat(pauses).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(2));
    }

    @Test
    void aKeyInUseIsWaitedForAndAnotherConflictIsNot() throws IOException {
        uploads();
        api.answers(
                        "POST /v1/generate-spec",
                        409,
                        Map.of("Retry-After", "1"),
                        LoopbackApi.problem(409, "IDEMPOTENCY_IN_PROGRESS"))
                .answers("POST /v1/generate-spec", 202, ACCEPTED)
                .answers("DELETE /v1/jobs/j-1", 409, LoopbackApi.problem(409, "CONFLICT"));

        client.submit(submission(), "key-1", UploadProgress.NONE);
        assertThat(pauses).hasSize(1);
        assertThatThrownBy(() -> client.delete("j-1")).hasMessageStartingWith("CONFLICT");
        assertThat(pauses).hasSize(1);
    }

    @Test
    void itGivesUpAfterSixAttemptsAndTellsWhatWasSaidLast() {
        api.answers("GET /v1/job-status/j-1", 503, LoopbackApi.problem(503, "UNAVAILABLE"));

        assertThatThrownBy(() -> client.status("j-1")).hasMessageStartingWith("UNAVAILABLE");
        assertThat(pauses).extracting(Duration::toSeconds).containsExactly(1L, 2L, 4L, 8L, 16L);
    }

    @Test
    void itDoesNotWaitLongerThanAMinute() {
        api.answers(
                "GET /v1/job-status/j-1",
                429,
                Map.of("Retry-After", "3600"),
                LoopbackApi.problem(429, "RATE_LIMITED"));

        assertThatThrownBy(() -> client.status("j-1")).hasMessageStartingWith("RATE_LIMITED");
        assertThat(pauses).isEmpty();
    }

    @Test
    void anEndpointWhereNobodyIsFailsAtOnceAndSaysWhatToDo() {
        api.close();

        assertThatThrownBy(() -> client.status("j-1"))
                .isInstanceOf(Unreachable.class)
                .hasMessageContaining("does not answer")
                .hasMessageContaining("--endpoint");
        assertThat(pauses).as("the address is more likely wrong").isEmpty();
    }

    @Test
    void rotatingASecretIsTriedOnce() {
        api.answers("POST /v1/webhook-secret", 503, LoopbackApi.problem(503, "UNAVAILABLE"));

        assertThatThrownBy(() -> client.rotateWebhookSecret()).isInstanceOf(Refused.class);
        assertThat(api.history()).as("each attempt could rotate again").hasSize(1);
    }

    @Test
    void tellsARefusalWithItsCodeFieldsAndRequest() {
        api.answers("GET /v1/job-status/j-9", 404, LoopbackApi.problem(404, "JOB_NOT_FOUND"));

        assertThatThrownBy(() -> client.status("j-9"))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.status()).isEqualTo(404))
                .hasMessage(
                        "JOB_NOT_FOUND: There is no such job. Check.\n  jobId is not known\n"
                                + "  requestId r-1");
    }

    @Test
    void aRefusalFromSomethingInFrontIsToldAsWhatItIs() {
        api.answers("GET /v1/job-status/j-9", 403, "{\"message\":\"Forbidden\"}");

        assertThatThrownBy(() -> client.status("j-9"))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("The answer was 403, and not from the factory itself");
    }

    @Test
    void whatIsNoApiIsNotTakenForOne() {
        api.answers("GET /v1/job-status/j-9", 200, "<html>welcome</html>");

        assertThatThrownBy(() -> client.status("j-9")).hasMessageContaining("no factory's API");
    }

    @Test
    void nothingThatAServiceSaysMovesTheCursor() {
        api.answers(
                "GET /v1/job-status/j-9",
                404,
                LoopbackApi.problem(404, "JOB").replace("Check.", "\\u001b[2J\\u202e\\u0007"));

        assertThatThrownBy(() -> client.status("j-9")).hasMessageContaining("?[2J??");
    }

    @Test
    void redirectsAreNotFollowedSinceTheyWouldTakeTheTokenAlong() {
        api.answers("GET /v1/job-status/j-9", 307, Map.of("Location", "/elsewhere"), "");

        assertThatThrownBy(() -> client.status("j-9")).hasMessageContaining("307");
        assertThat(api.history()).hasSize(1);
    }

    @Test
    void savesADownloadAndRefusesAnErrorPage() throws IOException {
        api.answers("GET /good", 200, "content").answers("GET /gone", 403, "<Error/>");
        Path file = directory.resolve("f");

        client.download(URI.create(api.address() + "/good"), file);
        assertThat(file).hasContent("content");
        assertThatThrownBy(() -> client.download(URI.create(api.address() + "/gone"), file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("403");
    }

    @Test
    void aPathInFrontOfTheApiIsKept() throws IOException {
        api.answers("GET /prod/v1/job-status/j-1", 200, LoopbackApi.job("Running", 1, ""));

        FactoryClient staged = new FactoryClient(URI.create(api.address() + "/prod/"));
        assertThat(staged.status("j-1").progress()).isEqualTo(1);
    }

    @Test
    void eventsAreAskedForFromTheLastThatWasHeard() throws Exception {
        api.answers(
                "GET /v1/jobs/j-1/events",
                200,
                Map.of("Content-Type", "text/event-stream"),
                "retry: 3000\n\nid: 4\nevent: JobProgressed\ndata: {}\n\n: heartbeat\n");

        try (EventStream stream = client.events("j-1", Optional.of("3"))) {
            assertThat(stream.next(Duration.ofSeconds(5)))
                    .contains(new ServerEvent("JobProgressed", "{}"));
            assertThat(stream.next(Duration.ofSeconds(5))).isEmpty();
            assertThat(stream.hasEnded()).isTrue();
            assertThat(stream.lastId()).contains("4");
            assertThat(stream.retry()).contains(Duration.ofSeconds(3));
        }
        assertThat(api.history().get(0).header("Last-event-id")).isEqualTo("3");
    }

    private void uploads() {
        api.answers(
                        "POST /v1/uploads",
                        201,
                        """
                        {"uploadId":"u-1","method":"PUT","url":"%s/objects/u-1?signature=s",
                         "headers":{"x-amz-checksum-sha256":"sum","Content-Length":"8","Host":"h"},
                         "expiresAt":"2026-03-01T12:00:00Z"}
                        """
                                .formatted(api.address()))
                .answers("PUT /objects/u-1?signature=s", 200, "");
    }

    private Submission submission() throws IOException {
        Path archive = Files.writeString(directory.resolve("a.zip"), "PK-bytes");
        return new Submission(
                archive,
                JSON.readTree("{\"moduleName\":\"M\"}"),
                JSON.readTree("{\"detail\":\"overview\"}"),
                "# M");
    }
}
