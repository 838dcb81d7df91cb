package io.digitalworker.facts.source;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Replaces secrets by asterisks in place: the text keeps its length and its lines. The rules are the
 * data file {@code /redaction/rules.json}; a rule's pattern is tried only on lines that hold one of its
 * keywords, so that the cost stays linear in the text.
 */
final class Redaction {
    private static final char MASK = '*';

    private final List<RedactionRule> rules;
    private final KeywordScan keywords;

    private Redaction(List<RedactionRule> rules) {
        this.rules = rules;
        this.keywords = new KeywordScan(rules.stream().map(RedactionRule::keywords).toList());
    }

    static Redaction standard() {
        try (InputStream in = Redaction.class.getResourceAsStream("/redaction/rules.json")) {
            Objects.requireNonNull(in, "/redaction/rules.json is not on the class path");
            RedactionRule[] rules = new ObjectMapper().readValue(in, RedactionRule[].class);
            return new Redaction(List.of(rules));
        } catch (IOException e) {
            throw new UncheckedIOException("/redaction/rules.json cannot be read", e);
        }
    }

    /** The text without its secrets; each replacement is added to {@code counts} under its rule. */
    String redact(String text, Language language, Map<String, Integer> counts) {
        List<long[]> hits = keywords.hits(text);
        if (hits.isEmpty()) {
            return text;
        }
        char[] out = text.toCharArray();
        int[] doneUntil = new int[rules.size()];
        for (long[] hit : hits) {
            int rule = (int) hit[0];
            int at = (int) hit[1];
            if (at >= doneUntil[rule] && rules.get(rule).appliesTo(language)) {
                doneUntil[rule] = apply(rules.get(rule), text, at, out, counts);
            }
        }
        return new String(out);
    }

    private static int apply(
            RedactionRule rule, String text, int at, char[] out, Map<String, Integer> counts) {
        int lineStart = text.lastIndexOf('\n', at) + 1;
        int lineEnd = text.indexOf('\n', at);
        int end = lineEnd < 0 ? text.length() : lineEnd;
        List<int[]> spans = new ArrayList<>();
        int done = rule.find(text, lineStart, end, at, spans);
        for (int[] span : spans) {
            if (mask(out, span[0], span[1])) {
                counts.merge(rule.id(), 1, Integer::sum);
            }
        }
        return done;
    }

    /** Whether anything was left to hide: two rules may find the same secret. */
    private static boolean mask(char[] out, int from, int to) {
        boolean changed = false;
        for (int i = from; i < to; i++) {
            if (out[i] != MASK && !Character.isWhitespace(out[i])) {
                changed = true;
            }
        }
        for (int i = from; changed && i < to; i++) {
            out[i] = out[i] == '\n' ? '\n' : MASK;
        }
        return changed;
    }

    /** Finds many lower-case ASCII words in one pass, by a trie; case is ignored. */
    private static final class KeywordScan {
        private static final int LETTERS = 128;
        private final List<int[]> next = new ArrayList<>();
        private final List<List<Integer>> rulesAt = new ArrayList<>();

        KeywordScan(List<List<String>> keywordsOfRules) {
            addNode();
            for (int rule = 0; rule < keywordsOfRules.size(); rule++) {
                for (String keyword : keywordsOfRules.get(rule)) {
                    add(keyword, rule);
                }
            }
        }

        private int addNode() {
            int[] node = new int[LETTERS];
            Arrays.fill(node, -1);
            next.add(node);
            rulesAt.add(new ArrayList<>());
            return next.size() - 1;
        }

        private void add(String keyword, int rule) {
            int node = 0;
            for (int i = 0; i < keyword.length(); i++) {
                char c = keyword.charAt(i);
                if (next.get(node)[lower(c)] < 0) {
                    next.get(node)[lower(c)] = addNode();
                }
                node = next.get(node)[lower(c)];
            }
            rulesAt.get(node).add(rule);
        }

        /** Pairs of rule and offset, by offset. */
        List<long[]> hits(String text) {
            List<long[]> hits = new ArrayList<>();
            int[] root = next.get(0);
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c < LETTERS && root[lower(c)] >= 0) {
                    walk(text, i, hits);
                }
            }
            return hits;
        }

        private void walk(String text, int start, List<long[]> hits) {
            int node = 0;
            for (int i = start; i < text.length(); i++) {
                char c = text.charAt(i);
                node = c < LETTERS ? next.get(node)[lower(c)] : -1;
                if (node < 0) {
                    return;
                }
                for (int rule : rulesAt.get(node)) {
                    hits.add(new long[] {rule, start});
                }
            }
        }

        private static int lower(char c) {
            return c >= 'A' && c <= 'Z' ? c + 32 : c;
        }
    }
}
