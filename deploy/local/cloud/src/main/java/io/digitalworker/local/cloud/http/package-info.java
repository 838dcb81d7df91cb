/** Serving AWS protocols over the HTTP server of the JDK. */
@NullMarked
package io.digitalworker.local.cloud.http;

import org.jspecify.annotations.NullMarked;
