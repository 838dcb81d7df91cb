package io.digitalworker.door;

import io.digitalworker.api.ErrorCode;
import io.digitalworker.runtime.ServiceConfig;
import io.digitalworker.runtime.http.EarlyRefusal;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells browsers which pages may use the API (CORS). Preflights need no identity, for browsers send none
 * with them. Credentials of the browser's own, such as cookies, are never allowed: a page sends its token.
 */
@Singleton
final class Origins {
    /** Before anybody is refused: a page must be able to read why. */
    private static final int ORDER = 9_500;

    private static final String METHODS = "GET, POST, DELETE";
    private static final String ASKED =
            "Authorization, Content-Type, Idempotency-Key, If-None-Match, Last-Event-ID,"
                    + " X-Request-Id, traceparent";
    private static final String EXPOSED =
            "Location, Retry-After, ETag, X-Request-Id, RateLimit, RateLimit-Policy,"
                    + " WWW-Authenticate, Content-Disposition";

    private final Set<String> allowed;
    private final Optional<URI> publicUrl;
    private final EarlyRefusal refusal;

    Origins(OriginConfig config, ServiceConfig service, EarlyRefusal refusal) {
        this.allowed = config.origins().orElse(Set.of());
        this.publicUrl = service.publicUrl();
        this.refusal = refusal;
        allowed.forEach(Origins::mustBeOrigin);
    }

    private static void mustBeOrigin(String word) {
        if (!word.matches("https?://[^/*?#\\s]+")) {
            throw new IllegalStateException(
                    "digitalworker.cors.origins must name origins such as"
                            + " https://pages.example.org, without path or wildcard");
        }
    }

    void register(@Observes Filters filters) {
        filters.register(this::look, ORDER);
    }

    private void look(RoutingContext request) {
        boolean api = request.normalizedPath().toLowerCase(Locale.ROOT).startsWith("/v1");
        String origin = request.request().getHeader("Origin");
        if (!api) {
            request.next();
            return;
        }
        request.response().putHeader("Vary", "Origin");
        boolean welcome = origin != null && isAllowed(request.request(), origin);
        if (welcome) {
            request.response().putHeader("Access-Control-Allow-Origin", origin);
            request.response().putHeader("Access-Control-Expose-Headers", EXPOSED);
        }
        if (isPreflight(request.request(), origin)) {
            answerPreflight(request, welcome);
        } else {
            request.next();
        }
    }

    private boolean isAllowed(HttpServerRequest request, String origin) {
        return allowed.contains(origin)
                || origin.equals(RequestHead.of(request).origin())
                || publicUrl.filter(url -> origin.equals(originOf(url))).isPresent();
    }

    private static boolean isPreflight(HttpServerRequest request, @Nullable String origin) {
        return origin != null
                && request.method().equals(HttpMethod.OPTIONS)
                && request.getHeader("Access-Control-Request-Method") != null;
    }

    private void answerPreflight(RoutingContext request, boolean welcome) {
        if (!welcome) {
            refusal.refuse(request, ErrorCode.FORBIDDEN);
            return;
        }
        var unused =
                request.response()
                        .setStatusCode(204)
                        .putHeader("Access-Control-Allow-Methods", METHODS)
                        .putHeader("Access-Control-Allow-Headers", ASKED)
                        .putHeader("Access-Control-Max-Age", "3600")
                        .end();
    }

    private static String originOf(URI url) {
        return url.getScheme() + "://" + url.getRawAuthority();
    }
}
