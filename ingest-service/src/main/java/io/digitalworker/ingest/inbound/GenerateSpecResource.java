package io.digitalworker.ingest.inbound;

import io.digitalworker.api.ErrorCode;
import io.digitalworker.api.FieldError;
import io.digitalworker.ingest.AcceptSubmission;
import io.digitalworker.ingest.Outcome;
import io.digitalworker.ingest.Submission;
import io.digitalworker.ingest.check.Checked;
import io.digitalworker.ingest.key.RequestKey;
import io.digitalworker.runtime.http.Problems;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.List;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;

/** Takes submissions. The form is on disk when a method is called, and gone after the answer. */
@Path("/v1/generate-spec")
@Idempotent
@Singleton
public final class GenerateSpecResource {
    private final AcceptSubmission acceptance;
    private final Callers callers;
    private final Addresses addresses;
    private final Problems problems;
    private final Keys keys;

    GenerateSpecResource(
            AcceptSubmission acceptance,
            Callers callers,
            Addresses addresses,
            Problems problems,
            Keys keys) {
        this.acceptance = acceptance;
        this.callers = callers;
        this.addresses = addresses;
        this.problems = problems;
        this.keys = keys;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces(MediaType.APPLICATION_JSON)
    public Response submit(MultipartFormDataInput input, @Context UriInfo request) {
        SubmissionForm form = new SubmissionForm(input);
        List<FieldError> faults = form.faults();
        Checked<Submission> read =
                faults.isEmpty()
                        ? new Checked.Sound<>(form.submission())
                        : new Checked.Faulty<>(ErrorCode.REQUEST_MALFORMED, faults);
        return keys.answer(key -> answer(read, key, request));
    }

    /** With an archive that was uploaded before. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response submit(InputStream body, @Context UriInfo request) {
        Checked<Submission> read = JsonBody.SUBMISSION.read(body).then(SubmissionJson::read);
        return keys.answer(key -> answer(read, key, request));
    }

    private Response answer(Checked<Submission> read, RequestKey key, UriInfo request) {
        if (read instanceof Checked.Faulty<Submission> faulty) {
            return problems.answer(faulty.code(), faulty.details());
        }
        Submission submission = ((Checked.Sound<Submission>) read).value();
        Outcome outcome = acceptance.accept(submission, callers.current(), key);
        if (outcome instanceof Outcome.Refused refused) {
            return problems.answer(refused.code(), refused.details());
        }
        return addresses.accepted(((Outcome.Accepted) outcome).jobId(), request);
    }
}
