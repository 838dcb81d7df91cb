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

    /** The terms of runs of letters and digits: code says the same names over and over. */
    private final Map<String, List<String>> runs = new HashMap<>();

    /** All terms of a text, in order, with repetitions. */
    List<String> terms(String text) {
        List<String> terms = new ArrayList<>(text.length() / 5 + 4);
        runs(text, run -> terms.addAll(runs.computeIfAbsent(run, this::termsOf)));
        return terms;
    }

    private List<String> termsOf(String run) {
        List<String> terms = new ArrayList<>();
        parts(run, word -> terms.add(stem(word)));
        return List.copyOf(terms);
    }

    /** The terms of a description that may tell it from others; no stop words. */
    Set<String> distinctive(String description) {
        Set<String> terms = new LinkedHashSet<>();
        Consumer<String> telling =
                word -> {
                    if (!STOP_WORDS.contains(word) && word.length() > 1) {
                        terms.add(stem(word));
                    }
                };
        runs(description, run -> parts(run, telling));
        return terms;
    }

    /** Hands out the runs of letters and digits, in order, each cut to 80 characters. */
    static void runs(String text, Consumer<String> runs) {
        int i = 0;
        while (i < text.length()) {
            int start = i;
            while (i < text.length() && Character.isLetterOrDigit(text.charAt(i))) {
                i++;
            }
            if (i > start) {
                runs.accept(text.substring(start, Math.min(i, start + MAX_WORD)));
            } else {
                i++;
            }
        }
    }

    /** A run of letters and digits, and its parts where case or kind changes. */
    private static void parts(String run, Consumer<String> words) {
        int from = 0;
        for (int i = 1; i < run.length(); i++) {
            if (boundary(run, i)) {
                words.accept(run.substring(from, i).toLowerCase(Locale.ROOT));
                from = i;
            }
        }
        words.accept(run.substring(from).toLowerCase(Locale.ROOT));
        if (from > 0) {
            words.accept(run.toLowerCase(Locale.ROOT));
        }
    }

    private static boolean boundary(String text, int i) {
        char before = text.charAt(i - 1);
        char here = text.charAt(i);
        if (Character.isDigit(before) != Character.isDigit(here)) {
            return true;
        }
        if (!Character.isUpperCase(here)) {
            return false;
        }
        boolean wordStarts = i + 1 < text.length() && Character.isLowerCase(text.charAt(i + 1));
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
