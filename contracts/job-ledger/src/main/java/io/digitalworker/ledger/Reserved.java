package io.digitalworker.ledger;

/** The answer to a {@link BudgetRequest}. */
public sealed interface Reserved {
    /** The call may be made, and is to be settled afterwards. */
    record Granted(Reservation reservation) implements Reserved {}

    /** A cap would be passed; nothing was reserved. */
    record Refused(BudgetScope scope, Measure measure) implements Reserved {}

    /** What a cap counts. */
    enum Measure {
        USD,
        TOKENS
    }
}
