/** What arrives over HTTP. Sees jobs through {@code OwnedJobs} alone, never the ledger. */
@NullMarked
package io.digitalworker.ingest.inbound;

import org.jspecify.annotations.NullMarked;
