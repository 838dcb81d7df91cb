package io.digitalworker.generator.attempt;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** A worker that a stage never gives back is only had again by a restart. */
@Liveness
@Singleton
final class StuckWorkers implements HealthCheck {
    private final Watchdog watchdog;

    StuckWorkers(Watchdog watchdog) {
        this.watchdog = watchdog;
    }

    @Override
    public HealthCheckResponse call() {
        long stuck = watchdog.stuck();
        return HealthCheckResponse.named("workers")
                .status(stuck == 0)
                .withData("stuck", stuck)
                .build();
    }
}
