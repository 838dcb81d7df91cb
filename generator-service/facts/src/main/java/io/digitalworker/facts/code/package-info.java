/** The code of an archive, read once: files with their declarations, and what refers to what. */
@NullMarked
package io.digitalworker.facts.code;

import org.jspecify.annotations.NullMarked;
