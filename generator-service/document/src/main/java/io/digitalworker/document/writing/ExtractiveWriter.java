package io.digitalworker.document.writing;

import io.digitalworker.document.brief.SectionBrief;
import io.digitalworker.document.outline.Section;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.writing.hybrid.Completion;

/** Composes prose from facts alone, without any model: what no fact says, it does not say. */
public final class ExtractiveWriter implements SectionWriter {
    @Override
    public String name() {
        return "extractive";
    }

    @Override
    public SectionDraft write(SectionBrief brief) {
        return RequestedChanges.in(brief, draft(brief));
    }

    /**
     * The section from facts and from the answers that were given, without the changes that were asked for
     * in words: only somebody who understands them can make these.
     */
    @Override
    public SectionDraft draft(SectionBrief brief) {
        Section section = brief.section();
        Composer composer =
                Composers.of(section)
                        .orElseThrow(
                                () -> new IllegalArgumentException("nothing composes " + section));
        return GivenAnswers.in(brief, Completion.of(brief, composer.compose(brief)));
    }
}
