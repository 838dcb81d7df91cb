package io.digitalworker.document.writing;

import io.digitalworker.document.brief.SectionBrief;
import io.digitalworker.document.prose.SectionDraft;

/** One way to compose a section from facts; the outlines name it as the section's {@code content}. */
@FunctionalInterface
public interface Composer {
    SectionDraft compose(SectionBrief brief);
}
