/** Expressions and statements of the languages, as far as facts need them; tolerant of any text. */
@NullMarked
package io.digitalworker.facts.syntax;

import org.jspecify.annotations.NullMarked;
