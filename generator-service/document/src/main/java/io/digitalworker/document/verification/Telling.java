package io.digitalworker.document.verification;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Words that tell something of the code, such as {@code deletes} or {@code cached}: {@code
 * telling-words.txt} has them in groups of one meaning, each with further words of code that say so.
 */
final class Telling {
    static final Telling STANDARD = new Telling();

    /** What says so, by the stem of a word; words of several groups have it of each. */
    private final Map<String, Set<String>> saying = new HashMap<>();

    private Telling() {
        Stems stems = new Stems();
        for (String line : WordList.lines("telling-words.txt")) {
            String[] sides = line.split("=", 2);
            Set<String> group = new HashSet<>(stems.in(sides[0]));
            Set<String> says = new HashSet<>(group);
            says.addAll(sides.length < 2 ? List.of() : stems.in(sides[1]));
            group.forEach(
                    stem -> saying.computeIfAbsent(stem, any -> new HashSet<>()).addAll(says));
        }
    }

    boolean has(String stem) {
        return saying.containsKey(stem);
    }

    /** Whether the ground says what the word tells; true for words that tell nothing. */
    boolean borneOut(String stem, Ground ground) {
        Set<String> says = saying.get(stem);
        return says == null || ground.says(stem) || says.stream().anyMatch(ground::says);
    }
}
