package io.digitalworker.generator.budget;

import io.digitalworker.ledger.BudgetScope;
import io.digitalworker.ledger.Usage;

/** Is told what models took and what jobs came to; metrics in a service, a history in tests. */
public interface Spending {
    /** Nobody listens. */
    Spending UNWATCHED =
            new Spending() {
                @Override
                public void settled(String model, Usage actual) {}

                @Override
                public void released() {}

                @Override
                public void refused(BudgetScope scope) {}

                @Override
                public void ended(long microUsd, int degradedSections) {}
            };

    /** A call was paid. */
    void settled(String model, Usage actual);

    /** A call was given back that the model did not take. */
    void released();

    /** A cap kept a call from being made. */
    void refused(BudgetScope scope);

    /**
     * A job succeeded.
     *
     * @param microUsd spent on models, in millionths of a US dollar
     * @param degradedSections written by less than what was asked for
     */
    void ended(long microUsd, int degradedSections);
}
