/** The events on the bus {@code digital-worker}, one record per {@code detail-type} (design §4.3). */
@NullMarked
package io.digitalworker.api.event;

import org.jspecify.annotations.NullMarked;
