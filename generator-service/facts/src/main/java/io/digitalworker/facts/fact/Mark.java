package io.digitalworker.facts.fact;

import io.digitalworker.facts.source.Evidence;

/**
 * A mark of concurrency control, idempotency or lifecycle.
 *
 * @param kind row-version, condition-expression, idempotency-key, soft-delete, lock, retry, timeout, circuit-breaker
 * @param subject such as Order.Version
 */
public record Mark(String kind, String subject, Confidence confidence, Evidence evidence)
        implements Fact {}
