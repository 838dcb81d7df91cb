package io.digitalworker.document.prose;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A sentence, or a cell of a table.
 *
 * @param evidence ids ({@code path:Lx-Ly}) of what bears the sentence out
 */
public record Sentence(List<Span> spans, ClaimClass claimClass, List<String> evidence) {
    public Sentence {
        Objects.requireNonNull(claimClass, "claimClass");
        spans = List.copyOf(spans);
        evidence = List.copyOf(evidence);
    }

    /** A sentence whose facts need no lines of code, such as a count. */
    public static Sentence of(ClaimClass claimClass, Span... spans) {
        return new Sentence(List.of(spans), claimClass, List.of());
    }

    /** Whether it names something, and is thereby a claim. */
    public boolean isClaim() {
        return spans.stream().anyMatch(span -> span instanceof Span.Mention);
    }

    /** What a reader sees, without any mark-up. */
    public String shown() {
        return spans.stream().map(Span::shown).collect(Collectors.joining());
    }
}
