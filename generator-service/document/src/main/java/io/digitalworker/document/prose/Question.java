package io.digitalworker.document.prose;

import java.util.Objects;

/**
 * Something that only people can say.
 *
 * @param id derived from what it is about, so that it stays the same in a revision: {@code Q-…}
 * @param role whom to ask, such as {@code product owner}
 * @param sentence of class {@link ClaimClass#NEEDS_SME}
 */
public record Question(String id, String role, Sentence sentence) {
    public Question {
        Objects.requireNonNull(role, "role");
        if (!id.matches("Q-[A-Za-z0-9._-]+") || sentence.claimClass() != ClaimClass.NEEDS_SME) {
            throw new IllegalArgumentException(
                    id + " (" + sentence.claimClass() + ") is no question");
        }
    }

    /** An id from any names: what an id may not hold becomes a hyphen. */
    public static String id(String... names) {
        return "Q-" + String.join("-", names).replaceAll("[^A-Za-z0-9._-]+", "-");
    }

    /** The question in one line. */
    public String text() {
        return sentence.shown();
    }
}
