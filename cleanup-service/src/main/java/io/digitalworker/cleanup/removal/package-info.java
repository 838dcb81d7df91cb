/** The objects of a job, counted and removed. */
@NullMarked
package io.digitalworker.cleanup.removal;

import org.jspecify.annotations.NullMarked;
