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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import static io.digitalworker.document.writing.Phrases.text;

/** What stands in the cells of tables, and lists of names in a sentence. */
public final class Cells {
    /** What stands in a cell when the code does not say. */
    private static final String NOTHING = "–";

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
        Set<String> seen = new HashSet<>();
        for (Fact fact : facts) {
            String name = FactNames.headline(fact);
            if (seen.add(name)) {
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

    /** The code does not say. */
    public static Sentence none() {
        return words(NOTHING);
    }

    public static Sentence feature(String id) {
        return Phrases.extracted(Phrases.mention(MentionKind.FEATURE, id));
    }

    public static Sentence features(List<String> ids) {
        List<Span> spans = new ArrayList<>();
        for (String id : ids) {
            spans.add(Phrases.text(spans.isEmpty() ? "" : ", "));
            spans.add(Phrases.mention(MentionKind.FEATURE, id));
        }
        return Phrases.extracted(spans.toArray(Span[]::new));
    }

    public static Sentence of(Fact fact, String shown) {
        return shown.isEmpty() ? none() : Phrases.told(List.of(fact), Phrases.named(fact, shown));
    }

    public static Sentence headline(Fact fact) {
        return Phrases.told(List.of(fact), Phrases.headline(fact));
    }

    /** Names of several facts behind some words, each name once. */
    public static <F extends Fact> Sentence names(
            String before, List<F> facts, Function<F, String> name, int most) {
        Map<String, F> named = byName(facts, name);
        if (named.isEmpty()) {
            return none();
        }
        List<Span> spans = new ArrayList<>(List.of(Phrases.text(before)));
        List<F> shown = new ArrayList<>();
        named.forEach(
                (words, fact) -> {
                    if (shown.size() < most) {
                        spans.add(Phrases.text(shown.isEmpty() ? "" : ", "));
                        spans.add(Phrases.named(fact, words));
                        shown.add(fact);
                    }
                });
        if (shown.size() < named.size()) {
            spans.add(Phrases.text(" and others"));
        }
        return Phrases.told(shown, spans.toArray(Span[]::new));
    }

    /** The first fact of each name, where it has one. */
    public static <F extends Fact> Map<String, F> byName(List<F> facts, Function<F, String> name) {
        Map<String, F> named = new LinkedHashMap<>();
        for (F fact : facts) {
            if (!name.apply(fact).isEmpty()) {
                named.putIfAbsent(name.apply(fact), fact);
            }
        }
        return named;
    }

    /** Several names of one fact behind some words. */
    public static Sentence list(String before, Fact fact, List<String> names, int most) {
        List<Span> spans = new ArrayList<>(List.of(Phrases.text(before)));
        List<String> each = names.stream().filter(name -> !name.isEmpty()).distinct().toList();
        for (String name : each.subList(0, Math.min(most, each.size()))) {
            spans.add(Phrases.text(spans.size() == 1 ? "" : ", "));
            spans.add(Phrases.named(fact, name));
        }
        spans.add(Phrases.text(each.size() > most ? " and others" : ""));
        return each.isEmpty() ? none() : Phrases.told(List.of(fact), spans.toArray(Span[]::new));
    }

    /** The same, but concluded by a rule of ours: from equal names, or from what a status stands for. */
    public static Sentence concluded(Sentence cell) {
        return new Sentence(cell.spans(), ClaimClass.INFERRED, cell.evidence());
    }

    /** Two cells in one. */
    public static Sentence joined(Sentence one, String between, Sentence other) {
        List<Span> spans = new ArrayList<>(one.spans());
        spans.add(Phrases.text(between));
        spans.addAll(other.spans());
        List<String> evidence = new ArrayList<>(one.evidence());
        other.evidence().stream().filter(id -> !evidence.contains(id)).forEach(evidence::add);
        boolean read =
                one.claimClass() == ClaimClass.EXTRACTED
                        && other.claimClass() == ClaimClass.EXTRACTED;
        return new Sentence(spans, read ? ClaimClass.EXTRACTED : ClaimClass.INFERRED, evidence);
    }

    /** The same with nothing before them. */
    public static <F extends Fact> Sentence names(
            List<F> facts, Function<F, String> name, int most) {
        return names("", facts, name, most);
    }

    /** All these names of a fact; a dash if there are none. */
    public static Sentence list(Fact fact, Collection<String> names) {
        return list("", fact, List.copyOf(names), Integer.MAX_VALUE);
    }

    /** Concluded by a rule of ours and not read in the code. */
    public static Sentence judged(String words) {
        return Phrases.inferred(text(words));
    }

    /** What an author says, as {@link #quoted(List, String)}; a dash if nothing. */
    public static Sentence quoted(List<Span.Quote> quotes) {
        return quoted(quotes, NOTHING);
    }
}
