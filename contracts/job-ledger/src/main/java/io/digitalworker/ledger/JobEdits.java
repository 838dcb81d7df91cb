package io.digitalworker.ledger;

import io.digitalworker.api.JobStatus;
import io.digitalworker.api.Stage;
import io.digitalworker.api.event.EventSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What each transition changes on the job item, and the event it tells. Who may, is asked elsewhere. */
final class JobEdits {
    /** How long a rescued job has to be claimed again before it is announced once more. */
    private static final Duration UNTIL_NEXT_RESCUE = Duration.ofSeconds(45);

    private JobEdits() {}

    static Edit claimed(Seen seen, Chronicle chronicle, Retention retention) {
        Job job = seen.job();
        Instant now = chronicle.now();
        Edit edit =
                Edit.ofJob(job.jobId())
                        .set(Items.STATUS, status(JobStatus.Running))
                        .set(Items.FENCE, Values.number(job.fence() + 1))
                        .set(Items.STAGE, Values.text(Stage.OPEN.key()))
                        .set(Items.PROGRESS, Values.number(Stage.OPEN.startsAt()))
                        .set(Items.STAGES, JobItem.onlyStage(Stage.OPEN, now, chronicle.next()))
                        .expectAsSeen(seen.item(), Items.CLAIM_UNTIL);
        if (job.startedAt() == null) {
            edit.set(Items.START_TIME, Values.time(now));
        }
        if (job.deadline() == null) {
            edit.set(Items.DEADLINE, Values.time(now.plus(retention.deadline())));
        }
        held(edit, job.jobId(), now.plus(retention.claim()));
        chronicle.progressed(Stage.OPEN);
        return edit;
    }

    /** The claim and the moment at which its end is noticed go together. */
    static Edit held(Edit edit, String jobId, Instant until) {
        return edit.set(Items.CLAIM_UNTIL, Values.time(until))
                .due(lease(jobId), Values.time(until));
    }

    private static Due lease(String jobId) {
        return Due.of(DueKind.LEASE, EventSource.CLEANUP, jobId);
    }

    static Edit entered(Seen seen, Stage stage, Chronicle chronicle) {
        Edit edit =
                endStage(Edit.ofJob(seen.job().jobId()), seen, chronicle.now())
                        .set(
                                List.of(Items.STAGES, stage.key()),
                                JobItem.stage(chronicle.now(), chronicle.next()))
                        .set(Items.STAGE, Values.text(stage.key()))
                        .set(Items.PROGRESS, Values.number(stage.startsAt()));
        chronicle.progressed(stage);
        return edit;
    }

    static Edit succeeded(Seen seen, Published published, Chronicle chronicle) {
        Edit edit =
                ended(seen, JobStatus.Succeeded, chronicle.now())
                        .set(Items.OUTPUT_KEY, Values.text(published.outputKey()))
                        .set(Items.BUNDLE_SHA256, Values.text(published.bundleSha256()))
                        .set(Items.ARTIFACTS, JobItem.artifacts(published))
                        .set(Items.GAPS, JobItem.gaps(published))
                        .set(Items.PROGRESS, Values.number(100));
        if (published.summary() != null) {
            edit.set(Items.SUMMARY, SummaryItem.of(published.summary()));
        }
        chronicle.succeeded(published);
        return edit;
    }

    static Edit failed(Seen seen, JobFault fault, Chronicle chronicle) {
        Edit edit =
                ended(seen, JobStatus.Failed, chronicle.now())
                        .set(Items.ERROR_CODE, Values.text(fault.code().name()))
                        .set(Items.ERROR_MESSAGE, Values.text(fault.code().message()))
                        .set(Items.FINAL_FAILURE, Values.truth(fault.finalFailure()));
        if (fault.stage() != null) {
            edit.set(Items.FAILED_STAGE, Values.text(fault.stage()));
        }
        if (fault.cause() != null) {
            edit.set(Items.CAUSE, Values.text(fault.cause()));
        }
        chronicle.failed(fault);
        return edit;
    }

    /** Fails the job and shuts out whoever holds it. */
    static Edit failedFromOutside(Seen seen, JobFault fault, Chronicle chronicle) {
        return failed(seen, fault, chronicle)
                .set(Items.FENCE, Values.number(seen.job().fence() + 1));
    }

    static Edit rescued(Seen seen, Chronicle chronicle, Retention retention) {
        Instant again = chronicle.now().plus(retention.claim()).plus(UNTIL_NEXT_RESCUE);
        chronicle.submitted(seen.job().attempt());
        return Edit.ofJob(seen.job().jobId())
                .due(lease(seen.job().jobId()), Values.time(again))
                .expectAsSeen(seen.item(), Items.CLAIM_UNTIL, Items.DUE_AT);
    }

    static Edit redriven(Seen seen, Chronicle chronicle) {
        int attempt = seen.job().attempt() + 1;
        chronicle.submitted(attempt);
        return Edit.ofJob(seen.job().jobId())
                .set(Items.STATUS, status(JobStatus.Pending))
                .set(Items.ATTEMPT, Values.number(attempt))
                .set(Items.PROGRESS, Values.number(0))
                .remove(Items.START_TIME, Items.END_TIME, Items.DEADLINE)
                .remove(Items.STAGE, Items.STAGES, Items.LAST_CAUSE)
                .remove(Items.ERROR_CODE, Items.ERROR_MESSAGE, Items.FINAL_FAILURE)
                .remove(Items.FAILED_STAGE, Items.CAUSE);
    }

    private static Edit ended(Seen seen, JobStatus status, Instant now) {
        return endStage(Edit.ofJob(seen.job().jobId()), seen, now)
                .set(Items.STATUS, status(status))
                .set(Items.END_TIME, Values.time(now))
                .remove(Items.CLAIM_UNTIL)
                .notDue();
    }

    private static Edit endStage(Edit edit, Seen seen, Instant now) {
        String stage = seen.job().stage();
        if (stage != null && seen.item().map(Items.STAGES).has(stage)) {
            edit.set(List.of(Items.STAGES, stage, Items.ENDED_AT), Values.time(now));
        }
        return edit;
    }

    private static AttributeValue status(JobStatus status) {
        return Values.text(status.name());
    }
}
