package io.digitalworker.runtime;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;

/** The one place where a process looks at the system's clock and makes random ids. */
final class TimeAndIds {
    @Produces
    @Singleton
    Clock clock(ServiceConfig config) {
        return Clock.offset(Clock.systemUTC(), config.clock().offset());
    }

    @Produces
    @Singleton
    RealTime realTime() {
        return new RealTime(Clock.systemUTC());
    }

    @Produces
    @Singleton
    Ids ids() {
        return () -> UUID.randomUUID().toString();
    }
}
