package io.digitalworker.api;

import java.util.List;

/** The answer to {@code GET /v1/dead-letters}: those that wait, oldest first; may lag by seconds. */
public record DeadLetterList(List<DeadLetterView> deadLetters) {
    public DeadLetterList {
        deadLetters = List.copyOf(deadLetters);
    }
}
