package io.digitalworker.local.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.digitalworker.facts.planted.Planted;
import io.digitalworker.local.launcher.installation.Home;
import io.digitalworker.local.launcher.installation.Service;
import io.digitalworker.local.model.CallRecord;
import io.digitalworker.local.model.Fault;
import io.digitalworker.local.model.ModelDouble;
import io.digitalworker.local.model.Rule;
import io.digitalworker.local.model.Script;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Secrets in the archive, the descriptor and a revision of it, through five real processes and a double of
 * Bedrock: a job that a model writes, its revision, a job that ends as a dead letter and a message that
 * nobody can read. Then everything is searched that is not what the caller sent.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlantedSecretsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MODEL = "eu.anthropic.claude-haiku-4-5-20251001-v1:0";
    private static final String HIDDEN = "********";
    private static final String OPTIONS =
            "{\"documents\": [\"srs\", \"tech-design\"], \"detail\": \"comprehensive\"}";
    private static final double FOUND = 0.95;

    /**
     * What is known to be missed (docs/redaction.md): there the line does not say that it is a secret, or the
     * value looks like a word. All others are searched for, whatever redaction makes
     * of them, so that a rule that is lost fails the test.
     */
    private static final Set<String> MISSED =
            Set.of(
                    "chat in chat/6/telegram.py",
                    "database-seed in database-seed/6/Seed.cs",
                    "database-seed in database-seed/9/users.csv",
                    "password in password/8/e2e.js",
                    "password in Nop.Plugin.Misc.GiftWrapping/Controllers/PasswordKeyController.cs",
                    "url-credentials in a description");

    private static final Set<String> SENT =
            Set.of("archive.zip", "descriptor.json", "revision.json");

    private final SourceRefused refused = new SourceRefused();
    private final SearchedTexts prompts = new SearchedTexts();
    private final SearchedTexts objects = new SearchedTexts();
    private final SearchedTexts sent = new SearchedTexts();
    private final SearchedTexts logs = new SearchedTexts();
    private final SearchedTexts ledger = new SearchedTexts();
    private String revision;
    private PlantedShop shop;
    private ModelDouble model;
    private Plant plant;
    private OutsideView view;

    @BeforeAll
    void runAll(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path directory) throws IOException {
        shop = new PlantedShop(directory.resolve("shop"), Home.find().example());
        model = ModelDouble.start(directory.resolve("history.jsonl"));
        model.script(
                Script.PLAIN
                        .keepingPrompts()
                        .with(
                                Rule.once(Fault.GHOSTS, 1),
                                Rule.once(Fault.MALFORMED, 3),
                                Rule.once(Fault.THROTTLED, 5),
                                Rule.once(Fault.BROKEN, 7)));
        Map<String, String> generator =
                Map.of(
                        "BEDROCK_MODEL_ID",
                        MODEL,
                        "DIGITALWORKER_BEDROCK_ENDPOINT_OVERRIDE",
                        model.endpoint().toString(),
                        "MP_MESSAGING_INCOMING_GENERATE_BACK_OFF",
                        "0S");
        plant = Plant.start(directory, refused, Map.of(Service.GENERATOR, generator));
        view = new OutsideView(plant.cloud());
        failForGood();
        revise(succeeded(accepted(submission().send())));
        lookAtEverything();
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

    private Submission submission() throws IOException {
        return Submission.of(plant.api(), shop.archive(), shop.descriptor(), OPTIONS);
    }

    private void failForGood() throws IOException {
        refused.on = true;
        view.send("generate", "{\"not an event\": \"" + says(shop.typed()) + "\"}");
        String failing = accepted(submission().send());
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(status(failing, "status")).isEqualTo("Failed"));
        refused.on = false;
        await().atMost(PATIENCE).until(() -> letters().contains(failing));
        await().atMost(PATIENCE).until(() -> letters().contains("unaddressed"));
    }

    /** Half of the secrets in the message, half in an answer. */
    private void revise(String base) throws IOException {
        JsonNode report =
                JSON.readTree(view.output(view.job(base).get("OutputKey").s() + "report.json"));
        List<Planted> all = shop.inRevision();
        ObjectNode body = JSON.createObjectNode().put("action", "revise");
        body.put("message", says(all.subList(0, all.size() / 2)));
        body.putArray("answers")
                .addObject()
                .put("questionId", report.at("/questions/0/id").asText())
                .put("answer", says(all.subList(all.size() / 2, all.size())));
        revision =
                succeeded(
                        accepted(
                                given().baseUri(plant.api().toString())
                                        .contentType("application/json")
                                        .body(body.toString())
                                        .post("/v1/jobs/" + base + "/revisions")));
    }

    private static String says(List<Planted> secrets) {
        return secrets.stream().map(PlantedShop::says).collect(Collectors.joining(". "));
    }

    private void lookAtEverything() throws IOException {
        for (CallRecord call : model.history().arrived()) {
            prompts.add("prompt of call " + call.call(), Objects.requireNonNull(call.prompt()));
        }
        for (String key : view.objectKeys()) {
            String name = key.substring(key.lastIndexOf('/') + 1);
            (SENT.contains(name) ? sent : objects).add(key, view.object(key));
        }
        try (Stream<Path> files = Files.list(plant.logs())) {
            for (Path log : files.toList()) {
                logs.add(log.getFileName().toString(), Files.readAllBytes(log));
            }
        }
        ledger.add("ledger", view.ledger().toString());
        ledger.add("dead letters", letters());
    }

    @Test
    void nearlyAllAreFound() throws IOException {
        List<Planted> missed = shop.missed();
        int planted = shop.planted().size();
        System.out.printf(
                "planted in the archive %d, of %d kinds; found by redaction %d%n",
                planted, kinds(shop.planted()), planted - missed.size());

        assertThat(kinds(shop.planted())).as("kinds").isGreaterThanOrEqualTo(20);
        assertThat(planted).as("secrets").isGreaterThanOrEqualTo(200);
        assertThat(planted - missed.size())
                .as("found, of %d", planted)
                .isGreaterThanOrEqualTo((int) Math.ceil(FOUND * planted));
        assertThat(missed.stream().map(Planted::toString))
                .as("missed, beside what is known to be")
                .isSubsetOf(MISSED);
        assertThat(typed().stream().filter(each -> !PlantedShop.isHidden(each)))
                .extracting(Planted::toString)
                .as("missed in what was typed, beside what is known to be")
                .isSubsetOf(MISSED);
    }

    private static long kinds(List<Planted> secrets) {
        return secrets.stream().map(Planted::kind).distinct().count();
    }

    private List<Planted> typed() {
        return Stream.concat(shop.typed().stream(), shop.inRevision().stream()).toList();
    }

    /** All but what is known to be missed. */
    private List<Planted> secrets() {
        return Stream.concat(shop.planted().stream(), typed().stream())
                .filter(each -> !MISSED.contains(each.toString()))
                .toList();
    }

    @Test
    void whatTheCallerSentHoldsThemAllSoThatTheSearchCanFind() {
        Set<String> found =
                sent.leaks(secrets()).stream()
                        .map(leak -> leak.substring(0, leak.indexOf(':')))
                        .collect(Collectors.toSet());

        assertThat(secrets()).extracting(Planted::toString).isSubsetOf(found);
    }

    @Test
    void noPromptTellsOne() {
        tells("prompts", prompts);
        assertThat(prompts.count()).as("prompts").isGreaterThanOrEqualTo(20);
        assertThat(prompts.anyHolds(HIDDEN)).as("places of secrets are in prompts").isTrue();
    }

    @Test
    void noDocumentCheckpointOrOtherObjectTellsOne() {
        tells("objects", objects);
        assertThat(objects.places())
                .as("objects searched")
                .anyMatch(key -> key.contains("/work/"))
                .anyMatch(key -> key.endsWith("/srs.pdf"))
                .anyMatch(key -> key.endsWith("/facts.json"))
                .anyMatch(key -> key.contains(revision + "/"));
        assertThat(objects.anyHolds(HIDDEN)).as("places of secrets are in documents").isTrue();
    }

    @Test
    void noLogTellsOne() {
        tells("logs", logs);
        assertThat(logs.places()).as("logs").contains("generator.log", "ingest.log", "cloud.log");
    }

    @Test
    void neitherLedgerNorDeadLettersTellOne() {
        tells("ledger and dead letters", ledger);
        assertThat(view.depth("generate-dlq")).as("letters that nobody has kept yet").isZero();
    }

    private void tells(String what, SearchedTexts texts) {
        System.out.printf(
                "%d secrets searched for in %d %s, %d bytes%n",
                secrets().size(), texts.count(), what, texts.bytes());
        assertThat(texts.leaks(secrets())).as("secrets told").isEmpty();
    }

    private String accepted(Response answer) {
        assertThat(answer.statusCode()).as("accepted").isEqualTo(202);
        return answer.path("jobId");
    }

    private String succeeded(String job) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(status(job, "status")).isEqualTo("Succeeded"));
        return job;
    }

    private Object status(String job, String path) {
        return given().baseUri(plant.api().toString()).get("/v1/job-status/" + job).path(path);
    }

    private String letters() {
        return given().baseUri(plant.operator().toString()).get("/v1/dead-letters").asString();
    }
}
