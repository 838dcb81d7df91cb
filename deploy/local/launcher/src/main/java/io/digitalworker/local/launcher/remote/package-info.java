/** Commands for an installation that runs elsewhere: they know its API alone. */
@NullMarked
package io.digitalworker.local.launcher.remote;

import org.jspecify.annotations.NullMarked;
