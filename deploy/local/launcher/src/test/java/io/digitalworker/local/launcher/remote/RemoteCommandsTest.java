package io.digitalworker.local.launcher.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.digitalworker.local.launcher.client.LoopbackApi;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What the commands say, write and end with. */
class RemoteCommandsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String STATUS = "GET /v1/job-status/j-1";

    /** SHA-256 of "content". */
    private static final String SHA256 =
            "ed7002b439e9ac845f22357d822bac1444730fbdb6016d3ec9432297b9ec9f73";

    private LoopbackApi api;
    private Typed typed;

    @TempDir Path directory;

    @BeforeEach
    void start() throws IOException {
        api = new LoopbackApi();
        typed = new Typed(api.address());
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void submitSendsADirectoryAsAnArchiveAndSaysHowToGoOn() throws IOException {
        uploads();

        int code =
                typed.run(
                        "submit",
                        sources().toString(),
                        descriptor().toString(),
                        "--documents",
                        "srs,tech-design",
                        "--max-usd",
                        "0.50",
                        "--estimate");

        assertThat(code).as(typed.said()).isZero();
        assertThat(typed.out()).isEqualTo("✓ Accepted as job j-1\n  follow it: factory wait j-1\n");
        LoopbackApi.Asked sent = api.asked("POST /v1/generate-spec").get(0);
        assertThat(sent.header("Idempotency-key")).isEqualTo("id-1");
        assertThat(JSON.readTree(sent.body()).path("options"))
                .isEqualTo(
                        JSON.readTree(
                                "{\"documents\":[\"srs\",\"tech-design\"],\"maxUsd\":0.50,"
                                        + "\"estimateOnly\":true}"));
        assertThat(api.asked("PUT /u-1").get(0).text()).startsWith("PK");
    }

    @Test
    void submitKeepsTheDescriptorAsItIs() throws IOException {
        uploads();
        Path descriptor =
                Files.writeString(
                        directory.resolve("d.json"), "{\"b\": [1.50, null, \"ü\"], \"a\": {}}");

        typed.run("submit", sources().toString(), descriptor.toString());

        assertThat(api.asked("POST /v1/generate-spec").get(0).text())
                .contains("\"descriptor\":{\"b\":[1.50,null,\"ü\"],\"a\":{}}");
    }

    @Test
    void greenfieldTakesADescriptorAlone() throws IOException {
        uploads();

        assertThat(typed.run("submit", descriptor().toString(), "--scenario", "greenfield"))
                .isZero();
        assertThat(api.asked("POST /v1/uploads")).isEmpty();
        assertThat(typed.run("submit", descriptor().toString())).isEqualTo(2);
        assertThat(typed.error()).contains("ARCHIVE DESCRIPTOR").contains("factory submit --help");
    }

    @Test
    void whatIsWrongHereIsSaidBeforeAnythingIsSent() throws IOException {
        Path broken = Files.writeString(directory.resolve("d.json"), "{\n\"a\": 1,\n\"a\": 2}");

        assertThat(typed.run("submit", "no-such.zip", descriptor().toString())).isEqualTo(3);
        assertThat(typed.error()).isEqualTo("There is no readable file no-such.zip\n");
        assertThat(typed.run("submit", sources().toString(), broken.toString())).isEqualTo(3);
        assertThat(typed.error()).contains("is no JSON, line 3").contains("Duplicate field 'a'");
        assertThat(api.history()).isEmpty();
    }

    @Test
    void waitShowsTheStagesAndEndsWithTheJobs() {
        events("id: 1\nevent: JobProgressed\ndata: {}\n\n");
        api.answers(STATUS, 200, LoopbackApi.job("Running", 50, ""))
                .answers(STATUS, 200, LoopbackApi.job("Succeeded", 100, artifact("srs.md")));

        assertThat(typed.run("wait", "j-1")).isZero();
        assertThat(typed.out())
                .isEqualTo(
                        "  ✓ open         1.23 s\n✓ Shop: 1 artifacts after 3.0 s\n"
                                + "  download them: factory download j-1\n");
    }

    @Test
    void waitEndsWithOneWhereTheJobFailed() throws IOException {
        api.answers(STATUS, 200, LoopbackApi.job("Failed", 50, ""));

        assertThat(typed.run("wait", "j-1")).isEqualTo(1);
        assertThat(typed.out()).contains("✗ TIMED_OUT: It took too long. Submit less.");
        assertThat(typed.run("wait", "j-1", "--output", "json")).isEqualTo(1);
        assertThat(document().path("errorCode").asText()).isEqualTo("TIMED_OUT");
    }

    @Test
    void waitEndsWithFourWhenItsTimeIsOver() throws IOException {
        events(": still here\n");
        api.answers(STATUS, 200, LoopbackApi.job("Running", 50, ""));

        assertThat(typed.run("wait", "j-1", "--timeout", "0s")).isEqualTo(4);
        assertThat(typed.out()).contains("write, 50 %; it goes on. Wait further: factory wait j-1");
        assertThat(typed.run("wait", "j-1", "--timeout", "0s", "--output", "json")).isEqualTo(4);
        assertThat(document().path("status").asText()).isEqualTo("Running");
        assertThat(typed.run("wait", "j-1", "--timeout", "soon")).isEqualTo(2);
        assertThat(typed.error()).contains("'soon' is no time: 90s, 15m or 2h");
    }

    @Test
    void statusIsTheServicesOwnDocumentForPrograms() throws IOException {
        api.answers(STATUS, 200, LoopbackApi.job("Failed", 50, ""));

        assertThat(typed.run("status", "j-1", "--output", "json")).as("asking succeeded").isZero();
        assertThat(document()).isEqualTo(JSON.readTree(LoopbackApi.job("Failed", 50, "")));
    }

    @Test
    void aRefusalIsALineForPeopleAndAProblemForPrograms() throws IOException {
        api.answers(STATUS, 404, LoopbackApi.problem(404, "JOB_NOT_FOUND"));

        assertThat(typed.run("status", "j-1")).isEqualTo(1);
        assertThat(typed.out()).isEmpty();
        assertThat(typed.error()).startsWith("JOB_NOT_FOUND: ").contains("requestId r-1");
        assertThat(typed.run("status", "j-1", "--output", "json")).isEqualTo(1);
        assertThat(document()).isEqualTo(JSON.readTree(LoopbackApi.problem(404, "JOB_NOT_FOUND")));
    }

    @Test
    void anInstallationThatIsNotThereIsAnotherCode() throws IOException {
        api.close();

        assertThat(typed.run("list", "--output", "json")).isEqualTo(3);
        assertThat(document().path("code").asText()).isEqualTo("UNREACHABLE");
        assertThat(typed.error()).contains("does not answer");
    }

    @Test
    void downloadSavesWhatIsNamedWithItsFolders() throws IOException {
        api.answers(
                        STATUS,
                        200,
                        LoopbackApi.job(
                                "Succeeded",
                                100,
                                artifact("srs.md") + "," + artifact("diagrams/a.svg")))
                .answers("GET /object", 200, "content");

        String out = directory.resolve("out").toString();
        assertThat(typed.run("download", "j-1", "diagrams/a.svg", "--out", out)).isZero();
        assertThat(directory.resolve("out/j-1/diagrams/a.svg")).hasContent("content");
        assertThat(directory.resolve("out/j-1/srs.md")).doesNotExist();
        assertThat(typed.run("download", "j-1", "srs.pdf", "--out", out)).isEqualTo(1);
        assertThat(typed.error())
                .isEqualTo("There is no artifact srs.pdf among srs.md, diagrams/a.svg\n");
        assertThat(typed.run("download", "j-1", "--out", out, "--output", "json")).isZero();
        assertThat(document().path("files")).hasSize(2);
        assertThat(document().path("files").get(0).path("sha256").asText()).isEqualTo(SHA256);
    }

    @Test
    void aNameThatLeadsOutOfTheDirectoryIsRefused() {
        api.answers(STATUS, 200, LoopbackApi.job("Succeeded", 100, artifact("../../evil")))
                .answers("GET /object", 200, "content");

        assertThat(typed.run("download", "j-1", "--out", directory.toString())).isEqualTo(1);
        assertThat(typed.error()).contains("leads out");
        assertThat(api.asked("GET /object")).isEmpty();
    }

    @Test
    void listGoesThroughAllPages() throws IOException {
        api.answers(
                        "GET /v1/jobs?limit=100&status=Failed",
                        200,
                        "{\"jobs\":[" + listed("j-1") + "],\"hasNext\":true,\"cursor\":\"a/b\"}")
                .answers(
                        "GET /v1/jobs?limit=100&status=Failed&cursor=a%2Fb",
                        200, "{\"jobs\":[" + listed("j-2") + "],\"hasNext\":false}");

        assertThat(typed.run("list", "--status", "Failed", "--all")).isZero();
        assertThat(typed.out().lines())
                .hasSize(3)
                .anyMatch(line -> line.startsWith("j-2 ") && line.contains("2026-03-01 12:00:00"));
        typed.run("list", "--status", "Failed", "--all", "--output", "json");
        assertThat(document().path("jobs")).hasSize(2);
        assertThat(document().path("hasNext").asBoolean()).isFalse();
    }

    @Test
    void reviseSendsAnswersWithEqualSignsInThem() throws IOException {
        api.answers(
                "POST /v1/jobs/j-1/revisions",
                202,
                "{\"jobId\":\"j-2\",\"statusUrl\":\"http://x\"}");

        int code =
                typed.run(
                        "revise",
                        "j-1",
                        "--action",
                        "revise",
                        "--answer",
                        "Q-load=a = b, c",
                        "--answer",
                        "Q-2=yes");

        assertThat(code).as(typed.said()).isZero();
        LoopbackApi.Asked sent = api.asked("POST /v1/jobs/j-1/revisions").get(0);
        assertThat(JSON.readTree(sent.body()))
                .isEqualTo(
                        JSON.readTree(
                                "{\"action\":\"revise\",\"answers\":[{\"questionId\":\"Q-load\","
                                        + "\"answer\":\"a = b, c\"},{\"questionId\":\"Q-2\","
                                        + "\"answer\":\"yes\"}]}"));
        assertThat(sent.header("Idempotency-key")).isEqualTo("id-1");
        assertThat(typed.run("revise", "j-1", "--action", "answer")).isEqualTo(2);
        assertThat(typed.error()).contains("message is required: the question");
    }

    @Test
    void deleteAsksAPersonAndNeverAProgram() {
        api.answers("DELETE /v1/jobs/j-1", 202, "{\"deletion\":{\"state\":\"scheduled\"}}")
                .answers(STATUS, 200, LoopbackApi.job("Succeeded", 100, ""));

        assertThat(typed.run("delete", "j-1")).isEqualTo(2);
        assertThat(typed.error()).contains("say --yes");
        typed.answering(new BufferedReader(new StringReader("n\n")));
        assertThat(typed.run("delete", "j-1")).isEqualTo(1);
        assertThat(typed.error()).isEqualTo("Delete job j-1 (Shop)? [y/N] ");
        assertThat(typed.out()).isEqualTo("Nothing was deleted.\n");
        assertThat(api.asked("DELETE /v1/jobs/j-1")).isEmpty();
        typed.answering(new BufferedReader(new StringReader("y\n")));
        assertThat(typed.run("delete", "j-1")).isZero();
        assertThat(typed.run("delete", "j-1", "--yes")).isZero();
        assertThat(api.asked("DELETE /v1/jobs/j-1")).hasSize(2);
    }

    @Test
    void secretPrintsTheSecretAloneSoThatItCanBePiped() {
        api.answers("GET /v1/webhook-secret", 200, "{\"version\":1,\"secret\":\"whsec_abc\"}");

        assertThat(typed.run("secret")).isZero();
        assertThat(typed.out()).isEqualTo("whsec_abc\n");
    }

    @Test
    void theTokenComesFromOptionFileOrEnvironment() throws IOException {
        api.answers("GET /v1/jobs?limit=20", 200, "{\"jobs\":[],\"hasNext\":false}");
        Path file = Files.writeString(directory.resolve("token"), "of.file\n");

        typed.run("list", "--token-file", file.toString());
        typed.with(Map.of("FACTORY_TOKEN", "of.environment")).run("list");
        typed.run("list", "--token", "of.option");

        assertThat(api.history())
                .extracting(each -> each.header("Authorization"))
                .containsExactly("Bearer of.file", "Bearer of.environment", "Bearer of.option");
        assertThat(typed.run("list", "--token", "x", "--sigv4")).isEqualTo(2);
    }

    @Test
    void aTokenIsNeverSaidAndNeverSentInTheClear() {
        Typed elsewhere = typed.at("http://factory.example.com");

        assertThat(elsewhere.run("list", "--token", "geheim.token")).isEqualTo(2);
        assertThat(elsewhere.said()).contains("https://").doesNotContain("geheim");
        assertThat(typed.run("list", "--token", "geheim token")).isEqualTo(3);
        assertThat(typed.said()).doesNotContain("geheim");
        assertThat(typed.run("list", "--token", "geheim.token", "--limit", "x")).isEqualTo(2);
        assertThat(typed.said()).doesNotContain("geheim");
        assertThat(api.history()).isEmpty();
    }

    @Test
    void sigv4SignsForTheRegionOfTheEndpointOrSaysThatItIsMissing() {
        assertThat(typed.run("list", "--sigv4")).isEqualTo(2);
        assertThat(typed.error()).contains("--region");
    }

    @Test
    void anEndpointThatIsNoneIsWrongUsage() {
        assertThat(typed.at("factory").run("list")).isEqualTo(2);
    }

    private JsonNode document() throws IOException {
        return JSON.readTree(typed.out());
    }

    private Path sources() throws IOException {
        Path sources = Files.createDirectories(directory.resolve("sources"));
        Files.writeString(sources.resolve("A.cs"), "class A {}\n");
        return sources;
    }

    private Path descriptor() throws IOException {
        return Files.writeString(directory.resolve("descriptor.json"), "{\"moduleName\":\"M\"}");
    }

    private String artifact(String name) {
        return "{\"name\":\"%s\",\"size\":7,\"sha256\":\"%s\",\"url\":\"%s/object\"}"
                .formatted(name, SHA256, api.address());
    }

    private static String listed(String id) {
        return ("{\"jobId\":\"%s\",\"status\":\"Failed\",\"moduleName\":\"Shop\","
                        + "\"submittedAt\":\"2026-03-01T12:00:00.123Z\",\"progress\":50}")
                .formatted(id);
    }

    private void uploads() {
        api.answers(
                        "POST /v1/uploads",
                        201,
                        "{\"uploadId\":\"u-1\",\"method\":\"PUT\",\"url\":\""
                                + api.address()
                                + "/u-1\",\"headers\":{}}")
                .answers("PUT /u-1", 200, "")
                .answers(
                        "POST /v1/generate-spec",
                        202,
                        "{\"jobId\":\"j-1\",\"statusUrl\":\"http://x\"}");
    }

    private void events(String body) {
        api.answers(
                "GET /v1/jobs/j-1/events", 200, Map.of("Content-Type", "text/event-stream"), body);
    }
}
