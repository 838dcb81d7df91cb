package io.digitalworker.ingest.inbound;

import io.digitalworker.api.JobAccepted;
import io.digitalworker.runtime.ServiceConfig;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;

/** Absolute addresses of the API: as configured, or as the caller addressed this request. */
@Singleton
final class Addresses {
    /** Seconds after which asking for the status makes sense. */
    static final int RETRY_AFTER = 2;

    private final ServiceConfig config;

    Addresses(ServiceConfig config) {
        this.config = config;
    }

    /** The answer 202 to whoever asked for a job. */
    Response accepted(String jobId, UriInfo request) {
        URI status = status(jobId, request);
        return Response.accepted(new JobAccepted(jobId, status.toString()))
                .location(status)
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER)
                .build();
    }

    URI status(String jobId, UriInfo request) {
        return at(request, "job-status", jobId);
    }

    URI batch(String batchId, UriInfo request) {
        return at(request, "batches", batchId);
    }

    private URI at(UriInfo request, String resource, String id) {
        URI base = config.publicUrl().orElseGet(request::getBaseUri);
        return UriBuilder.fromUri(base).path("v1").path(resource).path(id).build();
    }
}
