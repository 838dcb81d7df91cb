package io.digitalworker.document.writing;

import io.digitalworker.document.brief.FactNames;
import io.digitalworker.document.prose.ClaimClass;
import io.digitalworker.document.prose.MentionKind;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.fact.Fact;
import io.digitalworker.facts.source.Evidence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import static io.digitalworker.document.writing.Phrases.text;

/** What stands in the cells of tables, and lists of names in a sentence. */
public final class Cells {
    private Cells() {}

    /** Plain words. */
    public static Sentence words(String words) {
        return Phrases.extracted(text(words));
    }

    /** A name or value of a fact; plain {@code otherwise} if it is empty. */
    public static Sentence value(Fact fact, String shown, String otherwise) {
        return shown.isEmpty()
                ? words(otherwise)
                : Phrases.told(List.of(fact), Phrases.named(fact, shown));
    }

    /** Values of a fact, separated by commas; plain {@code otherwise} if there are none. */
    public static Sentence values(Fact fact, Collection<String> shown, String otherwise) {
        List<Span> spans = new ArrayList<>();
        for (String each : shown) {
            separate(spans, ", ");
            spans.add(Phrases.named(fact, each));
        }
        return spans.isEmpty() ? words(otherwise) : told(List.of(fact), spans);
    }

    /** The names of facts, each once, separated by commas. */
    public static List<Span> headlines(Collection<? extends Fact> facts) {
        List<Span> spans = new ArrayList<>();
        List<String> seen = new ArrayList<>();
        for (Fact fact : facts) {
            String name = FactNames.headline(fact);
            if (!seen.contains(name)) {
                seen.add(name);
                separate(spans, ", ");
                spans.add(Phrases.named(fact, name));
            }
        }
        return spans;
    }

    public static Sentence told(List<? extends Fact> by, List<Span> spans) {
        return Phrases.told(by, spans.toArray(new Span[0]));
    }

    /** The same, concluded and not read: such as that something is missing. */
    public static Sentence concluded(List<? extends Fact> by, List<Span> spans) {
        return new Sentence(spans, ClaimClass.INFERRED, told(by, spans).evidence());
    }

    /** The lines of a fact. */
    public static Sentence place(Fact fact) {
        return place(fact.evidence());
    }

    public static Sentence place(Evidence evidence) {
        return new Sentence(
                List.of(Phrases.mention(MentionKind.CITATION, evidence.id())),
                ClaimClass.EXTRACTED,
                List.of(evidence.id()));
    }

    /** A declared type, by its name. */
    public static Span symbol(TypeDeclaration type) {
        return new Span.Mention(
                MentionKind.SYMBOL, type.evidence().id() + "#" + type.name(), type.name());
    }

    /** A declared member, by its name. */
    public static Span symbol(Member member) {
        return new Span.Mention(
                MentionKind.SYMBOL,
                member.evidence().id() + "#" + member.qualifiedName(),
                member.qualifiedName());
    }

    /** Other people's words in quotation marks, borne out by their lines; plain words if none. */
    public static Sentence quoted(List<Span.Quote> quotes, String otherwise) {
        if (quotes.isEmpty()) {
            return words(otherwise);
        }
        List<Span> spans = new ArrayList<>();
        spans.add(text("“"));
        for (Span.Quote quote : quotes) {
            if (spans.size() > 1) {
                spans.add(text(" "));
            }
            spans.add(quote);
        }
        spans.add(text("”"));
        List<String> evidence = quotes.stream().map(Span.Quote::source).distinct().toList();
        return new Sentence(spans, ClaimClass.EXTRACTED, evidence);
    }

    /** The line that a quote stands in. */
    public static Sentence quotedAt(Span.Quote quote) {
        return new Sentence(
                List.of(Phrases.mention(MentionKind.CITATION, quote.source())),
                ClaimClass.EXTRACTED,
                List.of(quote.source()));
    }

    /** Puts the words between what is there and what comes. */
    public static void separate(List<Span> spans, String words) {
        if (!spans.isEmpty()) {
            spans.add(text(words));
        }
    }
}
