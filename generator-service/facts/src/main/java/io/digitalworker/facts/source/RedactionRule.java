package io.digitalworker.facts.source;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One line of {@code /redaction/rules.json}. Its kind says who looks around its keywords: {@code line} a
 * {@linkplain LinePattern pattern}, {@code block} a {@link PemBlock}, {@code manifest} a {@link
 * SecretManifest}, {@code rows} {@link SeedRows}, {@code random} {@link RandomText}.
 */
final class RedactionRule {
    private final String id;
    private final List<String> keywords;
    private final List<String> languages;
    private final Finder finder;

    /** Finds what to hide near a keyword. */
    interface Finder {
        /**
         * Adds the spans to hide, as pairs of offsets, for a keyword at {@code at}.
         *
         * @return up to where the text needs no further look by this rule
         */
        int find(String text, Language language, int at, List<int[]> spans);
    }

    RedactionRule(Map<String, List<String>> fields) {
        this.id = String.join("", field(fields, "id"));
        this.keywords = field(fields, "keywords");
        this.languages = fields.getOrDefault("in", List.of());
        this.finder = finder(String.join("", field(fields, "kind")), fields);
    }

    private static Finder finder(String kind, Map<String, List<String>> fields) {
        return switch (kind) {
            case "line" -> new LinePattern(fields);
            case "block" -> (text, language, at, spans) -> PemBlock.body(text, at, spans);
            case "manifest" -> (text, language, at, spans) -> SecretManifest.data(text, at, spans);
            case "rows" -> (text, language, at, spans) -> SeedRows.secrets(text, at, spans);
            case "random" -> (text, language, at, spans) -> RandomText.inLine(text, at, spans);
            default -> throw new IllegalArgumentException("no rule is of the kind " + kind);
        };
    }

    static List<String> field(Map<String, List<String>> fields, String name) {
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

    /** See {@link Finder#find}. */
    int find(String text, Language language, int at, List<int[]> spans) {
        return finder.find(text, language, at, spans);
    }
}
