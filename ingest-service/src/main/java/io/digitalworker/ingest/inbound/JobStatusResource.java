package io.digitalworker.ingest.inbound;

import io.digitalworker.api.ErrorCode;
import io.digitalworker.ingest.status.JobsByOwner;
import io.digitalworker.ingest.status.OwnedJob;
import io.digitalworker.ingest.status.ShowStatus;
import io.digitalworker.runtime.http.Problems;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

/** Answers where a job stands. */
@Path("/v1/job-status")
@Singleton
public final class JobStatusResource {
    private final JobsByOwner jobs;
    private final Callers callers;
    private final ShowStatus status;
    private final Problems problems;

    JobStatusResource(JobsByOwner jobs, Callers callers, ShowStatus status, Problems problems) {
        this.jobs = jobs;
        this.callers = callers;
        this.status = status;
        this.problems = problems;
    }

    @GET
    @Path("/{jobId}")
    @Produces(MediaType.APPLICATION_JSON)
    public Response show(@PathParam("jobId") String jobId, @Context Request request) {
        return jobs.of(callers.current())
                .find(jobId)
                .map(job -> answer(job, request))
                .orElseGet(() -> problems.answer(ErrorCode.JOB_NOT_FOUND));
    }

    /** Stored by the caller alone, and asked for again each time. */
    private Response answer(OwnedJob job, Request request) {
        ShowStatus.Shown shown = status.show(job);
        EntityTag tag = new EntityTag(shown.tag());
        Response.ResponseBuilder answer =
                isKnown(tag, request) ? Response.notModified() : Response.ok(shown.view().get());
        return answer.tag(tag).header(HttpHeaders.CACHE_CONTROL, "private, no-cache").build();
    }

    /** {@code If-None-Match} alone is heeded: {@code If-Match} is for what can be changed. */
    private static boolean isKnown(EntityTag tag, Request request) {
        Response.ResponseBuilder instead = request.evaluatePreconditions(tag);
        return instead != null
                && instead.build().getStatus() == Response.Status.NOT_MODIFIED.getStatusCode();
    }
}
