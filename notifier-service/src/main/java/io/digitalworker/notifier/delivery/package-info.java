/** One delivery of one event over one channel: its attempts, and what becomes of it. */
@NullMarked
package io.digitalworker.notifier.delivery;

import org.jspecify.annotations.NullMarked;
