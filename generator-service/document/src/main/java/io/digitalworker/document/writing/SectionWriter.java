package io.digitalworker.document.writing;

import io.digitalworker.document.brief.SectionBrief;
import io.digitalworker.document.prose.SectionDraft;

/** Turns facts into prose: a model, or {@link ExtractiveWriter}. */
public interface SectionWriter {
    /** What the report calls this writer, such as {@code extractive}. */
    String name();

    /** Writes one section; may be called by several threads. */
    SectionDraft write(SectionBrief brief);
}
