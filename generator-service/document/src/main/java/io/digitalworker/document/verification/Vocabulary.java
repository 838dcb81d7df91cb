package io.digitalworker.document.verification;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The plain English of specifications, which says nothing about any code: {@code vocabulary.txt} with
 * its inflections, {@code vocabulary-exact.txt} as it stands, {@code function-words.txt} and {@code
 * acronyms.txt}. No judgements, and no words of
 * any trade: those have to come from what a sentence names.
 */
final class Vocabulary {
    static final Vocabulary STANDARD = new Vocabulary();

    private final Set<String> functionWords = words("function-words.txt");
    private final Set<String> acronyms = words("acronyms.txt");
    private final Set<String> exact = words("vocabulary-exact.txt");
    private final Set<String> stems = new HashSet<>();

    private Vocabulary() {
        Stems english = new Stems();
        words("vocabulary.txt").forEach(word -> stems.add(english.of(word)));
    }

    private static Set<String> words(String name) {
        Set<String> words = new HashSet<>();
        WordList.lines(name).forEach(line -> words.addAll(List.of(line.trim().split("\\s+"))));
        return words;
    }

    boolean has(String word, String stem) {
        return isPlain(word) || stems.contains(stem);
    }

    /** Whether the word is plain as it stands, whatever its stem tells. */
    boolean isPlain(String word) {
        return functionWords.contains(word) || exact.contains(word);
    }

    /** Whether the word only holds others together. */
    boolean isFunctionWord(String word) {
        return functionWords.contains(word);
    }

    boolean isAcronym(String word) {
        return acronyms.contains(word);
    }
}
