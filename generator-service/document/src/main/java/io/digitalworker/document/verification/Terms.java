package io.digitalworker.document.verification;

import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.MentionKind;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import java.util.List;

/**
 * Tells names that the code has from words by which its facts are sorted, such as a framework or the
 * kind of a rule: those are no code and are not shown as such.
 */
final class Terms {
    private final Universe universe;

    Terms(Universe universe) {
        this.universe = universe;
    }

    SectionDraft in(SectionDraft draft) {
        return draft.with(draft.blocks().stream().map(this::in).toList());
    }

    private Block in(Block block) {
        if (block instanceof Block.Paragraph part) {
            return new Block.Paragraph(in(part.of()));
        } else if (block instanceof Block.Bullets part) {
            return new Block.Bullets(in(part.items()));
        } else if (block instanceof Block.Heading part) {
            return new Block.Heading(in(part.title()));
        } else if (block instanceof Block.Quotation part) {
            return new Block.Quotation(in(part.of()));
        } else if (block instanceof Block.Table part) {
            List<List<Sentence>> rows = part.rows().stream().map(this::in).toList();
            return new Block.Table(part.header(), part.numeric(), rows);
        } else if (block instanceof Block.LeftOut part) {
            return new Block.LeftOut(in(part.names()));
        } else if (block instanceof Block.Figure part) {
            return new Block.Figure(part.diagram(), in(part.caption()));
        }
        return block;
    }

    private List<Sentence> in(List<Sentence> sentences) {
        return sentences.stream().map(this::in).toList();
    }

    private Sentence in(Sentence sentence) {
        List<Span> spans = sentence.spans().stream().map(this::in).toList();
        return spans.equals(sentence.spans())
                ? sentence
                : new Sentence(spans, sentence.claimClass(), sentence.evidence());
    }

    private Span in(Span span) {
        if (span instanceof Span.Mention module
                && module.kind() == MentionKind.MODULE
                && module.shown().startsWith("(")) {
            return new Span.Text(module.shown());
        }
        return span instanceof Span.Mention mention
                        && mention.kind() == MentionKind.FACT
                        && !universe.writes(mention)
                ? new Span.Mention(MentionKind.TERM, mention.id(), mention.shown())
                : span;
    }
}
