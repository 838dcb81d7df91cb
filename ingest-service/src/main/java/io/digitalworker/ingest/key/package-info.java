/** Requests that may be sent again under the same {@code Idempotency-Key}. */
@NullMarked
package io.digitalworker.ingest.key;

import org.jspecify.annotations.NullMarked;
