package io.digitalworker.document.writing;

import io.digitalworker.document.brief.Chunk;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.ClaimClass;
import io.digitalworker.document.prose.MentionKind;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import java.util.List;
import java.util.Locale;

/** The small change of typed prose. */
final class Phrases {
    private Phrases() {}

    static Span text(String words) {
        return new Span.Text(words);
    }

    static Span mention(MentionKind kind, String name) {
        return new Span.Mention(kind, name, name);
    }

    /** A number that stands for a fact, as {@code 12,345}. */
    static Span count(String fact, long value) {
        return new Span.Mention(MentionKind.COUNT, fact, String.format(Locale.ROOT, "%,d", value));
    }

    /** {@code  file} or {@code  files}, by number. */
    static Span noun(long value, String one, String many) {
        return text(" " + (value == 1 ? one : many));
    }

    static Span symbol(Chunk chunk) {
        return new Span.Mention(MentionKind.SYMBOL, chunk.symbolId(), chunk.symbol());
    }

    static Span citation(Chunk chunk) {
        return mention(MentionKind.CITATION, chunk.evidence().id());
    }

    static Sentence extracted(Span... spans) {
        return Sentence.of(ClaimClass.EXTRACTED, spans);
    }

    static Sentence inferred(Span... spans) {
        return Sentence.of(ClaimClass.INFERRED, spans);
    }

    /** A cell about a chunk: borne out by its lines. */
    static Sentence cell(Chunk chunk, Span span) {
        return new Sentence(List.of(span), ClaimClass.EXTRACTED, List.of(chunk.evidence().id()));
    }

    static Block heading(String words) {
        return new Block.Heading(extracted(text(words)));
    }

    static Block paragraph(Sentence... sentences) {
        return new Block.Paragraph(List.of(sentences));
    }
}
