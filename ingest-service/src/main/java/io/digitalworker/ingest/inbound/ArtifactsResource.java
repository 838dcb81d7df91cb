package io.digitalworker.ingest.inbound;

import io.digitalworker.api.ErrorCode;
import io.digitalworker.ingest.check.Checked;
import io.digitalworker.ingest.status.FetchArtifact;
import io.digitalworker.ingest.status.JobsByOwner;
import io.digitalworker.ingest.status.OwnedJob;
import io.digitalworker.runtime.http.Problems;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;

/**
 * Leads the owner of a job to its artifacts in the object store. The address holds for whoever has it, so
 * nothing on the way may keep it or pass it on.
 */
@Path("/v1/jobs/{jobId}/artifacts")
@Singleton
public final class ArtifactsResource {
    private final JobsByOwner jobs;
    private final Callers callers;
    private final FetchArtifact fetchArtifact;
    private final Problems problems;

    ArtifactsResource(
            JobsByOwner jobs, Callers callers, FetchArtifact fetchArtifact, Problems problems) {
        this.jobs = jobs;
        this.callers = callers;
        this.fetchArtifact = fetchArtifact;
        this.problems = problems;
    }

    @GET
    @Path("/{name: [^/]+(/[^/]+)?}")
    public Response fetch(@PathParam("jobId") String jobId, @PathParam("name") String name) {
        Optional<OwnedJob> job = jobs.of(callers.current()).find(jobId);
        if (job.isEmpty()) {
            return problems.answer(ErrorCode.JOB_NOT_FOUND);
        }
        Checked<URI> address = fetchArtifact.of(job.get(), name);
        return address instanceof Checked.Sound<URI> found
                ? redirect(found.value())
                : problems.answer(((Checked.Faulty<URI>) address).code());
    }

    private static Response redirect(URI address) {
        return Response.temporaryRedirect(address)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Referrer-Policy", "no-referrer")
                .build();
    }
}
