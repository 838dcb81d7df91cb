package io.digitalworker.generator.writing;

import io.digitalworker.document.brief.SectionBrief;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.publication.Manuscript;
import io.digitalworker.document.publication.RunRecord;
import io.digitalworker.document.writing.SectionWriter;
import java.util.List;

/** A job that no model writes for. */
record WithoutModel(SectionWriter writer) implements JobWriter {
    @Override
    public String name() {
        return writer.name();
    }

    @Override
    public SectionDraft write(SectionBrief brief) {
        return writer.write(brief);
    }

    @Override
    public int atOnce() {
        return writer.atOnce();
    }

    @Override
    public RunRecord told(RunRecord run, List<Manuscript> manuscripts) {
        return run;
    }
}
