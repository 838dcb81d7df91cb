package io.digitalworker.runtime.http;

import io.digitalworker.api.ErrorCode;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a body by its {@code Content-Length}, before any of it is read. The answer goes out at once;
 * what the caller goes on sending is dropped for a moment, so that it comes to read the answer instead
 * of finding a broken connection.
 */
@Singleton
final class BodyLimit {
    private static final int AFTER_ID = 9_000;
    private static final long PATIENCE_MS = TimeUnit.SECONDS.toMillis(3);

    private final Problems problems;
    private final long most;

    BodyLimit(
            Problems problems,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") Optional<MemorySize> most) {
        this.problems = problems;
        this.most = most.map(MemorySize::asLongValue).orElse(Long.MAX_VALUE);
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, AFTER_ID);
    }

    private void check(RoutingContext request) {
        if (length(request.request().getHeader("Content-Length")) <= most) {
            request.next();
            return;
        }
        request.response().putHeader("Connection", "close");
        problems.end(request, ErrorCode.BODY_TOO_LARGE);
        var connection = request.request().connection();
        request.request().handler(dropped -> {}).endHandler(end -> connection.close()).resume();
        request.vertx().setTimer(PATIENCE_MS, late -> connection.close());
    }

    static long length(@Nullable String header) {
        try {
            return header == null ? 0 : Long.parseLong(header.trim());
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }
}
