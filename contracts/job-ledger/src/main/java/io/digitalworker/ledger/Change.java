package io.digitalworker.ledger;

import org.jspecify.annotations.Nullable;

/** What came of a transition asked for from outside a claim. */
public sealed interface Change {
    /** It is so now, by this call or by an earlier one with the same mutation. */
    record Applied(Job job) implements Change {}

    /** The state does not allow it; {@code job} as it is, absent where there is none. */
    record Refused(@Nullable Job job) implements Change {}
}
