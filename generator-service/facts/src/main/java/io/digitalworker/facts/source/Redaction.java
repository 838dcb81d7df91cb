package io.digitalworker.facts.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Replaces secrets by asterisks in place: the text keeps its length, its lines, its quotes and its
 * escapes, so that it reads as the same code. The rules are the data file {@code
 * /redaction/rules.json}; a rule's pattern is tried only on lines that hold one of its keywords, so
 * that the cost stays linear in the text. May be used by several threads.
 */
final class Redaction {
    private static final char MASK = '*';

    private final List<RedactionRule> rules;
    private final KeywordScan keywords;

    private Redaction(List<RedactionRule> rules) {
        this.rules = List.copyOf(rules);
        this.keywords = new KeywordScan(rules.stream().map(RedactionRule::keywords).toList());
    }

    static Redaction standard() {
        return new Redaction(RedactionRules.standard());
    }

    /** The same for a file, whose name may say that its values are secrets. */
    String redact(String path, String text, Language language, Map<String, Integer> counts) {
        String clean = redact(text, language, counts);
        if (!EnvironmentFile.is(path)) {
            return clean;
        }
        char[] out = clean.toCharArray();
        hide(out, EnvironmentFile.values(clean), EnvironmentFile.RULE, counts);
        return new String(out);
    }

    /** The text without its secrets; each replacement is added to {@code counts} under its rule. */
    String redact(String text, Language language, Map<String, Integer> counts) {
        int[] doneUntil = new int[rules.size()];
        List<int[]> spans = new ArrayList<>();
        char[][] out = new char[1][];
        keywords.scan(
                text,
                (rule, at) -> {
                    if (at >= doneUntil[rule] && rules.get(rule).appliesTo(language)) {
                        spans.clear();
                        doneUntil[rule] = rules.get(rule).find(text, language, at, spans);
                        if (!spans.isEmpty()) {
                            out[0] = out[0] == null ? text.toCharArray() : out[0];
                            hide(out[0], spans, rules.get(rule).id(), counts);
                        }
                    }
                });
        return out[0] == null ? text : new String(out[0]);
    }

    private static void hide(
            char[] out, List<int[]> spans, String rule, Map<String, Integer> counts) {
        for (int[] span : spans) {
            if (mask(out, span[0], span[1])) {
                counts.merge(rule, 1, Integer::sum);
            }
        }
    }

    /** Whether anything was left to hide: two rules may find the same secret. */
    private static boolean mask(char[] out, int from, int to) {
        boolean changed = false;
        for (int i = from; i < to; i++) {
            char c = out[i];
            if (c == '\\') {
                i++;
            } else if (c != MASK && !Character.isWhitespace(c) && c != '"' && c != '\'') {
                out[i] = MASK;
                changed = true;
            }
        }
        return changed;
    }
}
