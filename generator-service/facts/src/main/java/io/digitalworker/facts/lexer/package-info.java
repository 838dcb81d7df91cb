/** One lexer core; a language is a profile of it. */
@NullMarked
package io.digitalworker.facts.lexer;

import org.jspecify.annotations.NullMarked;
