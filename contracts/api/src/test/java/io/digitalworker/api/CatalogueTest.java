package io.digitalworker.api;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CatalogueTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    @ParameterizedTest
    @EnumSource
    void saysWhatIsWrongAndWhatToDo(ErrorCode code) {
        assertThat(code.title()).doesNotEndWith(".").matches("[A-Z].*");
        assertThat(code.remedy()).endsWith(".");
        assertThat(code.message()).isEqualTo(code.title() + ". " + code.remedy());
        assertThat(code.httpStatus())
                .isIn(400, 401, 403, 404, 405, 406, 409, 410, 413, 415, 422, 429, 500, 503);
    }

    @Test
    void usesNoTextTwice() {
        assertThat(Stream.of(ErrorCode.values()).map(ErrorCode::title)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void makesAProblemThatFollowsItsSchema(ErrorCode code) throws Exception {
        Problem problem =
                Problem.of(
                        code,
                        List.of(new FieldError("features[0].id", "is required")),
                        "/v1/generate-spec",
                        NOW,
                        "request-1");

        String json = Schemas.JSON.writeValueAsString(problem);
        assertThat(Schemas.faults("problem", Schemas.JSON.readTree(json))).isEmpty();
        assertThat(Schemas.JSON.readValue(json, Problem.class)).isEqualTo(problem);
        assertThat(problem.code()).isEqualTo(code.name());
        assertThat(problem.status()).isEqualTo(code.httpStatus());
    }

    @Test
    void namesTheKindOfAProblemInKebabCase() {
        Problem problem = Problem.of(ErrorCode.ARCHIVE_NOT_ZIP, List.of(), "/", NOW, "r");

        assertThat(problem.type()).isEqualTo("urn:digital-worker:error:archive-not-zip");
    }

    @Test
    void keepsStagesInTheirOrderWithGrowingProgress() {
        assertThat(Stage.values())
                .extracting(Stage::key)
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
        assertThat(Stage.values())
                .extracting(Stage::startsAt)
                .isSorted()
                .doesNotHaveDuplicates()
                .allSatisfy(progress -> assertThat(progress).isBetween(0, 99));
    }

    @Test
    void knowsWhichStatusesAreTerminal() {
        assertThat(JobStatus.values())
                .filteredOn(JobStatus::isTerminal)
                .containsExactly(JobStatus.Succeeded, JobStatus.Failed);
    }

    @Test
    void refersToObjectsByAHashThatIsOne() {
        String hash = "0123456789abcdef".repeat(4);
        assertThat(new ObjectRef("bucket", "key", hash, 0).sha256()).isEqualTo(hash);
        assertThatThrownBy(() -> new ObjectRef("bucket", "key", "ABC", 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3 characters");
        assertThatThrownBy(() -> new ObjectRef("bucket", "key", hash, -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-1");
    }

    @Test
    void leavesOutOfAStatusWhatDoesNotApply() {
        JobStatusView view =
                new JobStatusView(
                        "job-1",
                        JobStatus.Pending,
                        "Shop",
                        1,
                        null,
                        0,
                        null,
                        List.of(),
                        NOW,
                        null,
                        null,
                        null,
                        List.of(),
                        null,
                        null,
                        null,
                        List.of(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of(new JobStatusView.DeliveryView("sns", "pending", 0)),
                        new JobStatusView.DeletionView("scheduled", NOW),
                        null,
                        null);

        assertThat(Schemas.JSON.valueToTree(view).fieldNames())
                .toIterable()
                .doesNotContain("downloadUrl", "errorMessage", "stage", "recoverable")
                .doesNotContain("writer", "usage", "cost", "quality", "estimate", "degraded")
                .contains("jobId", "status", "progress", "deliveries", "deletion");
    }

    @Test
    void answersHealthWithOneWord() {
        assertThat(Schemas.JSON.valueToTree(Health.OK).toString()).isEqualTo("{\"status\":\"OK\"}");
        assertThat(new JobAccepted("job-1", "http://host/v1/job-status/job-1").statusUrl())
                .endsWith("job-1");
        assertThat(new Artifact(Artifact.BUNDLE, 1, "", "application/zip").name())
                .isEqualTo("bundle.zip");
    }
}
