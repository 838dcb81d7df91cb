package io.digitalworker.ledger;

import java.time.Instant;

/** Where a page of an owner's jobs ends: everything newer, and this one, is behind the reader. */
public record JobPosition(Instant submittedAt, String jobId) {}
