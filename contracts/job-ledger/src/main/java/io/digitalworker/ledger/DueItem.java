package io.digitalworker.ledger;

import java.time.Instant;

/** Key of an item whose time has come. The index lags: whoever acts on it reads the item first. */
public record DueItem(String jobId, String metadata, Instant dueAt) {}
