/** From the archive of a job to its published artifacts (design §5). */
@NullMarked
package io.digitalworker.generator;

import org.jspecify.annotations.NullMarked;
