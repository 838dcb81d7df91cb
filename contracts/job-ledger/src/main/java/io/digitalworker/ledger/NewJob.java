package io.digitalworker.ledger;

import io.digitalworker.api.ObjectRef;
import org.jspecify.annotations.Nullable;

/**
 * A job to be committed; its objects are already stored.
 *
 * @param owner the principal it belongs to
 * @param archive absent where the options do without
 * @param existing the partial document to be kept, where one came
 * @param callback whether its options name a callback address
 */
public record NewJob(
        String jobId,
        String owner,
        String moduleName,
        @Nullable ObjectRef archive,
        ObjectRef descriptor,
        ObjectRef options,
        @Nullable ObjectRef existing,
        boolean callback,
        String requestId,
        @Nullable String traceparent) {}
