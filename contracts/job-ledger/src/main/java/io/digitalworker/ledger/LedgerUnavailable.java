package io.digitalworker.ledger;

/**
 * The table could not be reached, throttled, or kept conflicting: nothing is known to be wrong with the
 * request. Handlers answer with {@code Later}, HTTP with 503.
 */
public final class LedgerUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1;

    public LedgerUnavailable(String operation, Throwable cause) {
        super(operation + ": " + cause.getClass().getSimpleName(), cause);
    }
}
