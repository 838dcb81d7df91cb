package io.digitalworker.document.writing.design;

import io.digitalworker.document.prose.MentionKind;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import io.digitalworker.document.writing.Phrases;
import io.digitalworker.facts.fact.Fact;
import io.digitalworker.facts.fact.Resource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Cells of tables; each is borne out by the lines of its facts. */
final class Cells {
    /** What stands in a cell when the code does not say. */
    private static final String NOTHING = "–";

    private Cells() {}

    static Sentence words(String words) {
        return Phrases.extracted(Phrases.text(words.isEmpty() ? NOTHING : words));
    }

    static Sentence none() {
        return words(NOTHING);
    }

    /** Concluded by a rule of ours and not read in the code. */
    static Sentence judged(String words) {
        return Phrases.inferred(Phrases.text(words));
    }

    /** The name by which people know the fact. */
    static Sentence name(Fact fact) {
        return Phrases.told(List.of(fact), Phrases.headline(fact));
    }

    /** A name or value of the fact; a dash if there is none. */
    static Sentence of(Fact fact, String shown) {
        return shown.isEmpty() ? none() : Phrases.told(List.of(fact), Phrases.named(fact, shown));
    }

    /** A value with the unit that its setting is counted in, where the platform says so. */
    static Sentence measured(Fact fact, String key, String value) {
        boolean function = fact instanceof Resource resource && Scope.isOf(resource, "::function");
        if (!function || !value.matches("\\d+")) {
            return of(fact, value);
        }
        String unit =
                Scope.holds(key, "memory") ? " MB" : Scope.holds(key, "timeout") ? " seconds" : "";
        return Phrases.told(List.of(fact), Phrases.named(fact, value), Phrases.text(unit));
    }

    static Sentence list(Fact fact, Collection<String> shown) {
        List<Span> spans = new ArrayList<>();
        for (String each : shown) {
            if (!each.isEmpty()) {
                separate(spans);
                spans.add(Phrases.named(fact, each));
            }
        }
        return spans.isEmpty() ? none() : Phrases.told(List.of(fact), spans.toArray(Span[]::new));
    }

    /** Names of several facts, each once; what is left out shows as dots. */
    static <F extends Fact> Sentence names(List<F> facts, Function<F, String> name, int atMost) {
        List<Span> spans = new ArrayList<>();
        List<F> shown = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        for (F fact : facts) {
            String each = name.apply(fact);
            if (!each.isEmpty() && seen.add(each) && seen.size() <= atMost) {
                separate(spans);
                spans.add(Phrases.named(fact, each));
                shown.add(fact);
            }
        }
        if (seen.size() > atMost) {
            spans.add(Phrases.text(", …"));
        }
        return spans.isEmpty() ? none() : Phrases.told(shown, spans.toArray(Span[]::new));
    }

    private static void separate(List<Span> spans) {
        if (!spans.isEmpty()) {
            spans.add(Phrases.text(", "));
        }
    }

    static Sentence place(Fact fact) {
        String place = fact.evidence().id();
        return Phrases.told(List.of(fact), Phrases.mention(MentionKind.CITATION, place));
    }
}
