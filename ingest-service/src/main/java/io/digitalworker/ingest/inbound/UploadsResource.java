package io.digitalworker.ingest.inbound;

import io.digitalworker.api.UploadAddress;
import io.digitalworker.ingest.AnnounceUpload;
import io.digitalworker.ingest.check.Checked;
import io.digitalworker.runtime.http.Problems;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;

/** Gives addresses to upload archives to. */
@Path("/v1/uploads")
@Singleton
public final class UploadsResource {
    private final AnnounceUpload announcement;
    private final Callers callers;
    private final Problems problems;

    UploadsResource(AnnounceUpload announcement, Callers callers, Problems problems) {
        this.announcement = announcement;
        this.callers = callers;
        this.problems = problems;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response announce(InputStream body) {
        Checked<UploadAddress> answer =
                JsonBody.SMALL
                        .read(body)
                        .then(bytes -> announcement.announce(bytes, callers.current()));
        if (answer instanceof Checked.Faulty<UploadAddress> faulty) {
            return problems.answer(faulty.code(), faulty.details());
        }
        return Response.status(Response.Status.CREATED)
                .entity(((Checked.Sound<UploadAddress>) answer).value())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
