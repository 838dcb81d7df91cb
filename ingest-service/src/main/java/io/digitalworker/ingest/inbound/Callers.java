package io.digitalworker.ingest.inbound;

import io.digitalworker.ingest.Caller;
import io.digitalworker.runtime.http.RequestIds;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says who sent a request. Where nobody is asked (auth mode {@code none}), everybody is one person. */
@Singleton
final class Callers {
    private static final String ANYBODY = "anonymous";

    /** Version 00 of the W3C trace context. */
    private static final Pattern TRACEPARENT =
            Pattern.compile("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    private final RoutingContext current;

    Callers(RoutingContext current) {
        this.current = current;
    }

    Caller current() {
        return new Caller(
                ANYBODY, RequestIds.of(current), trace(current.request().getHeader("traceparent")));
    }

    static @Nullable String trace(@Nullable String header) {
        return header != null && TRACEPARENT.matcher(header).matches() ? header : null;
    }
}
