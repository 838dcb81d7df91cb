package io.digitalworker.document.brief;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The terms that somebody asks for, and how often texts hold them. Of all other terms of a text only the
 * number counts, so that an index of a large archive stays small. For one thread.
 */
final class SoughtTerms {
    private final CodeWords words;
    private final List<String> terms;
    private final Map<String, Integer> numbers = new HashMap<>();

    /** Of a run of letters and digits the number of its terms, then the numbers of those sought. */
    private final Map<String, int[]> runs = new HashMap<>();

    SoughtTerms(CodeWords words, Set<String> sought) {
        this.words = words;
        this.terms = sought.stream().sorted().toList();
        terms.forEach(term -> numbers.put(term, numbers.size()));
    }

    String term(int number) {
        return terms.get(number);
    }

    boolean contains(String term) {
        return numbers.containsKey(term);
    }

    /** The terms sought that a text holds. */
    Set<String> in(String text) {
        Counts counts = new Counts();
        counts.count(text);
        return counts.terms();
    }

    private int[] read(String run) {
        List<String> all = words.terms(run);
        int[] known = new int[all.size() + 1];
        int count = 0;
        known[count++] = all.size();
        for (String term : all) {
            Integer number = numbers.get(term);
            if (number != null) {
                known[count++] = number;
            }
        }
        return Arrays.copyOf(known, count);
    }

    /** What one text holds, then the next. */
    final class Counts {
        private final int[] counts = new int[terms.size()];

        /** The numbers of those that occur, each once; as many as {@link #held} says. */
        private final int[] numbers = new int[terms.size()];

        private int held;
        private int others;

        /** Counts the terms of a text, and forgets those of the text before. */
        void count(String text) {
            for (int i = 0; i < held; i++) {
                counts[numbers[i]] = 0;
            }
            held = 0;
            others = 0;
            CodeWords.runs(text, this::add);
        }

        private void add(String run) {
            int[] known = runs.computeIfAbsent(run, SoughtTerms.this::read);
            for (int i = 1; i < known.length; i++) {
                if (counts[known[i]]++ == 0) {
                    numbers[held++] = known[i];
                }
            }
            others += known[0] - (known.length - 1);
        }

        /** How many of the terms sought occur. */
        int held() {
            return held;
        }

        /** The number of one of those, from 0 to {@link #held} exclusive. */
        int number(int index) {
            return numbers[index];
        }

        /** Those that occur. */
        Set<String> terms() {
            Set<String> all = new HashSet<>();
            for (int i = 0; i < held; i++) {
                all.add(terms.get(numbers[i]));
            }
            return all;
        }

        /** How often the term with this number occurs. */
        int of(int number) {
            return counts[number];
        }

        /** How many terms there are besides, with repetitions. */
        int others() {
            return others;
        }
    }
}
