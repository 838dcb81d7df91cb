package io.digitalworker.notifier;

import io.digitalworker.api.JobStatus;
import io.digitalworker.api.ObjectRef;
import io.digitalworker.api.event.EventSource;
import io.digitalworker.api.event.JobEvent;
import io.digitalworker.api.event.JobFailed;
import io.digitalworker.api.event.JobSucceeded;
import io.digitalworker.ledger.EventJson;
import io.digitalworker.ledger.Job;
import io.digitalworker.ledger.StoredEvent;
import io.digitalworker.notifier.delivery.Notice;
import java.time.Instant;
import java.util.List;

/** A job and its ends. */
public final class Samples {
    public static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");
    public static final String JOB_ID = "6b1e1d6e-0000-4000-8000-000000000001";
    public static final String EVENT_ID = "6b1e1d6e-0000-4000-8000-0000000000e1";
    public static final String OWNER = "local";

    private Samples() {}

    public static Notice succeededNotice() {
        return new Notice(job(JobStatus.Succeeded), stored(succeeded()));
    }

    public static Notice failedNotice() {
        return new Notice(job(JobStatus.Failed), stored(failed()));
    }

    public static JobSucceeded succeeded() {
        return new JobSucceeded(
                JobEvent.VERSION,
                EVENT_ID,
                JOB_ID,
                1,
                7,
                NOW,
                "request-1",
                null,
                "Loyalty",
                JOB_ID + "/1/",
                "0".repeat(64),
                3,
                List.of(),
                1_200);
    }

    public static JobFailed failed() {
        return new JobFailed(
                JobEvent.VERSION,
                EVENT_ID,
                JOB_ID,
                2,
                9,
                NOW,
                "request-1",
                null,
                "Loyalty",
                "TIMED_OUT",
                "The job did not finish.",
                true,
                "facts");
    }

    public static StoredEvent stored(JobEvent event) {
        return new StoredEvent(EventSource.GENERATOR, event, EventJson.detail(event));
    }

    public static ObjectRef reference(String name) {
        return new ObjectRef("digital-worker-input", JOB_ID + "/" + name, "0".repeat(64), 100);
    }

    public static Job job(JobStatus status) {
        return new Job(
                JOB_ID,
                OWNER,
                "Loyalty",
                status,
                1,
                1,
                7,
                NOW,
                NOW,
                NOW,
                reference("archive.zip"),
                reference("descriptor.json"),
                reference("options.json"),
                null,
                true,
                null,
                100,
                List.of(),
                null,
                List.of(),
                List.of(),
                null,
                null,
                null,
                NOW.plusSeconds(86_400),
                "request-1",
                null,
                null,
                null,
                null);
    }
}
