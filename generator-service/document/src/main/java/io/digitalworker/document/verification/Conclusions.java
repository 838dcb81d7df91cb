package io.digitalworker.document.verification;

import io.digitalworker.document.prose.Span;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What no fact can prove, however sound the names are: the order of things, conditions and reasons, and
 * what only the description of a feature says. Such a sentence is a conclusion.
 */
final class Conclusions {
    private static final Set<String> ORDER =
            Set.of(
                    "before",
                    "after",
                    "afterwards",
                    "first",
                    "last",
                    "finally",
                    "again",
                    "later",
                    "earlier",
                    "next",
                    "previously",
                    "once",
                    "meanwhile");
    private static final Pattern CONDITION =
            Pattern.compile(
                    "(?i)[^,]*\\b(?:when|if|until|while|because|since|so that|in order to|as soon as)\\b"
                            + "(?:\\W+\\w+){2,}\\W*");

    private Conclusions() {}

    static boolean in(Told told, Ground ground, Stems stems) {
        return orders(told) || ends(told) || byFeature(told, ground, stems);
    }

    private static boolean orders(Told told) {
        return told.names().size() > 1
                && told.words().stream()
                        .map(word -> word.toLowerCase(Locale.ROOT))
                        .anyMatch(ORDER::contains);
    }

    /** Whether a condition or reason without any name ends the sentence. */
    private static boolean ends(Told told) {
        List<Span> spans = told.spans();
        return spans.size() > 1 && CONDITION.matcher(spans.get(spans.size() - 1).shown()).matches();
    }

    private static boolean byFeature(Told told, Ground ground, Stems stems) {
        return told.words().stream()
                .filter(word -> !Vocabulary.STANDARD.isPlain(word.toLowerCase(Locale.ROOT)))
                .map(stems::of)
                .anyMatch(
                        stem ->
                                ground.features().contains(stem)
                                        && !ground.words().contains(stem)
                                        && !ground.kinds().contains(stem)
                                        && !Telling.STANDARD.has(stem));
    }
}
