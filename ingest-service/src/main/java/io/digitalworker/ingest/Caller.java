package io.digitalworker.ingest;

import org.jspecify.annotations.Nullable;

/**
 * Who calls, and how this call is called in logs and traces.
 *
 * @param principal whom jobs belong to
 * @param traceparent W3C trace context, where the caller sent one
 */
public record Caller(String principal, String requestId, @Nullable String traceparent) {}
