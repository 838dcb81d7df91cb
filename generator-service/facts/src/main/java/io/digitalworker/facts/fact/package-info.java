/** The kinds of facts, as they stand in {@code facts.json} (design §4.7). */
@NullMarked
package io.digitalworker.facts.fact;

import org.jspecify.annotations.NullMarked;
