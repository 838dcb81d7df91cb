package io.digitalworker.document.writing;

import io.digitalworker.document.brief.SectionBrief;
import io.digitalworker.document.prose.SectionDraft;

/** Turns facts into prose: a model, or {@link ExtractiveWriter}. */
public interface SectionWriter {
    /** What the report calls this writer, such as {@code extractive}. */
    String name();

    /** Writes one section; may be called by several threads. */
    SectionDraft write(SectionBrief brief);

    /**
     * The section as another writer may build upon it: without a word on changes that were asked for and
     * that this writer does not understand.
     */
    default SectionDraft draft(SectionBrief brief) {
        return write(brief);
    }

    /**
     * How many sections it writes at once: 1 where it works, so that more threads than cores are of no
     * use; more where it waits for somebody else to work.
     */
    default int atOnce() {
        return 1;
    }
}
