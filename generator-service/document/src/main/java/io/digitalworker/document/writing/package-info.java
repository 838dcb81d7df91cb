/** Facts become prose. */
@NullMarked
package io.digitalworker.document.writing;

import org.jspecify.annotations.NullMarked;
