package io.digitalworker.generator.writing;

import io.digitalworker.document.brief.SectionBrief;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.publication.Manuscript;
import io.digitalworker.document.publication.RunRecord;
import io.digitalworker.runtime.LoggedJob;
import java.util.List;

/** Names its job in the log whichever thread it writes a section in: sections have threads of their own. */
record LoggedWriter(JobWriter writer, String jobId, String requestId) implements JobWriter {
    @Override
    public String name() {
        return writer.name();
    }

    @Override
    public SectionDraft write(SectionBrief brief) {
        return LoggedJob.result(jobId, requestId, () -> writer.write(brief));
    }

    @Override
    public int atOnce() {
        return writer.atOnce();
    }

    @Override
    public RunRecord told(RunRecord run, List<Manuscript> manuscripts) {
        return writer.told(run, manuscripts);
    }
}
