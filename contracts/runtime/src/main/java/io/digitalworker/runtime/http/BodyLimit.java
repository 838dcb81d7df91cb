package io.digitalworker.runtime.http;

import io.digitalworker.api.ErrorCode;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a body by its {@code Content-Length}, before any of it is read.
 */
@Singleton
final class BodyLimit {
    /** After who calls is known: a stranger is told so first. */
    private static final int AFTER_IDENTITY = 9_000;

    private final EarlyRefusal refusal;
    private final long most;

    BodyLimit(
            EarlyRefusal refusal,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") Optional<MemorySize> most) {
        this.refusal = refusal;
        this.most = most.map(MemorySize::asLongValue).orElse(Long.MAX_VALUE);
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, AFTER_IDENTITY);
    }

    private void check(RoutingContext request) {
        if (length(request.request().getHeader("Content-Length")) <= most) {
            request.next();
            return;
        }
        refusal.refuse(request, ErrorCode.BODY_TOO_LARGE);
    }

    static long length(@Nullable String header) {
        try {
            return header == null ? 0 : Long.parseLong(header.trim());
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }
}
