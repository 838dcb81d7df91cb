package io.digitalworker.document.verification;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Words that say no more of a thing than its kind does: {@code kind-words.txt} has them by the kind of
 * fact, such as {@code row} for entities.
 */
final class KindWords {
    static final KindWords STANDARD = new KindWords();

    private final Map<String, Set<String>> words = new HashMap<>();

    private KindWords() {
        Stems stems = new Stems();
        for (String line : WordList.lines("kind-words.txt")) {
            String[] sides = line.split(":", 2);
            words.put(sides[0], new HashSet<>(stems.in(sides[1])));
        }
    }

    /** Stems for these kinds, and those for any. */
    Set<String> of(Set<String> kinds) {
        Set<String> of = new HashSet<>(words.getOrDefault("any", Set.of()));
        kinds.forEach(kind -> of.addAll(words.getOrDefault(kind, Set.of())));
        return of;
    }
}
