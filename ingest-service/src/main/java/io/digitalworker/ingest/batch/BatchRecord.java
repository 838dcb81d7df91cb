package io.digitalworker.ingest.batch;

import io.digitalworker.api.Descriptor;
import io.digitalworker.api.ObjectRef;
import io.digitalworker.api.Options;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a batch asks for, as it is kept until its jobs are made: everything in it was checked. */
public record BatchRecord(List<Planned> jobs) {
    public BatchRecord {
        jobs = List.copyOf(jobs);
    }

    /**
     * A job to be made.
     *
     * @param upload what was uploaded for it; absent where the options do without
     */
    public record Planned(Descriptor descriptor, Options options, @Nullable ObjectRef upload) {}
}
