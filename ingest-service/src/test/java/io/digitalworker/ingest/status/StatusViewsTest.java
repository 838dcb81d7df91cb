package io.digitalworker.ingest.status;

import io.digitalworker.api.ErrorCode;
import io.digitalworker.api.Estimate;
import io.digitalworker.api.JobStatus;
import io.digitalworker.api.JobStatusView;
import io.digitalworker.api.Quality;
import io.digitalworker.ledger.Delivery;
import io.digitalworker.ledger.JobFault;
import io.digitalworker.ledger.JobUsage;
import io.digitalworker.ledger.Summary;
import io.digitalworker.ledger.Usage;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

import static io.digitalworker.ingest.status.JobSamples.DELETION;
import static io.digitalworker.ingest.status.JobSamples.SUBMITTED;
import static io.digitalworker.ingest.status.JobSamples.owned;
import static org.assertj.core.api.Assertions.assertThat;

class StatusViewsTest {
    private static final Links LINKS =
            (key, artifact, life) -> key + artifact.name() + " for " + life;

    @Test
    void pendingJobHasNothingToFetch() {
        JobStatusView view = view(owned(JobSamples.pending()), SUBMITTED);

        assertThat(view.status()).isEqualTo(JobStatus.Pending);
        assertThat(view.downloadUrl()).isNull();
        assertThat(view.artifacts()).isEmpty();
        assertThat(view.checkpoint()).isNull();
        assertThat(view.deletion())
                .isEqualTo(new JobStatusView.DeletionView("scheduled", DELETION));
    }

    @Test
    void checkpointIsTheLastFinishedStage() {
        JobStatusView view = view(owned(JobSamples.running()), SUBMITTED);

        assertThat(view.stage()).isEqualTo("inventory");
        assertThat(view.checkpoint()).isEqualTo("open");
        assertThat(view.progress()).isEqualTo(30);
        assertThat(view.stages())
                .extracting(JobStatusView.StageView::durationMs)
                .containsExactly(1_500L, null);
    }

    @Test
    void succeededJobGivesLinksForAnHour() {
        JobStatusView view = view(owned(JobSamples.succeeded()), SUBMITTED);

        assertThat(view.progress()).isEqualTo(100);
        assertThat(view.downloadUrl()).isEqualTo("j1/1/bundle.zip for PT1H");
        assertThat(view.artifacts())
                .extracting(JobStatusView.ArtifactView::url)
                .containsExactly("j1/1/srs.pdf for PT1H", "j1/1/bundle.zip for PT1H");
        assertThat(view.artifacts().get(0).expiresAt())
                .isEqualTo(SUBMITTED.plus(Duration.ofHours(1)));
        assertThat(view.gaps()).containsExactly("3.2 Interfaces");
    }

    @Test
    void linksNeverOutliveTheArtifacts() {
        JobStatusView view =
                view(owned(JobSamples.succeeded()), DELETION.minus(Duration.ofMinutes(5)));

        assertThat(view.downloadUrl()).isEqualTo("j1/1/bundle.zip for PT5M");
        assertThat(view.artifacts().get(0).expiresAt()).isEqualTo(DELETION);
    }

    @Test
    void thereAreNoLinksOnceDeletionIsDue() {
        assertThat(view(owned(JobSamples.succeeded()), DELETION).downloadUrl()).isNull();
        assertThat(view(owned(JobSamples.succeeded()), DELETION).artifacts()).isEmpty();
    }

    @Test
    void deletedJobStillAnswersWithoutLinks() {
        Instant at = SUBMITTED.plusSeconds(60);
        JobStatusView view = view(JobSamples.deleted(JobSamples.succeeded(), at), SUBMITTED);

        assertThat(view.downloadUrl()).isNull();
        assertThat(view.artifacts()).isEmpty();
        assertThat(view.deletion()).isEqualTo(new JobStatusView.DeletionView("deleted", at));
    }

