/** What arrives: terminal events from the queue, and the time of the next attempts. */
@NullMarked
package io.digitalworker.notifier.inbound;

import org.jspecify.annotations.NullMarked;
