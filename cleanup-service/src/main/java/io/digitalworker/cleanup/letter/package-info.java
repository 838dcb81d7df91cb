/** Dead letters: kept with what they cause, redriven, discarded (design §3). */
@NullMarked
package io.digitalworker.cleanup.letter;

import org.jspecify.annotations.NullMarked;
