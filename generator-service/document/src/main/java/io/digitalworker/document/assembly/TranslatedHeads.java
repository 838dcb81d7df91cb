package io.digitalworker.document.assembly;

import io.digitalworker.document.outline.Wording;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import java.util.List;

/** Headings and heads of tables in the language of the document. */
final class TranslatedHeads {
    private TranslatedHeads() {}

    static SectionDraft of(SectionDraft draft, Wording wording) {
        return draft.with(draft.blocks().stream().map(block -> of(block, wording)).toList());
    }

    private static Block of(Block block, Wording wording) {
        if (block instanceof Block.Table table) {
            List<String> header = table.header().stream().map(wording::say).toList();
            return new Block.Table(header, table.numeric(), table.rows());
        }
        return block instanceof Block.Heading heading ? heading(heading, wording) : block;
    }

    /** Only a heading that is all words has a translation. */
    private static Block heading(Block.Heading heading, Wording wording) {
        Sentence title = heading.title();
        if (title.spans().size() != 1 || !(title.spans().get(0) instanceof Span.Text text)) {
            return heading;
        }
        Span translated = new Span.Text(wording.say(text.shown()));
        return new Block.Heading(
                new Sentence(List.of(translated), title.claimClass(), title.evidence()));
    }
}
