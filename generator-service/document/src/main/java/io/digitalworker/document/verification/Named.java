package io.digitalworker.document.verification;

import io.digitalworker.document.prose.MentionKind;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A name that a sentence takes from the code: of a fact or of a declaration, each at its place. */
record Named(MentionKind kind, String id, String shown) {
    /** The names of a sentence, in their order. */
    static Stream<Named> in(Sentence sentence) {
        return sentence.spans().stream().map(Named::of).flatMap(Optional::stream);
    }

    static Stream<Named> in(List<Sentence> sentences) {
        return sentences.stream().flatMap(Named::in);
    }

    static Optional<Named> of(Span span) {
        return span instanceof Span.Mention mention
                        && (mention.kind() == MentionKind.FACT
                                || mention.kind() == MentionKind.SYMBOL)
                ? Optional.of(new Named(mention.kind(), mention.id(), mention.shown()))
                : Optional.empty();
    }

    boolean isFact() {
        return kind == MentionKind.FACT;
    }

    /** Where the code says so; empty for an id of no known form. */
    Optional<Place> place() {
        return Place.of(isFact() ? id.substring(id.indexOf('@') + 1) : id.replaceFirst("#.*", ""));
    }
}
