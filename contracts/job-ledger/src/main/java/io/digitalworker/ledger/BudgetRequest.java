package io.digitalworker.ledger;

/**
 * Asks for what a call may cost at most.
 *
 * @param principal whom the job belongs to; the ledger keeps its hash only
 * @param microUsd millionths of a US dollar
 * @param tokens read and written together
 */
public record BudgetRequest(String jobId, String principal, long microUsd, long tokens, Caps caps) {
    public BudgetRequest {
        if (microUsd < 0 || tokens < 0) {
            throw new IllegalArgumentException(
                    "nothing below 0 is reserved: "
                            + microUsd
                            + " micro USD, "
                            + tokens
                            + " tokens");
        }
    }
}
