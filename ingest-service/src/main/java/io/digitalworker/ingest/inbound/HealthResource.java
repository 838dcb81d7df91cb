package io.digitalworker.ingest.inbound;

import io.digitalworker.api.Health;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The health that the API promises; what operators ask for is under {@code /q/health}. */
@Path("/v1/health")
@Singleton
public final class HealthResource {
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @NonBlocking
    public Health health() {
        return Health.OK;
    }
}
