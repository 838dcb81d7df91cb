package io.digitalworker.ingest.inbound;

import io.digitalworker.runtime.ServiceConfig;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;

/** Absolute addresses of the API: as configured, or as the caller addressed this request. */
@Singleton
final class Addresses {
    private final ServiceConfig config;

    Addresses(ServiceConfig config) {
        this.config = config;
    }

    URI status(String jobId, UriInfo request) {
        URI base = config.publicUrl().orElseGet(request::getBaseUri);
        return UriBuilder.fromUri(base).path("v1").path("job-status").path(jobId).build();
    }
}
