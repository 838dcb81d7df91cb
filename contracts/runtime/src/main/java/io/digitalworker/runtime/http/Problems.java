package io.digitalworker.runtime.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.digitalworker.api.ErrorCode;
import io.digitalworker.api.FieldError;
import io.digitalworker.api.Problem;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.OptionalInt;

/** Makes the one body of errors, for resources and for what stands before them. */
@Singleton
public final class Problems {
    /** Seconds after which a caller may try again, where the service could not take something. */
    static final int RETRY_AFTER = 5;

    /** Seconds after which another request under the same key is likely to have been answered. */
    static final int KEY_RETRY_AFTER = 2;

    /** What is stored by no cache. */
    static final String NEVER = "no-store";

    private final Clock clock;
    private final ObjectMapper json;
    private final RoutingContext current;

    /**
     * @param current a proxy for the request that this thread answers
     */
    Problems(Clock clock, ObjectMapper json, RoutingContext current) {
        this.clock = clock;
        this.json = json;
        this.current = current;
    }

    /** The answer of a resource to the request of this thread. */
    public Response answer(ErrorCode code, List<FieldError> details) {
        Response.ResponseBuilder answer =
                Response.status(code.httpStatus())
                        .type(Problem.MEDIA_TYPE)
                        .header(HttpHeaders.CACHE_CONTROL, NEVER)
                        .entity(body(code, details, current));
        retryAfter(code).ifPresent(seconds -> answer.header(HttpHeaders.RETRY_AFTER, seconds));
        return answer.build();
    }

    /** {@link #answer(ErrorCode, List)} where no field is to blame. */
    public Response answer(ErrorCode code) {
        return answer(code, List.of());
    }

    /** Ends a request that no resource answers. */
    void end(RoutingContext request, ErrorCode code) {
        var response = request.response().setStatusCode(code.httpStatus());
        response.putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
        response.putHeader(HttpHeaders.CACHE_CONTROL, NEVER);
        retryAfter(code)
                .ifPresent(
                        seconds ->
                                response.putHeader(
                                        HttpHeaders.RETRY_AFTER, Integer.toString(seconds)));
        var unused = response.end(body(code, List.of(), request));
    }

    private static OptionalInt retryAfter(ErrorCode code) {
        return switch (code) {
            case UNAVAILABLE, WEBHOOKS_NOT_CONFIGURED, TOO_MANY_STREAMS ->
                    OptionalInt.of(RETRY_AFTER);
            case IDEMPOTENCY_IN_PROGRESS -> OptionalInt.of(KEY_RETRY_AFTER);
            default -> OptionalInt.empty();
        };
    }

    private String body(ErrorCode code, List<FieldError> details, RoutingContext request) {
        Problem problem =
                Problem.of(
                        code,
                        details,
                        request.request().path(),
                        clock.instant(),
                        RequestIds.of(request));
        try {
            return json.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem can always be written", e);
        }
    }
}
