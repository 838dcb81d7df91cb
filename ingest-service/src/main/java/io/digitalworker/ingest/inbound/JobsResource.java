package io.digitalworker.ingest.inbound;

import io.digitalworker.api.ErrorCode;
import io.digitalworker.api.JobDeletion;
import io.digitalworker.api.JobList;
import io.digitalworker.ingest.DeleteJob;
import io.digitalworker.ingest.check.Checked;
import io.digitalworker.ingest.status.JobsByOwner;
import io.digitalworker.ingest.status.ListJobs;
import io.digitalworker.ingest.status.ListQuery;
import io.digitalworker.ingest.status.OwnedJobs;
import io.digitalworker.runtime.http.Problems;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jspecify.annotations.Nullable;

/** Lists the caller's jobs, and deletes one. */
@Path("/v1/jobs")
@Singleton
public final class JobsResource {
    private final JobsByOwner jobs;
    private final Callers callers;
    private final ListJobs listJobs;
    private final DeleteJob deleteJob;
    private final Addresses addresses;
    private final Problems problems;

    JobsResource(
            JobsByOwner jobs,
            Callers callers,
            ListJobs listJobs,
            DeleteJob deleteJob,
            Addresses addresses,
            Problems problems) {
        this.jobs = jobs;
        this.callers = callers;
        this.listJobs = listJobs;
        this.deleteJob = deleteJob;
        this.addresses = addresses;
        this.problems = problems;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response list(
            @QueryParam("status") @Nullable String status,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo request) {
        Checked<ListQuery> query = ListQuery.of(status, limit, cursor);
        if (query instanceof Checked.Faulty<ListQuery> faulty) {
            return problems.answer(faulty.code(), faulty.details());
        }
        JobList page =
                listJobs.page(
                        mine(),
                        ((Checked.Sound<ListQuery>) query).value(),
                        jobId -> addresses.status(jobId, request).toString());
        return Response.ok(page).header(HttpHeaders.CACHE_CONTROL, "private, no-cache").build();
    }

    @DELETE
    @Path("/{jobId}")
    @Produces(MediaType.APPLICATION_JSON)
    public Response delete(@PathParam("jobId") String jobId) {
        return deleteJob
                .delete(mine(), jobId)
                .map(JobsResource::accepted)
                .orElseGet(() -> problems.answer(ErrorCode.JOB_NOT_FOUND));
    }

    private static Response accepted(JobDeletion deletion) {
        return Response.accepted(deletion).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    private OwnedJobs mine() {
        return jobs.of(callers.current());
    }
}
