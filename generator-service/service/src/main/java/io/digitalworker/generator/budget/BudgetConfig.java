package io.digitalworker.generator.budget;

import io.smallrye.config.ConfigMapping;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Optional;

/** What may be spent on models, in US dollars. Days are UTC. */
@ConfigMapping(prefix = "digitalworker.budget")
public interface BudgetConfig {
    /** By one job over all its attempts; its options may ask for less, never for more. */
    BigDecimal jobUsd();

    /** Read and written together, by one job over all its attempts; as above. */
    long jobTokens();

    /** By all jobs of one principal in a day. */
    BigDecimal principalUsdPerDay();

    /** By all jobs in a day. */
    BigDecimal usdPerDay();

    /** A price table in place of the one that is built in. */
    Optional<Path> prices();
}
