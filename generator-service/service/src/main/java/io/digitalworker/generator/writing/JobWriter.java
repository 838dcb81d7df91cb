package io.digitalworker.generator.writing;

import io.digitalworker.document.publication.Manuscript;
import io.digitalworker.document.publication.RunRecord;
import io.digitalworker.document.writing.SectionWriter;
import java.util.List;

/** Who writes the sections of one job. */
public interface JobWriter extends SectionWriter {
    /** The record of the run with what was done for these documents. */
    RunRecord told(RunRecord run, List<Manuscript> manuscripts);
}
