package io.digitalworker.document.prose;

import java.util.Objects;

/**
 * A piece of a sentence. Names, numbers and other people's words are never {@link Text}: so each can
 * be checked for itself.
 */
public sealed interface Span permits Span.Text, Span.Mention, Span.Quote {
    /** What a reader sees. */
    String shown();

    /** Words of the writer; holds no name of the code and no number. */
    record Text(String shown) implements Span {
        public Text {
            Objects.requireNonNull(shown, "shown");
        }
    }

    /**
     * A name or a number that stands for a fact.
     *
     * @param id of the fact, in the form its kind asks for; see {@link MentionKind}
     */
    record Mention(MentionKind kind, String id, String shown) implements Span {
        public Mention {
            Objects.requireNonNull(kind, "kind");
            if (id.isEmpty() || shown.isEmpty()) {
                throw new IllegalArgumentException(kind + " '" + id + "' shown as '" + shown + "'");
            }
        }
    }

    /**
     * Words taken over as they are, of the descriptor or of the code.
     *
     * @param source {@code feature:<id>}, {@code descriptor:<field>}, {@code answer:<question id>}, {@code
     *     message:<revision>} or the id of an evidence
     */
    record Quote(String source, String shown) implements Span {
        public Quote {
            Objects.requireNonNull(source, "source");
            Objects.requireNonNull(shown, "shown");
        }
    }
}
