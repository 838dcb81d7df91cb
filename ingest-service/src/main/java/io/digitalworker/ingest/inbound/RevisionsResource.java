package io.digitalworker.ingest.inbound;

import io.digitalworker.ingest.AcceptRevision;
import io.digitalworker.ingest.Caller;
import io.digitalworker.ingest.Outcome;
import io.digitalworker.ingest.status.JobsByOwner;
import io.digitalworker.runtime.http.Problems;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** Takes revisions of the documents of a finished job. */
@Path("/v1/jobs/{jobId}/revisions")
@Singleton
public final class RevisionsResource {
    private final AcceptRevision acceptance;
    private final JobsByOwner jobs;
    private final Callers callers;
    private final Addresses addresses;
    private final Problems problems;

    RevisionsResource(
            AcceptRevision acceptance,
            JobsByOwner jobs,
            Callers callers,
            Addresses addresses,
            Problems problems) {
        this.acceptance = acceptance;
        this.jobs = jobs;
        this.callers = callers;
        this.addresses = addresses;
        this.problems = problems;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response revise(
            @PathParam("jobId") String jobId, byte[] body, @Context UriInfo request) {
        Caller caller = callers.current();
        Outcome outcome = acceptance.accept(jobs.of(caller), jobId, body, caller);
        if (outcome instanceof Outcome.Refused refused) {
            return problems.answer(refused.code(), refused.details());
        }
        return addresses.accepted(((Outcome.Accepted) outcome).jobId(), request);
    }
}
