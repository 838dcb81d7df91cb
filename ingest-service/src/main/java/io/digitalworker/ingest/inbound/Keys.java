package io.digitalworker.ingest.inbound;

import io.digitalworker.api.ErrorCode;
import io.digitalworker.ingest.key.ClaimKey;
import io.digitalworker.ingest.key.RequestKey;
import io.digitalworker.runtime.http.Problems;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The key of the request that this thread answers, from its claim to its end. */
@Singleton
final class Keys {
    static final String HEADER = "Idempotency-Key";
    private static final String IN_CONTEXT = "request-key";
    private static final Pattern PRINTABLE = Pattern.compile("[ -~]{1,255}");

    private final ClaimKey claims;
    private final Callers callers;
    private final Problems problems;
    private final RoutingContext current;

    Keys(ClaimKey claims, Callers callers, Problems problems, RoutingContext current) {
        this.claims = claims;
        this.callers = callers;
        this.problems = problems;
        this.current = current;
    }

    /** Claims the key, if the request has one; what is answered where that cannot be. */
    Optional<Response> claim() {
        List<String> sent = current.request().headers().getAll(HEADER);
        if (sent.isEmpty()) {
            return Optional.empty();
        }
        if (sent.size() > 1 || !PRINTABLE.matcher(sent.get(0)).matches()) {
            return Optional.of(problems.answer(ErrorCode.IDEMPOTENCY_KEY_INVALID));
        }
        String route = current.request().method() + " " + current.request().path();
        Optional<RequestKey> claimed = claims.claim(callers.current(), route, sent.get(0));
        claimed.ifPresent(this::keep);
        return claimed.isPresent()
                ? Optional.empty()
                : Optional.of(problems.answer(ErrorCode.IDEMPOTENCY_IN_PROGRESS));
    }

    /** Until the request ends, also by a broken connection. */
    private void keep(RequestKey key) {
        current.put(IN_CONTEXT, key);
        var vertx = current.vertx();
        current.addEndHandler(
                end -> {
                    var unused =
                            vertx.executeBlocking(
                                    () -> {
                                        key.endReading();
                                        return key;
                                    },
                                    false);
                });
    }

    /**
     * Answers under the key of this request. Unless the answer is 202 the key is given back before it is
     * sent, so that the caller may use it at once.
     */
    Response answer(Function<RequestKey, Response> answer) {
        RequestKey key = current.get(IN_CONTEXT);
        if (key == null) {
            return answer.apply(RequestKey.none());
        }
        boolean accepted = false;
        key.beginAnswer();
        try {
            Response response = answer.apply(key);
            accepted = response.getStatus() == Response.Status.ACCEPTED.getStatusCode();
            return response;
        } finally {
            key.endAnswer(accepted);
        }
    }
}
