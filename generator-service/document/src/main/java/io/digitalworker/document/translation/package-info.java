/** Checked prose in the language of the document: words change, what they mention stays. */
@NullMarked
package io.digitalworker.document.translation;

import org.jspecify.annotations.NullMarked;
