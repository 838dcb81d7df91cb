package io.digitalworker.ledger;

import java.util.List;

/**
 * What a transition writes beside its events.
 *
 * @param job what changes on the job; the transaction adds sequence and mutation, and the condition
 *     that status, attempt, fence and sequence are as seen
 * @param others more items of the same transaction
 */
record Move(Edit job, List<Write> others) {
    Move(Edit job) {
        this(job, List.of());
    }

    Move {
        others = List.copyOf(others);
    }
}
