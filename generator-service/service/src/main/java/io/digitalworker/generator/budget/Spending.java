package io.digitalworker.generator.budget;

import io.digitalworker.ledger.Usage;

/** Is told what models took and did; metrics in a service, a history in tests. */
public interface Spending {
    /** Nobody listens. */
    Spending UNWATCHED = (model, actual) -> {};

    /** A call was settled. */
    void settled(String model, Usage actual);
}
