package io.digitalworker.ledger;

import io.digitalworker.api.JobStatus;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The jobs of an owner, newest first. Pages are stable: what is submitted meanwhile comes before the first
 * one. A job may be absent for seconds after its submission, since the index lags; its state is that of
 * now. Throws {@link LedgerUnavailable} where the table is out of reach.
 */
public final class JobListing {
    /** What one call looks at, however few of it have the status asked for. */
    static final int MOST_LOOKED_AT = 1_000;

    private static final int STEP = 100;

    private final Table table;
    private final Clock clock;

    JobListing(Table table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /**
     * A page of them.
     *
     * @param status of which alone they are to be
     * @param limit most of them, from 1
     * @param after end of the page before
     */
    public JobPage page(
            String owner, @Nullable JobStatus status, int limit, @Nullable JobPosition after) {
        int step = status == null ? limit + 1 : STEP;
        Page page = new Page(owner, status, limit, after);
        for (int looked = 0; looked < MOST_LOOKED_AT && !page.full; looked += step) {
            List<Item> keys = table.owned(owner, page.end, step);
            page.add(keys);
            if (keys.size() < step && !page.full) {
                return new JobPage(withDeletions(page.jobs), null);
            }
        }
        return new JobPage(withDeletions(page.jobs), page.end);
    }

    private List<JobPage.Entry> withDeletions(List<Job> jobs) {
        List<String> ids = jobs.stream().map(Job::jobId).toList();
        Map<String, Item> deletions = table.batch(ids, Items.DELETION);
        return jobs.stream()
                .map(job -> new JobPage.Entry(job, deletion(deletions.get(job.jobId()))))
                .toList();
    }

    private static Optional<Deletion> deletion(@Nullable Item item) {
        return Optional.ofNullable(item).map(DeletionItem::read);
    }

    /** A page that grows: full when one more was found than it may hold. */
    private final class Page {
        private final String owner;
        private final @Nullable JobStatus status;
        private final int limit;
        private final List<Job> jobs = new ArrayList<>();
        private @Nullable JobPosition end;
        private boolean full;

        Page(String owner, @Nullable JobStatus status, int limit, @Nullable JobPosition end) {
            this.owner = owner;
            this.status = status;
            this.limit = limit;
            this.end = end;
        }

        void add(List<Item> keys) {
            List<String> ids = keys.stream().map(key -> key.text(Items.JOB_ID)).toList();
            Map<String, Item> items = table.batch(ids, Items.JOB);
            for (Item key : keys) {
                Optional<Job> job = listed(items.get(key.text(Items.JOB_ID)));
                full = job.isPresent() && jobs.size() == limit;
                if (full) {
                    return;
                }
                job.ifPresent(jobs::add);
                end = new JobPosition(key.time(Items.SUBMIT_TIME), key.text(Items.JOB_ID));
            }
        }

        /** The index may still know what the table has no longer. */
        private Optional<Job> listed(@Nullable Item item) {
            return Optional.ofNullable(item)
                    .filter(found -> !found.isExpired(clock.instant()))
                    .map(JobItem::read)
                    .filter(job -> job.owner().equals(owner))
                    .filter(job -> status == null || job.status() == status);
        }
    }
}
