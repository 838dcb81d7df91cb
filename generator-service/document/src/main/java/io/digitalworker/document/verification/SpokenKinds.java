package io.digitalworker.document.verification;

import io.digitalworker.document.brief.FactNames;
import io.digitalworker.document.brief.Material;
import io.digitalworker.document.prose.MentionKind;
import io.digitalworker.document.prose.Span;
import io.digitalworker.facts.fact.Fact;
import io.digitalworker.facts.fact.FactKind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a name is what the word right before it, or right after it, says: {@code spoken-kinds.txt} has
 * the parts of facts that may be called an endpoint, a table, a permission and so on.
 */
final class SpokenKinds {
    private final Map<String, Set<String>> parts = new HashMap<>();
    private final Material material;

    SpokenKinds(Material material) {
        this.material = material;
        for (String line : WordList.lines("spoken-kinds.txt")) {
            String[] sides = line.split(":", 2);
            Set<String> may = Set.of(sides[1].trim().split("\\s+"));
            for (String word : sides[0].split("\\s+")) {
                parts.put(word, may);
            }
        }
    }

    /** Whether a name of the sentence is called what it is not. */
    boolean misnamed(Told told) {
        List<Span> spans = told.spans();
        for (int i = 0; i < spans.size(); i++) {
            if (spans.get(i) instanceof Span.Mention mention && named(mention)) {
                Optional<String> before = i == 0 ? Optional.empty() : last(spans.get(i - 1));
                Optional<String> after =
                        i + 1 == spans.size() ? Optional.empty() : first(spans.get(i + 1));
                Optional<String> said = before.filter(parts::containsKey).or(() -> after);
                if (said.filter(word -> !fits(mention, word)).isPresent()) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean named(Span.Mention mention) {
        return mention.kind() == MentionKind.FACT || mention.kind() == MentionKind.SYMBOL;
    }

    /** The word that ends a text, if nothing but a space stands behind it. */
    private static Optional<String> last(Span span) {
        List<String> words = Words.in(span.shown());
        return span.shown().matches("(?s).*\\p{L} \"?")
                ? word(words, words.size() - 1)
                : Optional.empty();
    }

    private static Optional<String> first(Span span) {
        return span.shown().matches("(?s)\"? \\p{L}.*")
                ? word(Words.in(span.shown()), 0)
                : Optional.empty();
    }

    private static Optional<String> word(List<String> words, int at) {
        return words.isEmpty()
                ? Optional.empty()
                : Optional.of(words.get(at).toLowerCase(Locale.ROOT));
    }

    private boolean fits(Span.Mention mention, String word) {
        Set<String> may = parts.get(word);
        return may == null || is(mention).stream().anyMatch(may::contains);
    }

    private Set<String> is(Span.Mention mention) {
        Set<String> is = new HashSet<>();
        boolean member = mention.shown().indexOf('.') >= 0;
        if (mention.kind() == MentionKind.SYMBOL) {
            is.add(member ? "member" : "type");
            return is;
        }
        for (Fact fact : material.factsOf(mention.id())) {
            if (FactNames.of(fact).contains(mention.shown())) {
                String kind = FactKind.of(fact).array() + ".";
                Part.of(fact, mention.shown()).forEach(part -> is.add(kind + part.name()));
            }
        }
        return is;
    }
}
