/** {@code factory}: the one program that runs everything on one machine (design §7). */
@NullMarked
package io.digitalworker.local.launcher;

import org.jspecify.annotations.NullMarked;
