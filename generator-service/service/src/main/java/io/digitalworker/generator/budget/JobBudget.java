package io.digitalworker.generator.budget;

import io.digitalworker.document.prompt.Prompt;
import io.digitalworker.generator.model.TokenUse;
import io.digitalworker.ledger.BudgetRequest;
import io.digitalworker.ledger.Budgets;
import io.digitalworker.ledger.Caps;
import io.digitalworker.ledger.JobUsage;
import io.digitalworker.ledger.Reservation;
import io.digitalworker.ledger.Reserved;
import io.digitalworker.ledger.Usage;

/**
 * What one job may spend on models: every call reserves its greatest cost before it is made, and settles
 * what it took after it. May be used by several threads.
 */
public final class JobBudget {
    private final Budgets budgets;
    private final ModelPrices prices;
    private final String jobId;
    private final String principal;
    private final Caps caps;
    private final Spending spending;

    JobBudget(
            Budgets budgets,
            ModelPrices prices,
            String jobId,
            String principal,
            Caps caps,
            Spending spending) {
        this.budgets = budgets;
        this.prices = prices;
        this.jobId = jobId;
        this.principal = principal;
        this.caps = caps;
        this.spending = spending;
    }

    /**
     * Reserves what the call may take at most, or tells which cap is in the way.
     *
     * @param maxTokens of the answer
     * @throws io.digitalworker.ledger.LedgerUnavailable if the ledger is out of reach: no call then
     */
    public Reserved reserve(String model, Prompt prompt, int maxTokens) {
        Pricing.Bound most = prices.of(model).reservation(prompt, maxTokens);
        Reserved answer =
                budgets.reserve(
                        new BudgetRequest(jobId, principal, most.microUsd(), most.tokens(), caps));
        if (answer instanceof Reserved.Refused refused) {
            spending.refused(refused.scope());
        }
        return answer;
    }

    /** Puts what the call took in the place of what was reserved. */
    public Usage settle(Reservation reservation, String model, TokenUse use) {
        Usage actual = prices.of(model).cost(use);
        budgets.settle(reservation, actual);
        spending.settled(model, actual);
        return actual;
    }

    /** Gives back what a call held that the model did not take. */
    public void release(Reservation reservation) {
        budgets.settle(reservation, Usage.NONE);
        spending.released();
    }

    /**
     * The job succeeded.
     *
     * @param degradedSections written by less than what was asked for
     */
    public void ended(JobUsage usage, int degradedSections) {
        spending.ended(usage.settled().microUsd(), degradedSections);
    }

    /** Whether an operator keeps models from being called; to be asked before each section. */
    public boolean modelIsOff() {
        return budgets.modelIsOff();
    }

    /** What was spent so far, also by earlier attempts. */
    public JobUsage usage() {
        return budgets.usage(jobId);
    }

    /** Version of the prices that it counts with. */
    public String priceTable() {
        return prices.version();
    }

    /** What the model costs. */
    public Pricing pricing(String model) {
        return prices.of(model);
    }

    /** What this job may spend at most, in millionths of a US dollar. */
    public long mostMicroUsd() {
        return Math.min(
                caps.job().microUsd(),
                Math.min(caps.principal().microUsd(), caps.all().microUsd()));
    }
}
