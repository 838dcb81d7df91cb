package io.digitalworker.ingest.inbound;

import io.digitalworker.door.Visitor;
import io.digitalworker.ingest.Caller;
import io.digitalworker.runtime.http.RequestIds;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says who sent a request: whom the front door let in. In auth mode {@code none} all are one person. */
@Singleton
final class Callers {
    /** Version 00 of the W3C trace context. */
    private static final Pattern TRACEPARENT =
            Pattern.compile("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    private final RoutingContext current;

    Callers(RoutingContext current) {
        this.current = current;
    }

    /**
     * Who sent the request that this thread answers.
     *
     * @throws jakarta.ws.rs.NotAuthorizedException on a route that is open to everybody
     */
    Caller current() {
        return new Caller(
                Visitor.of(current).principal(),
                RequestIds.of(current),
                trace(current.request().getHeader("traceparent")));
    }

    static @Nullable String trace(@Nullable String header) {
        return header != null && TRACEPARENT.matcher(header).matches() ? header : null;
    }
}
