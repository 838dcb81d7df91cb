package io.digitalworker.document.publication;

import java.util.Objects;

/**
 * What a model was used for, and what it cost.
 *
 * @param model id of the model or inference profile; empty if none was asked
 * @param fallbacks sections that another model or the extractive writer had to write instead
 * @param tokensCached of {@code tokensIn}, read from a cache
 * @param microUsd spent, in millionths of a US dollar
 * @param microUsdReserved reserved for calls whose usage is not known yet
 * @param priceTable version of the prices it was counted with; empty if nothing was
 */
public record ModelUse(
        String model,
        int fallbacks,
        int calls,
        long tokensIn,
        long tokensOut,
        long tokensCached,
        long microUsd,
        long microUsdReserved,
        String priceTable) {
    /** Nothing was asked of any model. */
    public static final ModelUse NONE = new ModelUse("", 0, 0, 0, 0, 0, 0, 0, "");

    public ModelUse {
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(priceTable, "priceTable");
    }

    /** Whether something was written by less than what was asked for. */
    public boolean degraded() {
        return fallbacks > 0;
    }
}
