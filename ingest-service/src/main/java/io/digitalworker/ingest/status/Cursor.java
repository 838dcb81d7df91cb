package io.digitalworker.ingest.status;

import io.digitalworker.ledger.JobPosition;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The end of a page as the caller holds it. It says a moment and a job but not whose: whatever is made of
 * it, it moves among the caller's own jobs.
 */
final class Cursor {
    /** Version 1: milliseconds and the job's id. */
    private static final Pattern POSITION = Pattern.compile("1:([0-9]{1,15}):([A-Za-z0-9-]{1,64})");

    private static final int LONGEST = 200;

    private Cursor() {}

    static String of(JobPosition position) {
        String text = "1:" + position.submittedAt().toEpochMilli() + ":" + position.jobId();
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Empty where it is none of ours. */
    static Optional<JobPosition> read(String cursor) {
        if (cursor.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher position = POSITION.matcher(decoded(cursor));
        return position.matches()
                ? Optional.of(
                        new JobPosition(
                                Instant.ofEpochMilli(Long.parseLong(position.group(1))),
                                position.group(2)))
                : Optional.empty();
    }

    private static String decoded(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            return "";
        }
    }
}
