/** The public API as a caller sees it. */
@NullMarked
package io.digitalworker.local.launcher.client;

import org.jspecify.annotations.NullMarked;
