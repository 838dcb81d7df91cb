/** What a caller may see of a job. */
@NullMarked
package io.digitalworker.ingest.status;

import org.jspecify.annotations.NullMarked;
