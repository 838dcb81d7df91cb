/** Typed prose: what a writer writes, and what verification and rendering read (design §5). */
@NullMarked
package io.digitalworker.document.prose;

import org.jspecify.annotations.NullMarked;
