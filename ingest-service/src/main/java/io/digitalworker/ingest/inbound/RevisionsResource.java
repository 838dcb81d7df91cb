package io.digitalworker.ingest.inbound;

import io.digitalworker.ingest.AcceptRevision;
import io.digitalworker.ingest.Caller;
import io.digitalworker.ingest.Outcome;
import io.digitalworker.ingest.key.RequestKey;
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
@Idempotent
@Singleton
public final class RevisionsResource {
    private final AcceptRevision acceptance;
    private final JobsByOwner jobs;
    private final Callers callers;
    private final Addresses addresses;
    private final Problems problems;
    private final Keys keys;

    RevisionsResource(
            AcceptRevision acceptance,
            JobsByOwner jobs,
            Callers callers,
            Addresses addresses,
            Problems problems,
            Keys keys) {
        this.acceptance = acceptance;
        this.jobs = jobs;
        this.callers = callers;
        this.addresses = addresses;
        this.problems = problems;
        this.keys = keys;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response revise(
            @PathParam("jobId") String jobId, byte[] body, @Context UriInfo request) {
        return keys.answer(key -> answer(jobId, body, key, request));
    }

    private Response answer(String jobId, byte[] body, RequestKey key, UriInfo request) {
        Caller caller = callers.current();
        Outcome outcome = acceptance.accept(jobs.of(caller), jobId, body, caller, key);
        if (outcome instanceof Outcome.Refused refused) {
            return problems.answer(refused.code(), refused.details());
        }
        return addresses.accepted(((Outcome.Accepted) outcome).jobId(), request);
    }
}
