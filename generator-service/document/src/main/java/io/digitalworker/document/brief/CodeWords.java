package io.digitalworker.document.brief;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.tartarus.snowball.ext.EnglishStemmer;

/**
 * Code and prose as terms: {@code productReviewId} is {@code product}, {@code review}, {@code id} and
 * {@code productreviewid}, each by its English stem. For one thread.
 */
final class CodeWords {
    private static final int MAX_WORD = 80;
    private static final Set<String> STOP_WORDS = stopWords();

    private final EnglishStemmer stemmer = new EnglishStemmer();
    private final Map<String, String> stems = new HashMap<>();

    /** All terms of a text, in order, with repetitions. */
    List<String> terms(String text) {
        List<String> terms = new ArrayList<>(text.length() / 5 + 4);
        words(text, word -> terms.add(stem(word)));
        return terms;
    }

    /** The terms of a description that may tell it from others; no stop words. */
    Set<String> distinctive(String description) {
        Set<String> terms = new LinkedHashSet<>();
        words(
                description,
                word -> {
                    if (!STOP_WORDS.contains(word) && word.length() > 1) {
                        terms.add(stem(word));
                    }
                });
        return terms;
    }

    private static void words(String text, Consumer<String> words) {
        int i = 0;
        while (i < text.length()) {
            int start = i;
            while (i < text.length() && Character.isLetterOrDigit(text.charAt(i))) {
                i++;
            }
            if (i > start) {
                parts(text, start, Math.min(i, start + MAX_WORD), words);
            } else {
                i++;
            }
        }
    }

    /** A run of letters and digits, and its parts where case or kind changes. */
    private static void parts(String text, int start, int end, Consumer<String> words) {
        int from = start;
        for (int i = start + 1; i < end; i++) {
            if (boundary(text, i, end)) {
                words.accept(text.substring(from, i).toLowerCase(Locale.ROOT));
                from = i;
            }
        }
        words.accept(text.substring(from, end).toLowerCase(Locale.ROOT));
        if (from > start) {
            words.accept(text.substring(start, end).toLowerCase(Locale.ROOT));
        }
    }

    private static boolean boundary(String text, int i, int end) {
        char before = text.charAt(i - 1);
        char here = text.charAt(i);
        if (Character.isDigit(before) != Character.isDigit(here)) {
            return true;
        }
        if (!Character.isUpperCase(here)) {
            return false;
        }
        boolean wordStarts = i + 1 < end && Character.isLowerCase(text.charAt(i + 1));
        return Character.isLowerCase(before) || wordStarts;
    }

    private String stem(String word) {
        String known = stems.get(word);
        if (known == null) {
            stemmer.setCurrent(word);
            stemmer.stem();
            known = stemmer.getCurrent();
            stems.put(word, known);
        }
        return known;
    }

    private static Set<String> stopWords() {
        String resource = "/retrieval/stopwords.txt";
        InputStream in =
                Objects.requireNonNull(
                        CodeWords.class.getResourceAsStream(resource),
                        resource + " is not on the class path");
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Arrays.stream(line.split("\\s+")))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " cannot be read", e);
        }
    }
}
