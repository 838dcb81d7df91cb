package io.digitalworker.ingest.status;

import io.digitalworker.api.JobList;
import io.digitalworker.api.JobStatus;
import io.digitalworker.api.JobSummary;
import io.digitalworker.ledger.Job;
import io.digitalworker.ledger.JobFault;
import io.digitalworker.ledger.JobPage;
import io.digitalworker.ledger.JobPosition;
import io.digitalworker.ledger.RevisionOf;
import jakarta.inject.Singleton;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Lists the jobs of a caller, page by page. */
@Singleton
public final class ListJobs {
    /**
     * A page of them.
     *
     * @param statusUrls makes the address of a job's status of its id
     */
    public JobList page(OwnedJobs jobs, ListQuery query, UnaryOperator<String> statusUrls) {
        JobPage page =
                jobs.page(query.status().orElse(null), query.limit(), query.after().orElse(null));
        JobPosition next = page.next();
        return new JobList(
                page.jobs().stream().map(entry -> summary(entry, statusUrls)).toList(),
                next != null,
                next == null ? null : Cursor.of(next));
    }

    private static JobSummary summary(JobPage.Entry entry, UnaryOperator<String> statusUrls) {
        Job job = entry.job();
        RevisionOf revises = job.revises();
        return new JobSummary(
                job.jobId(),
                job.status(),
                job.moduleName(),
                job.submittedAt(),
                job.endedAt(),
                job.stage(),
                job.status() == JobStatus.Succeeded ? 100 : job.progress(),
                errorCode(job.fault()),
                revises == null ? null : revises.root(),
                revises == null ? null : revises.basedOn(),
                StatusViews.deletion(job, entry.deletion()),
                statusUrls.apply(job.jobId()));
    }

    private static @Nullable String errorCode(@Nullable JobFault fault) {
        return fault == null ? null : fault.code().name();
    }
}
