package io.digitalworker.notifier.webhook;

import java.util.List;

/** Knows which versions of a principal's secret sign now. */
@FunctionalInterface
interface SigningVersions {
    /** At least one, latest first; what the ledger throws comes through. */
    List<Integer> of(String principal);
}
