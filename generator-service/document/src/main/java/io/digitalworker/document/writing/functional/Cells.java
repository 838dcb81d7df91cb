package io.digitalworker.document.writing.functional;

import io.digitalworker.document.prose.ClaimClass;
import io.digitalworker.document.prose.MentionKind;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import io.digitalworker.document.writing.Phrases;
import io.digitalworker.facts.fact.Fact;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Cells of tables, each with the lines that bear it out. */
final class Cells {
    private Cells() {}

    static Sentence words(String words) {
        return Phrases.extracted(Phrases.text(words));
    }

    /** The code does not say. */
    static Sentence none() {
        return words("–");
    }

    /** What its author says of it. */
    static Sentence quoted(List<Span.Quote> quotes) {
        return io.digitalworker.document.writing.Cells.quoted(quotes, "–");
    }

    static Sentence feature(String id) {
        return Phrases.extracted(Phrases.mention(MentionKind.FEATURE, id));
    }

    static Sentence features(List<String> ids) {
        List<Span> spans = new ArrayList<>();
        for (String id : ids) {
            spans.add(Phrases.text(spans.isEmpty() ? "" : ", "));
            spans.add(Phrases.mention(MentionKind.FEATURE, id));
        }
        return Phrases.extracted(spans.toArray(Span[]::new));
    }

    static Sentence of(Fact fact, String shown) {
        return shown.isEmpty() ? none() : Phrases.told(List.of(fact), Phrases.named(fact, shown));
    }

    static Sentence headline(Fact fact) {
        return Phrases.told(List.of(fact), Phrases.headline(fact));
    }

    /** Names of several facts behind some words, each name once. */
    static <F extends Fact> Sentence names(
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

    static <F extends Fact> Map<String, F> byName(List<F> facts, Function<F, String> name) {
        Map<String, F> named = new LinkedHashMap<>();
        for (F fact : facts) {
            if (!name.apply(fact).isEmpty()) {
                named.putIfAbsent(name.apply(fact), fact);
            }
        }
        return named;
    }

    /** Several names of one fact behind some words. */
    static Sentence list(String before, Fact fact, List<String> names, int most) {
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
    static Sentence concluded(Sentence cell) {
        return new Sentence(cell.spans(), ClaimClass.INFERRED, cell.evidence());
    }

    /** Two cells in one. */
    static Sentence joined(Sentence one, String between, Sentence other) {
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
}
