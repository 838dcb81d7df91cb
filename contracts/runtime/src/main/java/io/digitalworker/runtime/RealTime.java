package io.digitalworker.runtime;

import java.time.Clock;
import java.util.Objects;

/**
 * The time that others tell: queues, file systems, receivers of webhooks. Unlike the services' {@link
 * Clock} it is never moved.
 */
public record RealTime(Clock clock) {
    public RealTime {
        Objects.requireNonNull(clock, "clock");
    }
}
