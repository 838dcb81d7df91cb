/** Starts and ends the embedded cloud as a child process; JDK only. */
@NullMarked
package io.digitalworker.local.process;

import org.jspecify.annotations.NullMarked;
