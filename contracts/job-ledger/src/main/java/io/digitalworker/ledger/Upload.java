package io.digitalworker.ledger;

import io.digitalworker.api.ObjectRef;
import java.time.Instant;

/**
 * An upload that was announced; whether anything came is for the bucket to say.
 *
 * @param principal whom it belongs to
 * @param object where it lies, and what it must be
 * @param usableUntil when it can no longer be made or submitted
 * @param deletedAt when it goes from the bucket
 */
public record Upload(
        String uploadId,
        String principal,
        ObjectRef object,
        Instant usableUntil,
        Instant deletedAt) {}
