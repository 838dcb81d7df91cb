/** The sections that frame every document. */
@NullMarked
package io.digitalworker.document.writing.frame;

import org.jspecify.annotations.NullMarked;
