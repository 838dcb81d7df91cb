package io.digitalworker.runtime.http;

import io.digitalworker.api.ErrorCode;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;

/**
 * Refuses a request before any of its body is read. The answer goes out at once; what the caller goes on
 * sending is dropped for a moment, so that it comes to read the answer instead of finding a broken
 * connection, and then the connection is closed.
 */
@Singleton
public final class EarlyRefusal {
    private static final long PATIENCE_MS = TimeUnit.SECONDS.toMillis(3);

    private final Problems problems;

    EarlyRefusal(Problems problems) {
        this.problems = problems;
    }

    /** Ends the request; headers that its response has already are sent with the answer. */
    public void refuse(RoutingContext context, ErrorCode code) {
        HttpServerRequest request = context.request();
        if (!hasBody(request)) {
            request.resume();
            problems.end(context, code);
        } else {
            context.response().putHeader("Connection", "close");
            problems.end(context, code);
            drop(context);
        }
    }

    private static void drop(RoutingContext context) {
        var connection = context.request().connection();
        context.request().handler(dropped -> {}).endHandler(end -> connection.close()).resume();
        context.vertx().setTimer(PATIENCE_MS, late -> connection.close());
    }

    private static boolean hasBody(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        return request.getHeader("Transfer-Encoding") != null
                || (length != null && !length.trim().equals("0"));
    }
}
