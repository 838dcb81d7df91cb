/** What a person at the terminal sees. */
@NullMarked
package io.digitalworker.local.launcher.terminal;

import org.jspecify.annotations.NullMarked;
