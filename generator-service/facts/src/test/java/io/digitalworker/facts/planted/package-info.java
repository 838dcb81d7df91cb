/** A made-up application with secrets in it, for the tests of all modules that must not let one out. */
@NullMarked
package io.digitalworker.facts.planted;

import org.jspecify.annotations.NullMarked;
