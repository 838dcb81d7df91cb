package io.digitalworker.document.verification;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.tartarus.snowball.ext.EnglishStemmer;

/** Words by their English stems, irregular forms by the one they are of. For one thread. */
final class Stems {
    /** Where a name's words meet: at a change of case, and before the last capital of a run. */
    private static final Pattern SEAM =
            Pattern.compile("(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

    private static final Map<String, String> IRREGULAR = irregular();

    private final EnglishStemmer stemmer = new EnglishStemmer();
    private final Map<String, String> known = new HashMap<>();

    private static Map<String, String> irregular() {
        Map<String, String> irregular = new HashMap<>();
        for (String line : WordList.lines("irregular-words.txt")) {
            String[] forms = line.split("\\s+");
            for (String form : forms) {
                irregular.put(form, forms[0]);
            }
        }
        return Map.copyOf(irregular);
    }

    String of(String word) {
        return known.computeIfAbsent(word.toLowerCase(Locale.ROOT), this::stem);
    }

    private String stem(String form) {
        String word = IRREGULAR.getOrDefault(form, form);
        stemmer.setCurrent(word);
        stemmer.stem();
        return stemmer.getCurrent();
    }

    /** The stems of a text's words, names of code split into theirs. */
    List<String> in(String text) {
        List<String> stems = new ArrayList<>();
        for (String word : Words.in(text)) {
            for (String part : SEAM.split(word)) {
                stems.add(of(part));
            }
        }
        return stems;
    }
}
