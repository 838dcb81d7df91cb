package io.digitalworker.ingest.status;

import io.digitalworker.api.ErrorCode;
import io.digitalworker.api.FieldError;
import io.digitalworker.api.JobStatus;
import io.digitalworker.ingest.check.Checked;
import io.digitalworker.ledger.JobPosition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which of the caller's jobs are to be listed.
 *
 * @param limit 1 to {@value #MOST}
 * @param after end of the page before
 */
public record ListQuery(Optional<JobStatus> status, int limit, Optional<JobPosition> after) {
    private static final int MOST = 100;
    private static final int USUAL = 20;

    /** As the caller wrote it; what is not there is null. */
    public static Checked<ListQuery> of(
            @Nullable String status, @Nullable String limit, @Nullable String cursor) {
        List<FieldError> faults = new ArrayList<>();
        Optional<JobStatus> wanted = status(status);
        Optional<JobPosition> after = Optional.ofNullable(cursor).flatMap(Cursor::read);
        int most = limit(limit);
        if (status != null && wanted.isEmpty()) {
            faults.add(
                    new FieldError(
                            "status", "must be one of " + Arrays.toString(JobStatus.values())));
        }
        if (most == 0) {
            faults.add(new FieldError("limit", "must be a number from 1 to " + MOST));
        }
        if (cursor != null && after.isEmpty()) {
            faults.add(new FieldError("cursor", "must be the cursor of a page before"));
        }
        return faults.isEmpty()
                ? new Checked.Sound<>(new ListQuery(wanted, most, after))
                : new Checked.Faulty<>(ErrorCode.REQUEST_MALFORMED, faults);
    }

    private static Optional<JobStatus> status(@Nullable String name) {
        return Arrays.stream(JobStatus.values()).filter(s -> s.name().equals(name)).findFirst();
    }

    /** 0 where it is none. */
    private static int limit(@Nullable String limit) {
        if (limit == null) {
            return USUAL;
        }
        int number = limit.matches("[1-9][0-9]{0,2}") ? Integer.parseInt(limit) : 0;
        return number <= MOST ? number : 0;
    }
}
