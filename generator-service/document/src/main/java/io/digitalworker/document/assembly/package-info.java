/** Typed prose becomes one document tree. */
@NullMarked
package io.digitalworker.document.assembly;

import org.jspecify.annotations.NullMarked;
