/** A document from the descriptor alone: what is intended, what is assumed, what has to be asked. */
@NullMarked
package io.digitalworker.document.writing.greenfield;

import org.jspecify.annotations.NullMarked;
