package io.digitalworker.local.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.digitalworker.document.rendering.SectionTexts;
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
import java.util.TreeMap;
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

/** A conversation about the documents of a job, through five real processes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RevisionsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> DOCUMENTS = List.of("srs", "functional-spec", "tech-design");
    private static final String IN_ANSWER = "Thistlebrook";
    private static final String IN_MESSAGE = "Ambergate";

    private Plant plant;
    private OutsideView view;
    private String root;
    private String answered;
    private String asked;
    private String approved;

    @BeforeAll
    void start(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path directory) throws IOException {
        Map<String, String> impatient = Map.of("MP_MESSAGING_INCOMING_GENERATE_BACK_OFF", "0S");
        plant = Plant.start(directory, new SourceRefused(), Map.of(Service.GENERATOR, impatient));
        view = new OutsideView(plant.cloud());
        root = accepted(Submission.toBeRevised(plant.api(), Home.find().example()).send());
        succeeded(root);
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
    void anAnswerGoesWhereItsQuestionIsAskedAndNoOtherSectionChanges() throws IOException {
        JsonNode question = report(root).at("/questions/0");
        String body =
                """
                {"action": "revise",
                 "answers": [{"questionId": "%s", "answer": "%s says ten a second."}]}
                """
                        .formatted(question.get("id").asText(), IN_ANSWER);

        answered = revised(root, body);

        JsonNode report = report(answered);
        assertThat(report.get("questions"))
                .extracting(each -> each.get("id").asText())
                .doesNotContain(question.get("id").asText());
        assertThat(artifact(answered, question.get("document").asText() + ".md"))
                .contains(IN_ANSWER + " says ten a second.");
        assertThat(status(answered, "revisionOf")).isEqualTo(root);
        for (String document : DOCUMENTS) {
            assertSameUnlessToldOtherwise(document, report.get("revision"));
        }
    }

    private void assertSameUnlessToldOtherwise(String document, JsonNode revision) {
        Map<String, String> before = sections(root, document);
        Map<String, String> after = sections(answered, document);
        int same = 0;
        for (JsonNode section : revision.get("sections")) {
            String title = section.get("title").asText();
            if (section.get("document").asText().equals(document)) {
                boolean unchanged = section.get("change").asText().equals("unchanged");
                assertThat(after.get(title).equals(before.get(title)))
                        .as("%s of %s is byte for byte the same", title, document)
                        .isEqualTo(unchanged);
                same += unchanged ? 1 : 0;
            }
        }
        assertThat(same).as("unchanged sections of " + document).isGreaterThan(after.size() / 2);
    }

    @Test
    @Order(2)
    void aQuestionIsAnsweredWithPlacesAndTheDocumentsStay() {
        asked =
                revised(
                        answered,
                        """
                        {"action": "answer",
                         "message": "Which wrapping paper may be chosen, asks %s?"}
                        """
                                .formatted(IN_MESSAGE));

        assertThat(artifact(asked, "answer.md"))
                .contains("asks " + IN_MESSAGE + "?", "## What the code shows", ".cs:L");
        for (String document : DOCUMENTS) {
            assertThat(artifact(asked, document + ".md"))
                    .isEqualTo(artifact(answered, document + ".md"));
        }
        assertThat(view.items(asked, "pipeline#").get(0)).containsKeys("pipeline_id", "analysis");
    }

    @Test
    @Order(3)
    void approvalIsTheLastLineOfTheHistory() throws IOException {
        approved = revised(asked, "{\"action\": \"approve\"}");

        assertThat(report(approved).at("/revision/status").asText()).isEqualTo("approved");
        assertThat(report(approved).at("/revision/number").asInt()).isEqualTo(3);
        assertThat(sections(approved, "srs").get("Revision history"))
                .contains("revision 2|", "approved as it stands");
        assertThat(artifact(approved, "srs.md")).contains(IN_ANSWER).contains("|Status|approved");
    }

    @Test
    @Order(4)
    void atTheTimeOfItsRootNothingOfARevisionIsLeft() throws IOException {
        plant.moveClock(Duration.ofHours(23).plusMinutes(45));
        assertThat(send(approved, "{\"action\": \"detail\"}").statusCode())
                .as("less than a deadline remains")
                .isEqualTo(410);
        plant.moveClock(Duration.ofHours(24).plusMinutes(5));

        List<String> planted = List.of(IN_ANSWER, IN_MESSAGE);
        for (String job : List.of(root, answered, asked, approved)) {
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(status(job, "deletion.state")).isEqualTo("deleted"));
            assertThat(view.objectKeys().stream().filter(key -> key.contains(job)))
                    .as("objects of job %s in any bucket", job)
                    .isEmpty();
        }
        assertThat(view.ledger().toString()).as("the ledger").doesNotContain(planted);
        try (Stream<Path> logs = Files.list(plant.logs())) {
            for (Path log : logs.toList()) {
                assertThat(Files.readString(log))
                        .as("log %s", log.getFileName())
                        .doesNotContain(planted);
            }
        }
    }

    private String revised(String base, String body) {
        String job = accepted(send(base, body));
        succeeded(job);
        return job;
    }

    private Response send(String base, String body) {
        return given().baseUri(plant.api().toString())
                .contentType("application/json")
                .body(body)
                .post("/v1/jobs/" + base + "/revisions");
    }

    private static String accepted(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(202);
        return answer.path("jobId");
    }

    private void succeeded(String job) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(status(job, "status")).isEqualTo("Succeeded"));
    }

    private Object status(String job, String path) {
        return given().baseUri(plant.api().toString()).get("/v1/job-status/" + job).path(path);
    }

    private JsonNode report(String job) throws IOException {
        return JSON.readTree(artifact(job, "report.json"));
    }

    private Map<String, String> sections(String job, String document) {
        Map<String, String> sections = new TreeMap<>();
        for (String text : SectionTexts.of(artifact(job, document + ".md"))) {
            sections.put(text.lines().findFirst().orElse("").substring(3), text);
        }
        return sections;
    }

    private String artifact(String job, String name) {
        return new String(
                view.output(view.job(job).get("OutputKey").s() + name), StandardCharsets.UTF_8);
    }
}
