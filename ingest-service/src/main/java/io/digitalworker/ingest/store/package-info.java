/** The second step: what was checked goes to the object store. */
@NullMarked
package io.digitalworker.ingest.store;

import org.jspecify.annotations.NullMarked;
