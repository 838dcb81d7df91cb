package io.digitalworker.document.writing;

import io.digitalworker.document.brief.Chunk;
import io.digitalworker.document.brief.FactNames;
import io.digitalworker.document.brief.Tally;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.ClaimClass;
import io.digitalworker.document.prose.MentionKind;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import io.digitalworker.facts.fact.Fact;
import java.util.List;
import java.util.Locale;

/** The small change of typed prose; for the packages of the single documents too. */
public final class Phrases {
    private Phrases() {}

    public static Span text(String words) {
        return new Span.Text(words);
    }

    public static Span mention(MentionKind kind, String name) {
        return new Span.Mention(kind, name, name);
    }

    /** A number that stands for a fact, as {@code 12,345}. */
    public static Span count(String fact, long value) {
        return new Span.Mention(MentionKind.COUNT, fact, String.format(Locale.ROOT, "%,d", value));
    }

    /** {@code  file} or {@code  files}, by number. */
    public static Span noun(long value, String one, String many) {
        return text(" " + (value == 1 ? one : many));
    }

    public static Span symbol(Chunk chunk) {
        return new Span.Mention(MentionKind.SYMBOL, chunk.symbolId(), chunk.symbol());
    }

    public static Span citation(Chunk chunk) {
        return mention(MentionKind.CITATION, chunk.evidence().id());
    }

    public static Sentence extracted(Span... spans) {
        return Sentence.of(ClaimClass.EXTRACTED, spans);
    }

    /** A question to people. */
    public static Sentence asked(Span... spans) {
        return Sentence.of(ClaimClass.NEEDS_SME, spans);
    }

    /** A sentence that the lines of facts bear out. */
    public static Sentence told(List<? extends Fact> by, Span... spans) {
        List<String> evidence = by.stream().map(fact -> fact.evidence().id()).distinct().toList();
        return new Sentence(List.of(spans), ClaimClass.EXTRACTED, evidence);
    }

    /** A name or value of a fact, as the fact has it. */
    public static Span named(Fact fact, String shown) {
        return new Span.Mention(MentionKind.FACT, FactNames.id(fact), shown);
    }

    /** The name by which people would know the fact. */
    public static Span headline(Fact fact) {
        return named(fact, FactNames.headline(fact));
    }

    public static Span tally(Tally tally) {
        return count(tally.id(), tally.value());
    }

    public static Sentence inferred(Span... spans) {
        return Sentence.of(ClaimClass.INFERRED, spans);
    }

    /** A cell about a chunk: borne out by its lines. */
    public static Sentence cell(Chunk chunk, Span span) {
        return new Sentence(List.of(span), ClaimClass.EXTRACTED, List.of(chunk.evidence().id()));
    }

    public static Block heading(String words) {
        return new Block.Heading(extracted(text(words)));
    }

    public static Block paragraph(Sentence... sentences) {
        return new Block.Paragraph(List.of(sentences));
    }
}
