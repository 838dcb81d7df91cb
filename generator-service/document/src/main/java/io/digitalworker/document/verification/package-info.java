/** Nothing is published that the archive does not bear out. */
@NullMarked
package io.digitalworker.document.verification;

import org.jspecify.annotations.NullMarked;
