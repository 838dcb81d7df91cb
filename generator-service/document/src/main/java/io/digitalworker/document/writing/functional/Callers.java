package io.digitalworker.document.writing.functional;

import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.writing.Cells;
import io.digitalworker.document.writing.Phrases;
import io.digitalworker.facts.fact.Endpoint;
import java.util.List;

/** What a caller must be, in words where the facts have a word of their own for it. */
final class Callers {
    private static final String ANYBODY = "anonymous";
    private static final String SIGNED_IN = "authenticated";
    private static final int NAMES = 6;

    private Callers() {}

    /** The names of roles, policies and checks, as the code has them. */
    static List<String> named(Endpoint endpoint) {
        return endpoint.authorization().stream()
                .filter(each -> !each.equals(ANYBODY) && !each.equals(SIGNED_IN))
                .toList();
    }

    static boolean anybody(Endpoint endpoint) {
        return endpoint.authorization().contains(ANYBODY);
    }

    /** Whether some callers are turned away. */
    static boolean guarded(Endpoint endpoint) {
        return !endpoint.authorization().isEmpty() && !anybody(endpoint);
    }

    /** What a caller is before the first step; blank if nothing is declared. */
    static Sentence cell(Endpoint endpoint) {
        if (!named(endpoint).isEmpty() && !anybody(endpoint)) {
            return Cells.list("passes as ", endpoint, named(endpoint), NAMES);
        }
        String words = anybody(endpoint) ? "may come before signing in" : "has signed in";
        return endpoint.authorization().isEmpty()
                ? Cells.words("")
                : Phrases.told(List.of(endpoint), Phrases.text(words));
    }
}
