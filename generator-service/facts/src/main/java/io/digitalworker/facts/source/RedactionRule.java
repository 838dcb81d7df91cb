package io.digitalworker.facts.source;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One line of {@code /redaction/rules.json}: a {@code line} rule hides the first group of its pattern
 * wherever it matches in a line that holds a keyword; a {@code block} rule hides what follows the first
 * letters of a keyword, up to its end mark (to the end of the file, if that is missing).
 */
final class RedactionRule {
    private final String id;
    private final List<String> keywords;
    private final List<String> languages;
    private final @Nullable Pattern pattern;
    private final String begin;
    private final String end;

    RedactionRule(
            @JsonProperty(value = "id", required = true) String id,
            @JsonProperty(value = "kind", required = true) String kind,
            @JsonProperty("keywords") @Nullable List<String> keywords,
            @JsonProperty("in") @Nullable List<String> languages,
            @JsonProperty("pattern") @Nullable String pattern,
            @JsonProperty("begin") @Nullable String begin,
            @JsonProperty("end") @Nullable String end) {
        boolean block = kind.equals("block");
        this.id = id;
        this.begin = block ? Objects.requireNonNull(begin, id + ": begin") : "";
        this.end = block ? Objects.requireNonNull(end, id + ": end") : "";
        this.pattern =
                block ? null : Pattern.compile(Objects.requireNonNull(pattern, id + ": pattern"));
        this.keywords = List.copyOf(Objects.requireNonNull(keywords, id + ": keywords"));
        this.languages = languages == null ? List.of() : List.copyOf(languages);
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
    int find(String text, int lineStart, int lineEnd, int at, List<int[]> spans) {
        if (pattern == null) {
            int from = at + begin.length();
            int mark = text.indexOf(end, from);
            int to = mark < 0 ? text.length() : mark;
            spans.add(new int[] {from, to});
            return to;
        }
        Matcher matcher = pattern.matcher(text.substring(lineStart, lineEnd));
        while (matcher.find()) {
            spans.add(new int[] {lineStart + matcher.start(1), lineStart + matcher.end(1)});
        }
        return lineEnd;
    }
}
