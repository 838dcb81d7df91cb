/** Sections in a model's words: asked for, checked, repaired, kept, or given up (design §5). */
@NullMarked
package io.digitalworker.generator.writing;

import org.jspecify.annotations.NullMarked;
