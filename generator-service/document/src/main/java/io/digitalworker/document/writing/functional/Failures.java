package io.digitalworker.document.writing.functional;

import io.digitalworker.document.brief.Material;
import io.digitalworker.document.prose.Span;
import io.digitalworker.facts.source.Evidence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What the code says when it gives up, in its own words. */
final class Failures {
    private static final int MOST = 4;

    /** A text that is thrown, raised or added to a form as its error. */
    private static final Pattern TEXT =
            Pattern.compile(
                    "(?:\\bthrow new\\b|\\braise\\b|AddModelError|\\bdetail\\s*=).{0,120}?"
                            + "(?<=[\"'])([A-Z][^\"{}\\\\<>]{5,160}?)(?=[\"']\\s*[,)])");

    private Failures() {}

    static List<Span.Quote> of(Material material, Reach reach) {
        Map<String, Span.Quote> texts = new LinkedHashMap<>();
        for (Evidence place : reach.places()) {
            for (Span.Quote quote : material.comments().in(place, TEXT)) {
                // a single word is a key, told among the texts
                if (texts.size() < MOST && quote.shown().contains(" ")) {
                    texts.putIfAbsent(quote.shown(), quote);
                }
            }
        }
        return List.copyOf(texts.values());
    }
}
