package io.digitalworker.facts.source;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One line of {@code /redaction/rules.json}: a {@code line} rule hides the first group of its pattern
 * wherever it matches in a line that holds a keyword and, behind its first keyword, all texts of
 * {@code with}; a {@code block} rule hides the body of a PEM block.
 *
 * <p>{@code labels} says which values are no secrets for the rule though its pattern matches: {@code
 * paths} spares versions, paths and addresses; {@code words} also names, such as {@code
 * "Customer.PasswordRecovery"} or {@code Password = "password"}.
 */
final class RedactionRule {
    private final String id;
    private final List<String> keywords;
    private final List<String> languages;
    private final List<String> with;
    private final String labels;
    private final String regex;
    private @Nullable Pattern pattern;

    RedactionRule(Map<String, List<String>> fields) {
        this.id = String.join("", field(fields, "id"));
        this.keywords = field(fields, "keywords");
        this.languages = fields.getOrDefault("in", List.of());
        this.with = fields.getOrDefault("with", List.of());
        this.labels = String.join("", fields.getOrDefault("labels", List.of()));
        boolean line = field(fields, "kind").contains("line");
        this.regex = line ? String.join("", field(fields, "pattern")) : "";
    }

    private static List<String> field(Map<String, List<String>> fields, String name) {
        return List.copyOf(Objects.requireNonNull(fields.get(name), () -> "a rule has no " + name));
    }

    String id() {
        return id;
    }

    List<String> keywords() {
        return keywords;
    }

    boolean appliesTo(Language language) {
        return languages.isEmpty() || languages.contains(language.title());
    }

    /**
     * Adds the spans to hide, as pairs of offsets, for a keyword at {@code at}.
     *
     * @return up to where the text needs no further look by this rule
     */
    int find(String text, Language language, int at, List<int[]> spans) {
        if (regex.isEmpty()) {
            return PemBlock.body(text, at, spans);
        }
        int newline = text.indexOf('\n', at);
        int lineEnd = newline < 0 ? text.length() : newline;
        for (String wanted : with) {
            if (!holds(text, at, lineEnd, wanted)) {
                return lineEnd;
            }
        }
        int lineStart = text.lastIndexOf('\n', at) + 1;
        Matcher matcher = pattern().matcher(text.substring(lineStart, lineEnd));
        while (matcher.find()) {
            int start = lineStart + matcher.start(1);
            int end = lineStart + matcher.end(1);
            if (!isLabel(text, language, lineStart + matcher.start(), start, end)) {
                spans.add(new int[] {start, end});
            }
        }
        return lineEnd;
    }

    /** Compiled when it is first needed: most rules never are. */
    private synchronized Pattern pattern() {
        Pattern compiled = pattern;
        if (compiled == null) {
            compiled = Pattern.compile(regex);
            pattern = compiled;
        }
        return compiled;
    }

    /** Looks no further than the line, unlike {@link String#indexOf(String, int)}. */
    private static boolean holds(String text, int from, int to, String wanted) {
        char first = wanted.charAt(0);
        for (int at = from; at + wanted.length() <= to; at++) {
            if (text.charAt(at) == first && text.startsWith(wanted, at)) {
                return true;
            }
        }
        return false;
    }

    private boolean isLabel(String text, Language language, int match, int start, int end) {
        if (labels.isEmpty()) {
            return false;
        }
        String value = text.substring(start, end);
        boolean words = labels.equals("words") && language.kind() != Language.Kind.DATA;
        return SecretLabels.isAddress(value)
                || (language == Language.RAZOR && value.startsWith("@"))
                || (words && SecretLabels.isName(SecretLabels.nameAt(text, match), value));
    }
}
