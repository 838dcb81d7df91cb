/** What a job would cost, told without writing it. */
@NullMarked
package io.digitalworker.generator.estimate;

import org.jspecify.annotations.NullMarked;
