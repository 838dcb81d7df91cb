/** The sections of a functional specification: what a system does, as those who use it meet it. */
@NullMarked
package io.digitalworker.document.writing.functional;

import org.jspecify.annotations.NullMarked;
