/** The sections of the technical design: how the features are realised, and what would break. */
@NullMarked
package io.digitalworker.document.writing.design;

import org.jspecify.annotations.NullMarked;