    @Test
    void failureSaysWhyAndWhetherItCanBeRedriven() {
        JobStatusView refused =
                view(
                        owned(
                                JobSamples.failed(
                                        JobFault.refused(ErrorCode.ARCHIVE_DAMAGED, "open"))),
                        SUBMITTED);
        JobStatusView lettered =
                view(
                        owned(
                                JobSamples.failed(
                                        new JobFault(
                                                ErrorCode.PROCESSING_FAILED, false, null, "X"))),
                        SUBMITTED);

        assertThat(refused.errorCode()).isEqualTo("ARCHIVE_DAMAGED");
        assertThat(refused.errorMessage()).isEqualTo(ErrorCode.ARCHIVE_DAMAGED.message());
        assertThat(refused.recoverable()).isFalse();
        assertThat(lettered.recoverable()).isTrue();
    }

    @Test
    void deliveriesStandInTheirOrder() {
        Delivery webhook = new Delivery("j1", "webhook", "e2", 9, "pending", 1, SUBMITTED);
        Delivery sns = new Delivery("j1", "sns", "e2", 9, "delivered", 1, null);
        Delivery earlier = new Delivery("j1", "webhook", "e1", 4, "undelivered", 8, null);

        assertThat(
                        view(owned(JobSamples.succeeded(), webhook, sns, earlier), SUBMITTED)
                                .deliveries())
                .containsExactly(
                        new JobStatusView.DeliveryView("webhook", "undelivered", 8),
                        new JobStatusView.DeliveryView("sns", "delivered", 1),
                        new JobStatusView.DeliveryView("webhook", "pending", 1));
    }

    @Test
    void saysNothingOfModelsWhereNoneWasAsked() {
        JobStatusView view = view(owned(JobSamples.running()), SUBMITTED);

        assertThat(view.usage()).isNull();
        assertThat(view.cost()).isNull();
        assertThat(view.writer()).isNull();
        assertThat(view.quality()).isNull();
        assertThat(view.estimate()).isNull();
    }

    @Test
    void showsWhatARunningJobHasSpentAndHolds() {
        JobUsage usage = new JobUsage(new Usage(2, 900, 100, 300, 20, 4_500), 1, 30_000);

        JobStatusView view = view(JobSamples.spending(JobSamples.running(), usage), SUBMITTED);

        assertThat(view.usage()).isEqualTo(new JobStatusView.UsageView(2, 900, 100, 300));
        assertThat(view.cost())
                .isEqualTo(
                        new JobStatusView.CostView(
                                new BigDecimal("0.004500"),
                                new BigDecimal("0.030000"),
                                "USD",
                                null));
    }

    @Test
    void showsHowADocumentCameAbout() {
        Quality quality = Quality.of(90, 10, 4, 3);
        JobUsage usage = new JobUsage(new Usage(2, 900, 100, 300, 20, 4_500), 0, 0);
        Summary summary = new Summary("bedrock", true, quality, usage, "2026-11-21", null);

        JobStatusView view =
                view(JobSamples.spending(JobSamples.succeeded(summary), usage), SUBMITTED);

        assertThat(view.writer()).isEqualTo("bedrock");
        assertThat(view.degraded()).isTrue();
        assertThat(view.quality()).isEqualTo(quality);
        assertThat(quality.score()).as("of 90 % and 75 %").isEqualTo(83);
        assertThat(view.cost().priceTable()).isEqualTo("2026-11-21");
    }

    @Test
    void showsAnEstimate() {
        Estimate estimate = Estimate.free(14, "no-model");
        Summary summary = new Summary("extractive", false, null, JobUsage.NONE, "", estimate);

        assertThat(view(owned(JobSamples.succeeded(summary)), SUBMITTED).estimate())
                .isEqualTo(estimate);
    }

    private static JobStatusView view(OwnedJob job, Instant now) {
        return StatusViews.of(job, now, LINKS);
    }
}
