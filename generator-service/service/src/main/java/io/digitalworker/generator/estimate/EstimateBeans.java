package io.digitalworker.generator.estimate;

import io.digitalworker.document.prompt.PromptLimits;
import io.digitalworker.generator.budget.ModelPrices;
import io.digitalworker.generator.model.BedrockConfig;
import io.digitalworker.generator.model.Models;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Estimates for the first of the configured models. */
final class EstimateBeans {
    @Produces
    @Singleton
    Estimates estimates(Models models, BedrockConfig config) {
        return new Estimates(
                models.ids().stream()
                        .findFirst()
                        .map(id -> new Estimates.Asked(id, models.maxTokens())),
                new SectionPrompts(PromptLimits.of(config.promptTokens())));
    }

    /** A model without a price keeps the service from starting, since no cap could be held. */
    void price(@Observes StartupEvent started, Models models, ModelPrices prices) {
        models.ids().forEach(prices::of);
    }
}
