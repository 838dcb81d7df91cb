/** The files that a job publishes. */
@NullMarked
package io.digitalworker.document.publication;

import org.jspecify.annotations.NullMarked;
