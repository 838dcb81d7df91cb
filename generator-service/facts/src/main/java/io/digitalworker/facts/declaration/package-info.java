/** Types and members with their lines: one small scanner per family of languages. */
@NullMarked
package io.digitalworker.facts.declaration;

import org.jspecify.annotations.NullMarked;
