package io.digitalworker.runtime;

import io.digitalworker.ledger.JobLedger;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while the ledger answers. Whether a process is alive does not depend on the cloud. */
@Readiness
@Singleton
final class LedgerReadiness implements HealthCheck {
    private static final String NO_JOB = "readiness";
    private final JobLedger ledger;

    LedgerReadiness(JobLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("ledger").status(answers()).build();
    }

    private boolean answers() {
        try {
            ledger.find(NO_JOB);
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }
}
