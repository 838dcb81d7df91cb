package io.digitalworker.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * {@code <jobId>/revision.json} of a revision in the input bucket: everything that was asked of the
 * documents since the root job made them, so that nobody has to follow the jobs between. Written by ingest,
 * read by the generator; times are epoch milliseconds.
 *
 * @param root the job that the archive was submitted with
 * @param submittedAt of the root
 * @param steps in the order in which they were asked for; the last one is this job's own
 */
public record RevisionRecord(String root, long submittedAt, List<Step> steps) {
    /** How many revisions a root may have, one upon the other. */
    public static final int MAX_STEPS = 50;

    /**
     * One revision.
     *
     * @param jobId the revision's
     * @param submittedAt when it was asked for
     */
    public record Step(String jobId, long submittedAt, RevisionRequest request) {
        public Step {
            Objects.requireNonNull(jobId, "jobId");
            Objects.requireNonNull(request, "request");
        }
    }

    @SuppressWarnings("NullAway") // JSON may leave them out
    public RevisionRecord {
        Objects.requireNonNull(root, "root");
        steps = steps == null ? List.of() : List.copyOf(steps);
    }

    /** The same with one revision more. */
    public RevisionRecord and(Step next) {
        List<Step> all = new ArrayList<>(steps);
        all.add(next);
        return new RevisionRecord(root, submittedAt, all);
    }

    /** What is wrong with any of the steps; there is at least one. */
    public List<FieldError> faults() {
        return steps.isEmpty()
                ? List.of(new FieldError("steps", "must hold at least one"))
                : steps.stream().flatMap(step -> step.request().faults().stream()).toList();
    }
}
