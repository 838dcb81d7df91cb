package io.digitalworker.ledger;

import java.time.LocalDate;

/**
 * The right to one call of a model. It ends by {@link Budgets#settle}; if that never comes, it counts
 * against the caps of its day until the day is over (UTC), and against its job's for good.
 *
 * @param day of the reservation; the call is settled on it, also after midnight
 * @param principal hashed
 */
public record Reservation(
        String id, String jobId, String principal, LocalDate day, long microUsd, long tokens) {}
