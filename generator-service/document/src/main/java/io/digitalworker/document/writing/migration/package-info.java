/** From what the code is today to what the descriptor wants it to be. */
@NullMarked
package io.digitalworker.document.writing.migration;

import org.jspecify.annotations.NullMarked;
