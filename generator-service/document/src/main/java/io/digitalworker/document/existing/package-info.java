/** A partial document that somebody has written and that is to be kept. */
@NullMarked
package io.digitalworker.document.existing;

import org.jspecify.annotations.NullMarked;
