package io.digitalworker.ingest.inbound;

import io.digitalworker.api.BatchAccepted;
import io.digitalworker.api.ErrorCode;
import io.digitalworker.ingest.batch.AcceptBatch;
import io.digitalworker.ingest.batch.AcceptedBatch;
import io.digitalworker.ingest.batch.ShowBatch;
import io.digitalworker.ingest.check.Checked;
import io.digitalworker.ingest.key.RequestKey;
import io.digitalworker.runtime.http.Problems;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.net.URI;

/** Takes batches, and answers where they stand. */
@Path("/v1/batches")
@Singleton
public final class BatchesResource {
    private final AcceptBatch acceptance;
    private final ShowBatch batches;
    private final Callers callers;
    private final Addresses addresses;
    private final Problems problems;
    private final Keys keys;

    BatchesResource(
            AcceptBatch acceptance,
            ShowBatch batches,
            Callers callers,
            Addresses addresses,
            Problems problems,
            Keys keys) {
        this.acceptance = acceptance;
        this.batches = batches;
        this.callers = callers;
        this.addresses = addresses;
        this.problems = problems;
        this.keys = keys;
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response submit(InputStream body, @Context UriInfo request) {
        Checked<byte[]> read = JsonBody.BATCH.read(body);
        return keys.answer(key -> answer(read, key, request));
    }

    private Response answer(Checked<byte[]> read, RequestKey key, UriInfo request) {
        Checked<AcceptedBatch> answer =
                read.then(bytes -> acceptance.accept(bytes, callers.current(), key));
        return answer instanceof Checked.Faulty<AcceptedBatch> faulty
                ? problems.answer(faulty.code(), faulty.details())
                : accepted(((Checked.Sound<AcceptedBatch>) answer).value(), request);
    }

    private Response accepted(AcceptedBatch batch, UriInfo request) {
        URI status = addresses.batch(batch.batchId(), request);
        BatchAccepted body =
                new BatchAccepted(
                        batch.batchId(),
                        batch.status(),
                        batch.estimatedCompletionTime(),
                        status.toString());
        return Response.accepted(body)
                .location(status)
                .header(HttpHeaders.RETRY_AFTER, Addresses.RETRY_AFTER)
                .build();
    }

    @GET
    @Path("/{batchId}")
    @Produces(MediaType.APPLICATION_JSON)
    public Response show(@PathParam("batchId") String batchId, @Context UriInfo request) {
        return batches.show(
                        batchId,
                        callers.current(),
                        jobId -> addresses.status(jobId, request).toString())
                .map(view -> Response.ok(view).build())
                .orElseGet(() -> problems.answer(ErrorCode.BATCH_NOT_FOUND));
    }
}
