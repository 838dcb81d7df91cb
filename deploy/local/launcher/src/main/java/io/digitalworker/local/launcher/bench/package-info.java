/** What measurements are made of: child processes with time and memory, made-up code, the machine. */
@NullMarked
package io.digitalworker.local.launcher.bench;

import org.jspecify.annotations.NullMarked;
