/** The first step: everything about a submission is checked before anything is stored. */
@NullMarked
package io.digitalworker.ingest.check;

import org.jspecify.annotations.NullMarked;
