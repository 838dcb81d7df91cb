package io.digitalworker.document.prompt;

import java.util.List;
import java.util.Objects;

/**
 * What is sent to a model.
 *
 * @param system who the model is and by which rules it writes; the same for all jobs
 * @param shared what all sections of a job are written from; stands before the first turn and can be
 *     cached by a provider
 * @param turns the conversation, a user's turn first and last
 */
public record Prompt(String system, String shared, List<Turn> turns) {
    /** Tokens that tell a turn from the next. */
    static final int OF_TURN = 8;

    /** Who says a turn. */
    public enum Role {
        USER,
        ASSISTANT
    }

    /** A part of the conversation. */
    public record Turn(Role role, String text) {
        public Turn {
            Objects.requireNonNull(role, "role");
            Objects.requireNonNull(text, "text");
        }
    }

    public Prompt {
        Objects.requireNonNull(system, "system");
        Objects.requireNonNull(shared, "shared");
        turns = List.copyOf(turns);
        if (turns.isEmpty()
                || turns.get(0).role() != Role.USER
                || turns.get(turns.size() - 1).role() != Role.USER) {
            throw new IllegalArgumentException(
                    "a prompt of " + turns.size() + " turns does not begin and end with a user's");
        }
    }

    /** How many tokens it makes at most, reckoned as its limits are. */
    public int tokens(double charsPerToken) {
        double all = Tokens.of(system, charsPerToken) + Tokens.of(shared, charsPerToken);
        for (Turn turn : turns) {
            all += OF_TURN + Tokens.of(turn.text(), charsPerToken);
        }
        return (int) Math.ceil(all);
    }
}
