package io.digitalworker.generator.estimate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.digitalworker.api.Artifact;
import io.digitalworker.api.Estimate;
import io.digitalworker.api.JobStatus;
import io.digitalworker.document.prompt.Prompt;
import io.digitalworker.document.prompt.Prompt.Role;
import io.digitalworker.document.prompt.Prompt.Turn;
import io.digitalworker.document.writing.ExtractiveWriter;
import io.digitalworker.generator.Submission;
import io.digitalworker.generator.Workbench;
import io.digitalworker.generator.attempt.Attempt;
import io.digitalworker.generator.estimate.Estimates.Asked;
import io.digitalworker.generator.estimate.Estimates.SizedPrompt;
import io.digitalworker.ledger.Job;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class EstimatesTest {
    private static final Optional<Asked> HAIKU =
            Optional.of(new Asked("global.anthropic.claude-haiku-4-5-20251001-v1:0", 1_000));

    private static final Prompt PROMPT =
            new Prompt("", "a".repeat(1_000), List.of(new Turn(Role.USER, "a".repeat(1_000))));

    /** 2,000 characters that make 1,000 tokens, for the sections on data and on endpoints. */
    private static final Estimates.Prompting TWO_SECTIONS =
            (brief, tree) ->
                    List.of("data-model", "api-endpoints").contains(brief.section().id())
                            ? Optional.of(new SizedPrompt(PROMPT, 1_000))
                            : Optional.empty();

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

    private Job estimated(Estimates estimates, String options) throws IOException {
        Submission submission =
                bench.submitted(
                        Submission.of("estimate-" + System.nanoTime()).withOptions(options));
        try (Attempt attempt = bench.watchdog.begin(bench.claim(submission), bench.lease)) {
            return bench.generate(new ExtractiveWriter(), estimates).generate(attempt);
        }
    }

    private Estimate estimate(Estimates estimates, String options) throws IOException {
        Job job = estimated(estimates, options);
        assertThat(job.status()).isEqualTo(JobStatus.Succeeded);
        return job.summary().estimate();
    }

    private static Estimates of(Optional<Asked> asked) {
        return new Estimates(asked, TWO_SECTIONS);
    }

    @Test
    void publishesNothingButTheEstimate() throws IOException {
        Job job = estimated(of(HAIKU), "{\"estimateOnly\": true}");

        assertThat(job.artifacts())
                .extracting(Artifact::name)
                .containsExactly("estimate.json", "bundle.zip");
        assertThat(job.stages())
                .extracting(Job.StageTime::stage)
                .containsExactly("open", "inventory", "facts", "outline", "brief", "publish");
        assertThat(job.gaps()).isEmpty();
        JsonNode json =
                new ObjectMapper()
                        .readTree(bench.objects.stored().get(job.outputKey() + "estimate.json"));
        assertThat(json.get("calls").asInt()).isEqualTo(2);
        assertThat(json.get("usdTo").decimalValue())
                .isEqualByComparingTo(job.summary().estimate().usdTo());
        assertThat(json.has("reason")).isFalse();
    }

    @Test
    void countsTheCallsAndTheirPrices() throws IOException {
        Estimate estimate = estimate(of(HAIKU), "{\"estimateOnly\": true}");

        assertThat(estimate.calls()).isEqualTo(2);
        assertThat(estimate.sectionsByModel()).isEqualTo(2);
        assertThat(estimate.sectionsExtractive()).isPositive();
        assertThat(estimate.tokensIn()).isEqualTo(2_000);
        assertThat(estimate.tokensOutAtMost()).isEqualTo(2_000);
        // a call: 1,000 tokens at 0.1 and 250 at 5, in millionths of a dollar
        assertThat(estimate.usdFrom()).isEqualByComparingTo("0.002700");
        // a call: 1,200 tokens at 1.25 and 1,000 at 5; three calls a section
        assertThat(estimate.usdTo()).isEqualByComparingTo("0.039000");
        assertThat(estimate.priceTable()).matches("\\d{4}-\\d{2}-\\d{2}");
        assertThat(estimate.reason()).isNull();
    }

    @Test
    void isNeverAboveTheCapOfTheJob() throws IOException {
        Estimate estimate = estimate(of(HAIKU), "{\"estimateOnly\": true, \"maxUsd\": 0.01}");

        assertThat(estimate.usdTo()).isEqualByComparingTo("0.01");
    }

    @Test
    void isFreeWhereNoModelIsConfiguredAndSaysSo() throws IOException {
        Estimate estimate = estimate(of(Optional.empty()), "{\"estimateOnly\": true}");

        assertThat(estimate.reason()).isEqualTo("no-model");
        assertThat(estimate.calls()).isZero();
        assertThat(estimate.usdTo()).isEqualByComparingTo(BigDecimal.ZERO);
        assertThat(estimate.sectionsExtractive()).isPositive();
    }

    @Test
    void isFreeWhereNoModelWouldWriteAndSaysWhy() throws IOException {
        assertThat(
                        estimate(of(HAIKU), "{\"estimateOnly\": true, \"writer\": \"extractive\"}")
                                .reason())
                .isEqualTo("asked-for");
        assertThat(estimate(of(HAIKU), "{\"estimateOnly\": true, \"language\": \"de\"}").reason())
                .isEqualTo("language");
        assertThat(
                        estimate(
                                        new Estimates(HAIKU, (brief, tree) -> Optional.empty()),
                                        "{\"estimateOnly\": true}")
                                .reason())
                .isEqualTo("no-section");
    }

    @Test
    void isFreeWhereModelsAreSwitchedOff() throws IOException {
        bench.budgets().switches().setModel(false);
        try {
            assertThat(estimate(of(HAIKU), "{\"estimateOnly\": true}").reason())
                    .isEqualTo("switched-off");
        } finally {
            bench.budgets().switches().setModel(true);
        }
    }

    @Test
    void spendsNothing() throws IOException {
        Job job = estimated(of(HAIKU), "{\"estimateOnly\": true}");

        assertThat(bench.budgets().usage(job.jobId()).committedMicroUsd()).isZero();
    }
}
