package io.digitalworker.generator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.digitalworker.api.Artifact;
import io.digitalworker.api.ErrorCode;
import io.digitalworker.api.JobStatus;
import io.digitalworker.api.Quality;
import io.digitalworker.api.Stage;
import io.digitalworker.api.event.JobProgressed;
import io.digitalworker.generator.attempt.Attempt;
import io.digitalworker.generator.attempt.Stop;
import io.digitalworker.ledger.Claim;
import io.digitalworker.ledger.ClaimLost;
import io.digitalworker.ledger.Job;
import io.digitalworker.ledger.JobFault;
import io.digitalworker.ledger.JobUsage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class GenerateSpecificationTest {
    private static final List<String> STAGES =
            Arrays.stream(Stage.values()).map(Stage::key).toList();

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
    void recordsEveryStageInItsOrder() throws IOException {
        Submission submission = bench.submitted();

        Job job = generate(submission);

        assertThat(job.status()).isEqualTo(JobStatus.Succeeded);
        assertThat(job.stages()).extracting(Job.StageTime::stage).isEqualTo(STAGES);
        assertThat(job.stages())
                .as("every stage has ended")
                .allMatch(stage -> stage.endedAt() != null);
        assertThat(progressed(submission)).as("one event per stage").isEqualTo(STAGES);
    }

    @Test
    void publishesUnderItsFenceWhatTheLedgerNames() throws IOException {
        Submission submission = bench.submitted();

        Job job = generate(submission);

        assertThat(job.outputKey()).isEqualTo(job.jobId() + "/" + job.fence() + "/");
        Map<String, String> named = new TreeMap<>();
        job.artifacts().forEach(a -> named.put(job.outputKey() + a.name(), a.sha256()));
        assertThat(hashes(bench.objects.stored())).as("stored objects").isEqualTo(named);
        assertThat(job.artifacts())
                .extracting(Artifact::name)
                .contains("srs.md", "srs.pdf", "srs.html", "report.json", "manifest.json")
                .contains("facts.json", "bundle.zip");
        assertThat(bench.objects.contentType(job.outputKey() + "srs.pdf"))
                .isEqualTo("application/pdf");
    }

    @Test
    void bundlesWhatTheManifestNames() throws IOException {
        Submission submission = bench.submitted();

        Job job = generate(submission);

        Map<String, byte[]> bundle = bundle(job);
        JsonNode manifest = new ObjectMapper().readTree(bundle.get("manifest.json"));
        assertThat(manifest.toString())
                .as("the manifest")
                .contains(submission.archive().sha256())
                .contains(submission.descriptor().sha256());
        bundle.forEach(
                (name, content) -> {
                    assertThat(content)
                            .as("%s in the bundle and beside it", name)
                            .isEqualTo(bench.objects.stored().get(job.outputKey() + name));
                    if (!name.equals("manifest.json")) {
                        assertThat(manifest.toString())
                                .as("hash of %s", name)
                                .contains(Submission.sha256(content));
                    }
                });
    }

    @Test
    void namesTheSectionsThatAreNotComplete() throws IOException {
        Submission submission = bench.submitted();

        Job job = generate(submission);

        byte[] report = bench.objects.stored().get(job.outputKey() + "report.json");
        List<String> incomplete = new ArrayList<>();
        new ObjectMapper()
                .readTree(report)
                .get("gaps")
                .forEach(gap -> incomplete.add(gap.get("section").asText()));
        assertThat(job.gaps()).isEqualTo(incomplete);
    }

    @Test
    void tellsTheLedgerWhoWroteAndHowMuchOfItHolds() throws IOException {
        Job job = generate(bench.submitted());

        JsonNode report =
                new ObjectMapper()
                        .readTree(bench.objects.stored().get(job.outputKey() + "report.json"));
        assertThat(job.summary().writer()).isEqualTo("extractive");
        assertThat(job.summary().degraded()).isFalse();
        assertThat(job.summary().usage()).isEqualTo(JobUsage.NONE);
        Quality quality = job.summary().quality();
        assertThat(quality.sections()).isEqualTo(report.get("sections").size());
        assertThat(quality.sectionsComplete())
                .isEqualTo(report.at("/completeness/complete").asInt());
        assertThat(quality.claimsRemoved()).isEqualTo(report.at("/claims/removed").asInt());
        assertThat(quality.claims()).isPositive();
        assertThat(quality.score()).isBetween(1, 100);
    }

    @Test
    void writesTheFeaturesWithTheirFilesAndLines() throws IOException {
        Submission submission = bench.submitted();

        Job job = generate(submission);

        byte[] srs = bench.objects.stored().get(job.outputKey() + "srs.md");
        assertThat(new String(srs, UTF_8))
                .contains("Shop.Pickup", "OpenPointsIn", "ReserveShelf", "PickupPointService.cs");
    }

    @Test
    void failsARefusedArchiveForGood() throws IOException {
        Submission submission =
                bench.submitted(
                        Submission.of("refused-" + System.nanoTime())
                                .withArchive("PK but no ZIP, and long enough".getBytes(UTF_8)));

        Job job = generate(submission);

        assertThat(job.status()).isEqualTo(JobStatus.Failed);
        assertThat(job.fault())
                .isEqualTo(JobFault.refused(ErrorCode.ARCHIVE_NOT_ZIP, Stage.OPEN.key()));
        assertThat(bench.objects.stored()).as("nothing is published").isEmpty();
    }

    @Test
    void failsAJobForGoodWhoseSourceIsGone() throws IOException {
        Submission submission = bench.submitted();
        bench.objects.lose(submission.archive().key());

        Job job = generate(submission);

        assertThat(job.fault())
                .isEqualTo(JobFault.refused(ErrorCode.INPUT_MISSING, Stage.OPEN.key()));
    }

    @Test
    void publishesNothingOnceTheClaimIsSomebodyElses() {
        Submission submission = bench.submitted();
        Claim[] thief = new Claim[1];
        bench.objects.before(
                "fetch archive.zip",
                () -> {
                    bench.clock.advance(Duration.ofSeconds(16));
                    thief[0] = bench.claim(submission);
                });

        assertThatThrownBy(() -> generate(submission)).isInstanceOf(ClaimLost.class);

        assertThat(bench.objects.stored()).as("objects of the first").isEmpty();
        assertThat(bench.job(submission).fence()).isEqualTo(thief[0].fence());
        assertThat(bench.job(submission).status()).isEqualTo(JobStatus.Running);
    }

    @Test
    void leavesThePublishedSetToTheOtherHolderWhenShutOutAtTheLastMoment() {
        Submission submission = bench.submitted();
        bench.objects.before(
                "store bundle.zip",
                () -> {
                    bench.clock.advance(Duration.ofSeconds(16));
                    bench.claim(submission);
                });

        assertThatThrownBy(() -> generate(submission)).isInstanceOf(ClaimLost.class);

        assertThat(bench.job(submission).outputKey()).as("nothing is pointed at").isNull();
        assertThat(bench.history(submission)).doesNotContain("JobSucceeded");
    }

    @Test
    void startsNoStageAfterTheDeadline() {
        Submission submission = bench.submitted();
        bench.objects.before(
                "fetch archive.zip", () -> bench.clock.advance(Duration.ofSeconds(1_801)));

        try (Attempt attempt = bench.watchdog.begin(bench.claim(submission), bench.lease)) {
            assertThatThrownBy(() -> bench.generate().generate(attempt)).isNotNull();
            assertThat(attempt.stop()).contains(Stop.TIMED_OUT);
        }

        assertThat(progressed(submission)).containsExactly("open");
    }

    @Test
    void removesItsFilesHoweverItEnds() throws IOException {
        Submission good = bench.submitted();
        generate(good);
        Submission bad = bench.submitted();
        bench.objects.before(
                "fetch archive.zip",
                () -> {
                    throw new IOException("disk full");
                });

        assertThatThrownBy(() -> generate(bad)).hasMessage("disk full");

        try (Stream<Path> files = Files.walk(base)) {
            assertThat(files.filter(Files::isRegularFile).map(Path::getFileName))
                    .allMatch(file -> file.toString().endsWith(".lock"));
        }
    }

    private Job generate(Submission submission) throws IOException {
        try (Attempt attempt = bench.watchdog.begin(bench.claim(submission), bench.lease)) {
            return bench.generate().generate(attempt);
        }
    }

    private List<String> progressed(Submission submission) {
        return bench.ledger.events(submission.jobId()).stream()
                .map(stored -> stored.event())
                .filter(JobProgressed.class::isInstance)
                .map(event -> ((JobProgressed) event).stage())
                .toList();
    }

    private Map<String, byte[]> bundle(Job job) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        byte[] bytes = bench.objects.stored().get(job.outputKey() + Artifact.BUNDLE);
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
                files.put(e.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    private static Map<String, String> hashes(Map<String, byte[]> objects) {
        Map<String, String> hashes = new TreeMap<>();
        objects.forEach((key, content) -> hashes.put(key, Submission.sha256(content)));
        return hashes;
    }
}
