/** What a client is told of this installation before it has signed in. */
@NullMarked
package io.digitalworker.ingest.settings;

import org.jspecify.annotations.NullMarked;
