package io.digitalworker.ingest.inbound;

import io.digitalworker.ingest.settings.PagePolicy;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * What browsers are told about everything that this service serves. The page's files are asked for anew
 * each time (they have no version in their names), with an answer of 304 while they are the same.
 */
@Singleton
final class PageHeaders {
    private static final int AFTER_ID = 9_500;

    /** For answers of the API: nothing in them is ever to run or to be framed. */
    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

    private static final String POLICY = "Content-Security-Policy";

    private final String page;

    PageHeaders(PagePolicy policy) {
        this.page = policy.policy();
    }

    void register(@Observes Filters filters) {
        filters.register(this::add, AFTER_ID);
    }

    private void add(RoutingContext request) {
        String path = request.normalizedPath();
        request.addHeadersEndHandler(end -> add(path, request.response()));
        request.next();
    }

    /** What the one who answers has said already stays. */
    private void add(String path, HttpServerResponse response) {
        MultiMap headers = response.headers();
        boolean api = path.startsWith("/v1/") || path.startsWith("/q/");
        if (!headers.contains(POLICY)) {
            headers.set(POLICY, api ? NOTHING : page);
        }
        headers.set("Referrer-Policy", "no-referrer");
        if (!api) {
            headers.set("Cache-Control", response.getStatusCode() < 400 ? "no-cache" : "no-store");
            headers.set("Cross-Origin-Opener-Policy", "same-origin");
            headers.set("Cross-Origin-Resource-Policy", "same-origin");
            headers.set(
                    "Permissions-Policy",
                    "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
        }
    }
}
