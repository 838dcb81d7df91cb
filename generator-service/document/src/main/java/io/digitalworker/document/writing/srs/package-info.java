/** The sections of a software requirements specification. */
@NullMarked
package io.digitalworker.document.writing.srs;

import org.jspecify.annotations.NullMarked;
