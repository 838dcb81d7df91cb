package io.digitalworker.generator.model;

import java.util.Objects;

/** What a model answered, and is paid for, whatever the ending. */
public record ModelAnswer(String text, Ending ending, TokenUse use) {
    public ModelAnswer {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(ending, "ending");
        Objects.requireNonNull(use, "use");
    }

    /** Why the answer ends where it ends. */
    public enum Ending {
        /** The model had no more to say. */
        COMPLETE,
        /** It reached the greatest number of tokens. */
        TRUNCATED,
        /** It, a filter or a guardrail declined; the text is not to be used. */
        REFUSED,
        /** It said nothing. */
        EMPTY
    }
}
