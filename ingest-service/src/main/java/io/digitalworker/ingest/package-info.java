/** Accepts submissions and answers for their status (design §4.1). {@link io.digitalworker.ingest.AcceptSubmission} is the act. */
@NullMarked
package io.digitalworker.ingest;

import org.jspecify.annotations.NullMarked;
