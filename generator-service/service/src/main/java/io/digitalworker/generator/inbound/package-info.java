/** What arrives, and the only place that decides what becomes of a message (design §3). */
@NullMarked
package io.digitalworker.generator.inbound;

import org.jspecify.annotations.NullMarked;
