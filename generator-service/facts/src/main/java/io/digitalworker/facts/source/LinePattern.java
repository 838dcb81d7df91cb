package io.digitalworker.facts.source;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Hides the first group of a pattern wherever it matches in a line that holds a keyword and, behind its
 * first keyword, all texts of {@code with}.
 *
 * <p>{@code labels} says which values are no secrets though the pattern matches: {@code paths} spares
 * versions, paths and addresses; {@code words} also names, such as {@code "Customer.PasswordRecovery"} or
 * {@code Password = "password"}. With {@code entropy}, a value that has less of it, in bits a character,
 * or no digit, is none either. With {@code near}, only so many characters from the keyword on are looked
 * at, and in steps of half as many: what is longer than that half may be found in part.
 */
final class LinePattern implements RedactionRule.Finder {
    /** How far before its keyword a match may start that is looked for {@code near} it. */
    private static final int BEFORE = 80;

    private final List<String> with;
    private final String labels;
    private final double entropy;
    private final int near;
    private final String regex;
    private @Nullable Pattern pattern;

    LinePattern(Map<String, List<String>> fields) {
        this.with = fields.getOrDefault("with", List.of());
        this.labels = String.join("", fields.getOrDefault("labels", List.of()));
        this.entropy =
                Double.parseDouble(String.join("", fields.getOrDefault("entropy", List.of("0"))));
        this.near = Integer.parseInt(String.join("", fields.getOrDefault("near", List.of("0"))));
        this.regex = String.join("", RedactionRule.field(fields, "pattern"));
    }

    @Override
    public int find(String text, Language language, int at, List<int[]> spans) {
        int newline = text.indexOf('\n', at);
        int lineEnd = newline < 0 ? text.length() : newline;
        for (String wanted : with) {
            if (!holds(text, at, lineEnd, wanted)) {
                return lineEnd;
            }
        }
        int lineStart = text.lastIndexOf('\n', at) + 1;
        if (near == 0) {
            match(text, language, lineStart, lineEnd, spans);
            return lineEnd;
        }
        int end = Math.min(lineEnd, at + near);
        match(text, language, Math.max(lineStart, at - BEFORE), end, spans);
        return end == lineEnd ? lineEnd : at + near / 2;
    }

    private void match(String text, Language language, int from, int to, List<int[]> spans) {
        Matcher matcher = pattern().matcher(text.substring(from, to));
        while (matcher.find()) {
            int start = from + matcher.start(1);
            int end = from + matcher.end(1);
            if (isSecret(text, language, from + matcher.start(), start, end)) {
                spans.add(new int[] {start, end});
            }
        }
    }

    /** Compiled when it is first needed: most patterns never are. */
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

    private boolean isSecret(String text, Language language, int match, int start, int end) {
        String value = text.substring(start, end);
        if (entropy > 0 && !RandomText.hasEntropy(value, entropy)) {
            return false;
        }
        return labels.isEmpty() || !isLabel(text, language, match, value);
    }

    private boolean isLabel(String text, Language language, int match, String value) {
        String name = SecretLabels.nameAt(text, match);
        boolean words = labels.equals("words") && language.kind() != Language.Kind.DATA;
        return SecretLabels.isAddress(value)
                || name.equalsIgnoreCase("publicKeyToken")
                || (language == Language.RAZOR && value.startsWith("@"))
                || (words && SecretLabels.isName(name, value));
    }
}
