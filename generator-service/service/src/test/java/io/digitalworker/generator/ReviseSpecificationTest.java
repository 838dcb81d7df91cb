package io.digitalworker.generator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.digitalworker.api.ErrorCode;
import io.digitalworker.api.JobStatus;
import io.digitalworker.api.ObjectRef;
import io.digitalworker.api.RevisionAnswer;
import io.digitalworker.api.RevisionRecord;
import io.digitalworker.api.RevisionRequest;
import io.digitalworker.document.rendering.SectionTexts;
import io.digitalworker.generator.attempt.Attempt;
import io.digitalworker.generator.model.BedrockSettings;
import io.digitalworker.generator.model.FakeModel;
import io.digitalworker.generator.model.Models;
import io.digitalworker.ledger.Claim;
import io.digitalworker.ledger.ClaimAttempt;
import io.digitalworker.ledger.Job;
import io.digitalworker.ledger.NewJob;
import io.digitalworker.ledger.PipelineRun;
import io.digitalworker.ledger.RevisionOf;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** Revisions of a finished job, from submission to publication. */
class ReviseSpecificationTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir Path base;
    private Workbench bench;
    private GenerateSpecification specify;
    private Job root;
    private RevisionRecord record;

    @BeforeEach
    void open() throws IOException {
        bench = new Workbench(base);
        specify = bench.generate();
        Submission submission =
                bench.submitted(
                        Submission.of(UUID.randomUUID().toString())
                                .withOptions(
                                        "{\"documents\": [\"srs\", \"functional-spec\","
                                                + " \"tech-design\"]}"));
        root = generate(submission.jobId());
        record = new RevisionRecord(root.jobId(), root.submittedAt().toEpochMilli(), List.of());
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void mergesAnswersAndLeavesEverySectionThatItDoesNotConcern() throws IOException {
        JsonNode question = json(root, "report.json").at("/questions/0");
        String id = question.get("id").asText();

        Job job = revise(root, answers(id, "Ten orders a second, as agreed."));

        assertThat(job.status()).as("fault: %s", job.fault()).isEqualTo(JobStatus.Succeeded);
        JsonNode revision = json(job, "report.json").get("revision");
        assertThat(revision.get("revisionOf").asText()).isEqualTo(root.jobId());
        assertThat(revision.get("status").asText()).isEqualTo("revised");
        assertThat(revision.at("/answers/0/merged").asBoolean()).isTrue();
        assertThat(json(job, "report.json").get("questions"))
                .extracting(each -> each.get("id").asText())
                .doesNotContain(id);
        assertThat(published(job, question.get("document").asText() + ".md"))
                .contains("Ten orders a second, as agreed.");
        for (String document : List.of("srs", "functional-spec", "tech-design")) {
            assertUnconcernedAreTheSame(document, job, revision);
        }
    }

    /** What the report calls unchanged has the same bytes, and it calls most sections so. */
    private void assertUnconcernedAreTheSame(String document, Job job, JsonNode revision) {
        Map<String, String> before = sections(root, document);
        Map<String, String> after = sections(job, document);
        long unchanged = 0;
        for (JsonNode section : revision.get("sections")) {
            if (section.get("document").asText().equals(document)
                    && section.get("change").asText().equals("unchanged")) {
                String title = section.get("title").asText();
                assertThat(after.get(title)).as(title).isEqualTo(before.get(title)).isNotNull();
                assertThat(section.get("sha256").asText())
                        .isEqualTo(Submission.sha256(after.get(title).getBytes(UTF_8)));
                unchanged++;
            }
        }
        assertThat(unchanged).as("unchanged sections of " + document).isGreaterThan(5);
        assertThat(unchanged).isLessThan(after.size());
    }

    @Test
    void answersAQuestionAndLeavesTheDocumentsByteForByte() throws IOException {
        Job job = revise(root, message("answer", "Who reserves a shelf of a pickup point?"));

        String answer = published(job, "answer.md");
        assertThat(answer)
                .contains("> Who reserves a shelf of a pickup point?", "ReserveShelf")
                .contains(".cs:L", "|complexity|simple|", "|pipeline|" + job.jobId() + "-1|");
        for (String document : List.of("srs", "functional-spec", "tech-design")) {
            for (String ending : List.of(".md", ".html", ".pdf")) {
                assertThat(bench.objects.stored().get(job.outputKey() + document + ending))
                        .as(document + ending)
                        .isEqualTo(
                                bench.objects.stored().get(root.outputKey() + document + ending));
            }
        }
        assertThat(bytesOfBundle(job)).contains("answer.md");
    }

    @Test
    void asksAModelForTheSectionThatARequestConcernsAndForNoOther() throws IOException {
        FakeModel model = writtenByAModel();
        int before = model.history().size();
        assertThat(before).as("sections of the root that a model wrote").isGreaterThan(3);
        String request = "Say first which address staff use.";

        Job job =
                revise(
                        root,
                        new RevisionRequest(
                                "revise", request, List.of(), List.of("api-endpoints")));

        assertThat(model.sections().subList(before, model.sections().size()))
                .as("asked for by the revision")
                .isNotEmpty()
                .allMatch(section -> section.equals(model.sections().get(before)));
        assertThat(model.history().get(before).prompt()).contains(request);
        JsonNode revision = json(job, "report.json").get("revision");
        assertThat(revision.get("notes")).as("the request was not merely quoted").isEmpty();
        assertUnconcernedAreTheSame("srs", job, revision);
        assertThat(published(job, "srs.md")).doesNotContain(request);
    }

    @Test
    void takesOverWhatAModelWroteWithoutACall() throws IOException {
        FakeModel model = writtenByAModel();
        int before = model.history().size();

        Job job = revise(root, message("answer", "Who reserves a shelf of a pickup point?"));

        assertThat(model.history()).as("calls of root and revision").hasSize(before);
        assertThat(published(job, "srs.md")).isEqualTo(published(root, "srs.md"));
    }

    /** The root anew, with a model that goes on to write its revisions. */
    private FakeModel writtenByAModel() throws IOException {
        FakeModel model = new FakeModel(FakeModel.FIRST);
        specify = bench.generate(new Models(List.of(model), 2_000), BedrockSettings.of());
        root = generate(bench.submitted().jobId());
        record = new RevisionRecord(root.jobId(), root.submittedAt().toEpochMilli(), List.of());
        return model;
    }

    @Test
    void notesTheRunWithoutAnyWordOfTheMessage() throws IOException {
        Job job = revise(root, message("answer", "Who reserves a planted shelf?"));

        PipelineRun run = bench.pipelines.of(job.jobId()).get(0);
        assertThat(run.id()).isEqualTo(job.jobId() + "-1");
        assertThat(run.analysis())
                .containsEntry("words", "5")
                .containsEntry("question", "true")
                .containsEntry("action", "answer");
        assertThat(run.status()).isEqualTo("Succeeded");
        assertThat(run.answerKey()).isEqualTo(job.outputKey() + "answer.md");
        assertThat(run.message().key()).isEqualTo(job.jobId() + "/revision.json");
        assertThat(run.toString()).doesNotContain("planted");
    }

    @Test
    void isBasedOnAllRevisionsBeforeIt() throws IOException {
        String id = json(root, "report.json").at("/questions/0/id").asText();
        Job first = revise(root, answers(id, "Ten orders a second, as agreed."));

        Job approved = revise(first, new RevisionRequest("approve", null, List.of(), List.of()));

        JsonNode revision = json(approved, "report.json").get("revision");
        assertThat(revision.get("basedOn").asText()).isEqualTo(first.jobId());
        assertThat(revision.get("number").asInt()).isEqualTo(2);
        assertThat(revision.get("status").asText()).isEqualTo("approved");
        assertThat(revision.get("sections"))
                .filteredOn(section -> !section.get("change").asText().equals("unchanged"))
                .extracting(section -> section.get("id").asText())
                .containsOnly("revision-history");
        assertThat(published(approved, "srs.md")).contains("approved", "revision 2");
        sections(first, "srs")
                .forEach(
                        (title, text) -> {
                            if (!title.equals("Revision history")) {
                                assertThat(sections(approved, "srs")).containsEntry(title, text);
                            }
                        });
    }

    @Test
    void anotherAttemptMakesTheSameDocuments() throws IOException {
        RevisionRequest request = message("revise", "Say who owns the data model.");
        Job one = revise(root, request);
        record = new RevisionRecord(root.jobId(), root.submittedAt().toEpochMilli(), List.of());
        Job other = revise(root, request);

        assertThat(published(other, "srs.md")).isEqualTo(published(one, "srs.md"));
    }

    @Test
    void failsWhereWhatIsAskedIsGoneOrUnsound() throws IOException {
        RevisionRecord empty = new RevisionRecord(root.jobId(), 1, List.of());
        String unsound = submit(root, JSON.writeValueAsBytes(empty), true);
        String missing = submit(root, JSON.writeValueAsBytes(empty), false);

        assertThat(generate(unsound).fault().code()).isEqualTo(ErrorCode.REVISION_INVALID);
        assertThat(generate(missing).fault().code()).isEqualTo(ErrorCode.INPUT_MISSING);
    }

    private static RevisionRequest answers(String question, String answer) {
        return new RevisionRequest(
                "revise", null, List.of(new RevisionAnswer(question, answer)), List.of());
    }

    private static RevisionRequest message(String action, String message) {
        return new RevisionRequest(action, message, List.of(), List.of());
    }

    private Job revise(Job basis, RevisionRequest request) throws IOException {
        String jobId = UUID.randomUUID().toString();
        long at = root.submittedAt().toEpochMilli() + 1_000;
        record = record.and(new RevisionRecord.Step("step-" + record.steps().size(), at, request));
        return generate(submit(basis, jobId, JSON.writeValueAsBytes(record), true));
    }

    private String submit(Job basis, byte[] json, boolean stored) {
        return submit(basis, UUID.randomUUID().toString(), json, stored);
    }

    private String submit(Job basis, String jobId, byte[] json, boolean stored) {
        ObjectRef asked =
                new ObjectRef(
                        "digital-worker-input",
                        jobId + "/revision.json",
                        Submission.sha256(json),
                        json.length);
        if (stored) {
            bench.objects.hold(asked.key(), json);
        }
        bench.ledger.submit(
                new NewJob(
                        jobId,
                        basis.owner(),
                        basis.moduleName(),
                        basis.archive(),
                        basis.descriptor(),
                        basis.options(),
                        basis.existing(),
                        false,
                        "request-of-" + jobId,
                        null,
                        new RevisionOf(basis.root(), basis.jobId(), asked, basis.deletionAt())));
        return jobId;
    }

    private Job generate(String jobId) throws IOException {
        Claim claim = ((ClaimAttempt.Claimed) bench.ledger.claim(jobId, 1)).claim();
        try (Attempt attempt = bench.watchdog.begin(claim, bench.lease)) {
            return specify.generate(attempt);
        }
    }

    private Map<String, String> sections(Job job, String document) {
        return SectionTexts.of(published(job, document + ".md")).stream()
                .collect(
                        Collectors.toMap(
                                text -> text.lines().findFirst().orElse("").substring(3),
                                Function.identity()));
    }

    private String bytesOfBundle(Job job) {
        return new String(bench.objects.stored().get(job.outputKey() + "bundle.zip"), UTF_8);
    }

    private String published(Job job, String name) {
        return new String(bench.objects.stored().get(job.outputKey() + name), UTF_8);
    }

    private JsonNode json(Job job, String name) throws IOException {
        return JSON.readTree(bench.objects.stored().get(job.outputKey() + name));
    }
}
