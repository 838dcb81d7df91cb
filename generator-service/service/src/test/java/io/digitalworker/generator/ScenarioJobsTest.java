package io.digitalworker.generator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.digitalworker.api.JobStatus;
import io.digitalworker.api.Stage;
import io.digitalworker.generator.attempt.Attempt;
import io.digitalworker.ledger.Job;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** Jobs of all scenarios and several documents, from submission to publication. */
class ScenarioJobsTest {
    private static final String GREENFIELD = "{\"scenario\": \"greenfield\"}";

    @TempDir Path base;
    private Workbench bench;

    @BeforeEach
    void open() {
        bench = new Workbench(base);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void writesFromTheDescriptorAloneWhereNothingIsBuiltYet() throws IOException {
        Submission submission =
                bench.submitted(submission().withoutArchive().withOptions(GREENFIELD));

        Job job = generate(submission);

        assertThat(job.status()).as("fault: %s", job.fault()).isEqualTo(JobStatus.Succeeded);
        assertThat(job.stages()).extracting(Job.StageTime::stage).hasSize(Stage.values().length);
        assertThat(published(job, "srs.md"))
                .contains("Shop.Pickup", "A shelf of a pickup point is reserved for an order")
                .doesNotContain("ReserveShelf");
        assertThat(json(job, "manifest.json").at("/inputs/archive").isMissingNode()).isTrue();
        assertThat(bench.objects.history()).doesNotContain("fetch archive.zip");
    }

    @Test
    void takesAnArchiveWhereNothingNeedBeBuiltYet() throws IOException {
        Submission submission = bench.submitted(submission().withOptions(GREENFIELD));

        Job job = generate(submission);

        assertThat(job.status()).as("fault: %s", job.fault()).isEqualTo(JobStatus.Succeeded);
        assertThat(json(job, "manifest.json").at("/inputs/archive").asText())
                .isEqualTo(submission.archive().sha256());
    }

    @Test
    void keepsThePartsOfADocumentThatCameWithTheJob() throws IOException {
        String kept = "Shelves are counted by hand each quarter, as agreed with the wardens.";
        Submission submission =
                bench.submitted(
                        submission()
                                .withOptions("{\"scenario\": \"hybrid\"}")
                                .withExisting("# Pickup\n\n## Stocktaking\n\n" + kept + "\n"));

        Job job = generate(submission);

        assertThat(published(job, "srs.md")).contains(kept).contains("ReserveShelf");
        assertThat(json(job, "manifest.json").at("/inputs/existing").asText())
                .isEqualTo(submission.existing().sha256());
    }

    @Test
    void writesSeveralDocumentsAsItWritesEachAlone() throws IOException {
        Job all =
                generate(
                        bench.submitted(
                                submission()
                                        .withOptions(
                                                "{\"documents\": [\"srs\", \"functional-spec\","
                                                        + " \"tech-design\"]}")));

        for (String name : List.of("srs", "functional-spec", "tech-design")) {
            Job alone =
                    generate(
                            bench.submitted(
                                    submission()
                                            .withOptions("{\"documents\": [\"" + name + "\"]}")));
            for (String ending : List.of(".md", ".html", ".pdf")) {
                assertThat(bench.objects.stored().get(all.outputKey() + name + ending))
                        .as(name + ending)
                        .isEqualTo(bench.objects.stored().get(alone.outputKey() + name + ending));
            }
        }
    }

    @Test
    void reportsTheFontsOfItsDocuments() throws IOException {
        Job job = generate(bench.submitted());

        assertThat(json(job, "report.json").get("fonts"))
                .extracting(JsonNode::asText)
                .contains("LiberationSans", "LiberationMono")
                .isSorted()
                .doesNotHaveDuplicates();
    }

    private static Submission submission() {
        return Submission.of(UUID.randomUUID().toString());
    }

    private String published(Job job, String name) {
        return new String(bench.objects.stored().get(job.outputKey() + name), UTF_8);
    }

    private JsonNode json(Job job, String name) throws IOException {
        return new ObjectMapper().readTree(bench.objects.stored().get(job.outputKey() + name));
    }

    private Job generate(Submission submission) throws IOException {
        try (Attempt attempt = bench.watchdog.begin(bench.claim(submission), bench.lease)) {
            return bench.generate().generate(attempt);
        }
    }
}
