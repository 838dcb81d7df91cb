/** Which sections a document has; outlines are data. */
@NullMarked
package io.digitalworker.document.outline;

import org.jspecify.annotations.NullMarked;
