package io.digitalworker.ingest.inbound;

import io.digitalworker.api.ErrorCode;
import io.digitalworker.api.FieldError;
import io.digitalworker.ingest.follow.FollowJob;
import io.digitalworker.ingest.follow.FollowJob.Followed;
import io.digitalworker.ingest.follow.Told;
import io.digitalworker.runtime.http.Problems;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.List;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jspecify.annotations.Nullable;

/** Tells a job's events as server-sent events. The id of a message is the sequence of its event. */
@Path("/v1/jobs/{jobId}/events")
@Singleton
public final class JobEventsResource {
    /** Milliseconds after which a client that was cut off comes again. */
    private static final int RETRY = 2_000;

    private final FollowJob followJob;
    private final Callers callers;
    private final Problems problems;

    JobEventsResource(FollowJob followJob, Callers callers, Problems problems) {
        this.followJob = followJob;
        this.callers = callers;
        this.problems = problems;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Blocking
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    public Multi<OutboundSseEvent> follow(
            @PathParam("jobId") String jobId,
            @HeaderParam("Last-Event-ID") @Nullable String lastEventId,
            @Context Sse sse,
            @Context RoutingContext request) {
        Followed followed = followJob.follow(callers.current(), jobId, sequence(lastEventId));
        if (followed instanceof Followed.Stream stream) {
            // also where the caller goes away before the first message
            request.addEndHandler(end -> stream.close().run());
            return stream.messages().map(told -> message(told, sse));
        }
        throw new AnswerInstead(answer(followed));
    }

    private Response answer(Followed followed) {
        return followed instanceof Followed.Refused refused
                ? problems.answer(refused.code(), refused.details())
                : Response.noContent().header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    private long sequence(@Nullable String lastEventId) {
        if (lastEventId == null || lastEventId.isEmpty()) {
            return 0;
        }
        if (lastEventId.matches("[0-9]{1,6}")) {
            return Long.parseLong(lastEventId);
        }
        FieldError fault = new FieldError("Last-Event-ID", "must be an id of this stream");
        throw new AnswerInstead(problems.answer(ErrorCode.REQUEST_MALFORMED, List.of(fault)));
    }

    private static OutboundSseEvent message(Told told, Sse sse) {
        OutboundSseEvent.Builder message = sse.newEventBuilder().reconnectDelay(RETRY);
        if (told instanceof Told.Event event) {
            return message.id(Long.toString(event.sequence()))
                    .name(event.name())
                    .data(String.class, event.detail())
                    .build();
        }
        if (told instanceof Told.Progress progress) {
            return message.name("progress").data(String.class, json(progress)).build();
        }
        return message.comment("still here").build();
    }

    /** Stages are words of ours. */
    private static String json(Told.Progress told) {
        return "{\"stage\":\"%s\",\"progress\":%d}".formatted(told.stage(), told.progress());
    }
}
