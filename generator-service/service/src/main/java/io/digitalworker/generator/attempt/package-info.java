/** A run at a job: its stages as they are recorded, and what makes it stop before its end. */
@NullMarked
package io.digitalworker.generator.attempt;

import org.jspecify.annotations.NullMarked;
