package io.digitalworker.facts.framework.general;

import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.LocalizationKey;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.source.Evidence;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;

/** Takes localisation keys, each key, culture and use once, at its first place. */
final class LocalizationKeys {
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final int MAX_KEY = 300;

    private final Findings findings;
    private final Set<String> seen = new HashSet<>();

    LocalizationKeys(Findings findings) {
        this.findings = findings;
    }

    void declared(String key, String culture, Supplier<Evidence> place) {
        add(key, culture, "declared", Confidence.LITERAL, place);
    }

    void read(String key, Confidence confidence, Supplier<Evidence> place) {
        add(key, "", "read", confidence, place);
    }

    private void add(
            String key, String culture, String use, Confidence sure, Supplier<Evidence> place) {
        String cut = key.length() <= MAX_KEY ? key : key.substring(0, MAX_KEY - 1) + "…";
        if (!key.isBlank() && seen.add(use + '\n' + culture + '\n' + cut)) {
            findings.add(new LocalizationKey(cut, culture, use, sure, place.get()));
        }
    }

    Findings findings() {
        return findings;
    }

    /** {@code de-DE}, {@code de_DE}, {@code zh-Hans} as {@code de-de}; empty if it is no culture. */
    static String culture(String written) {
        String plain = written.replace('_', '-').toLowerCase(Locale.ROOT);
        int dash = plain.indexOf('-');
        String language = dash < 0 ? plain : plain.substring(0, dash);
        String rest = dash < 0 ? "" : plain.substring(dash + 1);
        boolean known = LANGUAGES.contains(language) || (language.equals("fil") && rest.isEmpty());
        return known && (rest.isEmpty() || rest.matches("[a-z0-9]{2,8}(?:-[a-z0-9]{2,8})?"))
                ? plain
                : "";
    }
}
