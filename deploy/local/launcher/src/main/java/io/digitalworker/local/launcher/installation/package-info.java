/** The embedded cloud and the four services as child processes of one parent. */
@NullMarked
package io.digitalworker.local.launcher.installation;

import org.jspecify.annotations.NullMarked;
