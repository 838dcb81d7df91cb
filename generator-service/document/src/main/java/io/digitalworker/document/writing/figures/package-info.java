/** Diagrams of a job's facts, ready for the writers of sections. */
@NullMarked
package io.digitalworker.document.writing.figures;

import org.jspecify.annotations.NullMarked;
