package io.digitalworker.ledger;

/** Over what a cap is held. */
public enum BudgetScope {
    /** One job, over all its attempts. */
    JOB,
    /** All jobs of one principal in a day. */
    PRINCIPAL,
    /** All jobs of the installation in a day. */
    ALL
}
