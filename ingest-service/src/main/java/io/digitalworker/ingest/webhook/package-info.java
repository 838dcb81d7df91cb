/** The secret that signs a caller's webhooks, shown and replaced. */
@NullMarked
package io.digitalworker.ingest.webhook;

import org.jspecify.annotations.NullMarked;
