package io.digitalworker.facts.source;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds many ASCII words in one pass; case is ignored. It looks at pairs of letters and mostly moves
 * on by two (Wu and Manber, "A fast algorithm for multi-pattern searching", 1994).
 */
final class KeywordScan {
    /** Length of the shortest word. */
    private static final int SHORTEST = 3;

    private static final int LETTERS = 128;

    /** A power of two. */
    private static final int STARTS = 4_096;

    /** How far to move by the pair at the end of the window. */
    private final byte[] shifts = new byte[LETTERS * LETTERS];

    /** Words by a number made of their first three letters. */
    private final List<List<Word>> byStart = new ArrayList<>();

    /** A word with the rules that it is a keyword of. */
    private static final class Word {
        private final byte[] letters;
        private int[] rules;

        Word(byte[] letters) {
            this.letters = letters;
            this.rules = new int[0];
        }

        void add(int rule) {
            rules = Arrays.copyOf(rules, rules.length + 1);
            rules[rules.length - 1] = rule;
        }
    }

    /** Takes a rule and the offset of one of its keywords. */
    interface Hit {
        void at(int rule, int offset);
    }

    KeywordScan(List<List<String>> keywordsOfRules) {
        Arrays.fill(shifts, (byte) (SHORTEST - 1));
        for (int start = 0; start < STARTS; start++) {
            byStart.add(List.of());
        }
        for (int rule = 0; rule < keywordsOfRules.size(); rule++) {
            for (String keyword : keywordsOfRules.get(rule)) {
                add(keyword, rule);
            }
        }
    }

    private void add(String keyword, int rule) {
        byte[] letters = keyword.getBytes(StandardCharsets.US_ASCII);
        if (letters.length < SHORTEST) {
            throw new IllegalArgumentException(
                    "keyword " + keyword + " is shorter than " + SHORTEST);
        }
        for (int i = 0; i < letters.length; i++) {
            letters[i] = lower(letters[i]);
        }
        word(letters).add(rule);
        shift(letters[0], letters[1], 1);
        shift(letters[1], letters[2], 0);
    }

    private Word word(byte[] letters) {
        int start = start(letters[0], letters[1], letters[2]);
        for (Word word : byStart.get(start)) {
            if (Arrays.equals(word.letters, letters)) {
                return word;
            }
        }
        Word word = new Word(letters);
        List<Word> words = new ArrayList<>(byStart.get(start));
        words.add(word);
        byStart.set(start, words);
        return word;
    }

    private static int start(byte first, byte second, byte third) {
        return ((first * 31 + second) * 31 + third) & (STARTS - 1);
    }

    private void shift(byte first, byte second, int by) {
        for (int a : cases(first)) {
            for (int b : cases(second)) {
                int pair = a * LETTERS + b;
                shifts[pair] = (byte) Math.min(shifts[pair], by);
            }
        }
    }

    private static int[] cases(byte letter) {
        return letter >= 'a' && letter <= 'z'
                ? new int[] {letter, letter - 32}
                : new int[] {letter};
    }

    /** Gives all hits, by offset. */
    void scan(String text, Hit hit) {
        byte[] bytes = ascii(text);
        int at = SHORTEST - 1;
        while (at < bytes.length) {
            int first = bytes[at - 1];
            int second = bytes[at];
            int shift = (first | second) < 0 ? 1 : shifts[first * LETTERS + second];
            if (shift == 0) {
                verify(bytes, at - SHORTEST + 1, hit);
                shift = 1;
            }
            at += shift;
        }
    }

    private void verify(byte[] bytes, int at, Hit hit) {
        byte first = lower(bytes[at]);
        if (first < 0) {
            return;
        }
        List<Word> words = byStart.get(start(first, lower(bytes[at + 1]), lower(bytes[at + 2])));
        for (int i = 0; i < words.size(); i++) {
            if (stands(words.get(i).letters, bytes, at)) {
                for (int rule : words.get(i).rules) {
                    hit.at(rule, at);
                }
            }
        }
    }

    private static boolean stands(byte[] word, byte[] bytes, int start) {
        if (start + word.length > bytes.length) {
            return false;
        }
        for (int i = 0; i < word.length; i++) {
            if (lower(bytes[start + i]) != word[i]) {
                return false;
            }
        }
        return true;
    }

    /** One byte for each character; negative, or a question mark, for what is not ASCII. */
    private static byte[] ascii(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        if (bytes.length != text.length()) {
            // pairs of surrogates became one byte
            bytes = new byte[text.length()];
            for (int i = 0; i < bytes.length; i++) {
                char c = text.charAt(i);
                bytes[i] = c < LETTERS ? (byte) c : -1;
            }
        }
        return bytes;
    }

    private static byte lower(byte letter) {
        return letter >= 'A' && letter <= 'Z' ? (byte) (letter + 32) : letter;
    }
}
