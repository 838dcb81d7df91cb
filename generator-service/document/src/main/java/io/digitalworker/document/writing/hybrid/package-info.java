/** A partial document is kept, completed and checked against the code. */
@NullMarked
package io.digitalworker.document.writing.hybrid;

import org.jspecify.annotations.NullMarked;
