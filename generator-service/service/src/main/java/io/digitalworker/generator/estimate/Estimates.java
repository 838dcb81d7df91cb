package io.digitalworker.generator.estimate;

import io.digitalworker.api.Estimate;
import io.digitalworker.api.Options;
import io.digitalworker.document.brief.Material;
import io.digitalworker.document.brief.SectionBrief;
import io.digitalworker.document.outline.Outline;
import io.digitalworker.document.prompt.Prompt;
import io.digitalworker.facts.source.SourceTree;
import io.digitalworker.generator.budget.JobBudget;
import io.digitalworker.generator.budget.Pricing;
import io.digitalworker.generator.model.TokenUse;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells what a job would cost from the prompts that it would send, without sending any. */
public final class Estimates {
    /** A section is asked for once, and repaired at most twice (design §5). */
    private static final int MOST_CALLS = 3;

    /** Of what an answer may be, this part at least is written. */
    private static final int LEAST_OF_ANSWER = 4;

    private final Optional<Asked> asked;
    private final Prompting prompting;

    /**
     * The model that writes.
     *
     * @param maxTokens of an answer
     */
    public record Asked(String model, int maxTokens) {}

    /** What a section would be asked for; empty where it would be written without a model. */
    @FunctionalInterface
    public interface Prompting {
        Optional<SizedPrompt> of(SectionBrief brief, SourceTree tree);
    }

    /**
     * @param tokens as far as its characters tell
     */
    public record SizedPrompt(Prompt prompt, long tokens) {}

    /**
     * @param asked absent where no model is configured
     */
    public Estimates(Optional<Asked> asked, Prompting prompting) {
        this.asked = asked;
        this.prompting = prompting;
    }

    public Estimate of(
            Options options,
            List<Outline> outlines,
            Material material,
            SourceTree tree,
            JobBudget budget) {
        List<SectionBrief> briefs =
                outlines.stream()
                        .flatMap(outline -> material.under(outline).briefs().stream())
                        .toList();
        Optional<String> reason = without(options, budget);
        return reason.isPresent()
                ? Estimate.free(briefs.size(), reason.get())
                : priced(briefs, tree, asked.orElseThrow(), budget);
    }

    private Optional<String> without(Options options, JobBudget budget) {
        if ("extractive".equals(options.writer())) {
            return Optional.of("asked-for");
        }
        if (asked.isEmpty()) {
            return Optional.of("no-model");
        }
        if (!"en".equals(options.language())) {
            return Optional.of("language");
        }
        return budget.modelIsOff() ? Optional.of("switched-off") : Optional.empty();
    }

    private Estimate priced(
            List<SectionBrief> briefs, SourceTree tree, Asked model, JobBudget budget) {
        List<SizedPrompt> prompts = new ArrayList<>();
        for (SectionBrief brief : briefs) {
            prompting.of(brief, tree).ifPresent(prompts::add);
        }
        if (prompts.isEmpty()) {
            return Estimate.free(briefs.size(), "no-section");
        }
        Pricing pricing = budget.pricing(model.model());
        int calls = prompts.size();
        return new Estimate(
                calls,
                prompts.stream().mapToLong(SizedPrompt::tokens).sum(),
                (long) calls * model.maxTokens(),
                usd(least(prompts, pricing, model.maxTokens())),
                usd(Math.min(most(prompts, pricing, model.maxTokens()), budget.mostMicroUsd())),
                Estimate.USD,
                budget.priceTable(),
                calls,
                briefs.size() - calls,
                null);
    }

    private static long least(List<SizedPrompt> prompts, Pricing pricing, int maxTokens) {
        return prompts.stream()
                .map(prompt -> read(prompt.tokens(), maxTokens / LEAST_OF_ANSWER))
                .mapToLong(use -> pricing.cost(use).microUsd())
                .sum();
    }

    private static TokenUse read(long cached, long answered) {
        return new TokenUse(cached, answered, cached, 0);
    }

    private static long most(List<SizedPrompt> prompts, Pricing pricing, int maxTokens) {
        return prompts.stream()
                .mapToLong(prompt -> pricing.reservation(prompt.prompt(), maxTokens).microUsd())
                .map(once -> once * MOST_CALLS)
                .sum();
    }

    private static BigDecimal usd(long micro) {
        return BigDecimal.valueOf(micro, 6);
    }
}
