package io.digitalworker.cleanup.inbound;

import io.digitalworker.api.DeadLetterList;
import io.digitalworker.api.DeadLetterView;
import io.digitalworker.api.ErrorCode;
import io.digitalworker.api.FieldError;
import io.digitalworker.cleanup.letter.SettleLetter;
import io.digitalworker.cleanup.letter.SettleLetter.Settled;
import io.digitalworker.ledger.DeadLetter;
import io.digitalworker.ledger.DeadLetters;
import io.digitalworker.runtime.http.Problems;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** The dead letters, for operators. */
@Path("/v1/dead-letters")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class DeadLetterResource {
    private static final int MOST = 200;

    private final DeadLetters letters;
    private final SettleLetter settleLetter;
    private final Problems problems;

    DeadLetterResource(DeadLetters letters, SettleLetter settleLetter, Problems problems) {
        this.letters = letters;
        this.settleLetter = settleLetter;
        this.problems = problems;
    }

    @GET
    public Response list(@QueryParam("limit") @DefaultValue("50") String limit) {
        if (!limit.matches("[1-9][0-9]{0,2}") || Integer.parseInt(limit) > MOST) {
            FieldError fault = new FieldError("limit", "must be a number from 1 to " + MOST);
            return problems.answer(ErrorCode.REQUEST_MALFORMED, List.of(fault));
        }
        List<DeadLetterView> waiting =
                letters.waiting(Integer.parseInt(limit)).stream()
                        .map(DeadLetterResource::view)
                        .toList();
        return fresh(Response.ok(new DeadLetterList(waiting)));
    }

    @POST
    @Path("/{jobId}/{queue}/{messageId}/redrive")
    public Response redrive(
            @PathParam("jobId") String jobId,
            @PathParam("queue") String queue,
            @PathParam("messageId") String messageId) {
        return answer(settleLetter.redrive(jobId, queue, messageId), Response.accepted());
    }

    @POST
    @Path("/{jobId}/{queue}/{messageId}/discard")
    public Response discard(
            @PathParam("jobId") String jobId,
            @PathParam("queue") String queue,
            @PathParam("messageId") String messageId) {
        return answer(settleLetter.discard(jobId, queue, messageId), Response.ok());
    }

    private Response answer(Settled settled, Response.ResponseBuilder success) {
        if (settled instanceof Settled.Closed closed) {
            return fresh(success.entity(view(closed.letter())));
        }
        return problems.answer(((Settled.Refused) settled).code());
    }

    private static Response fresh(Response.ResponseBuilder answer) {
        return answer.header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    private static DeadLetterView view(DeadLetter letter) {
        return new DeadLetterView(
                letter.jobId(),
                letter.queue(),
                letter.messageId(),
                letter.eventId(),
                letter.receives(),
                letter.code().name(),
                letter.cause(),
                letter.receivedAt(),
                letter.state());
    }
}
