/** Languages, files, lines and modules of an archive, and what was left out of it. */
@NullMarked
package io.digitalworker.facts.inventory;

import org.jspecify.annotations.NullMarked;
