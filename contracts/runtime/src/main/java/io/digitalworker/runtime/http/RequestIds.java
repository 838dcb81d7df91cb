package io.digitalworker.runtime.http;

import io.digitalworker.runtime.Ids;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * Gives every request its id, before anything else looks at it: in {@code X-Request-Id} of the answer,
 * in the body of an error, and in each line of the log. A caller's own id is kept if it is harmless.
 */
@Singleton
public final class RequestIds {
    static final String HEADER = "X-Request-Id";

    /** Name in the log; one word from the answer to the last line (design §8). */
    static final String IN_LOG = "requestId";

    private static final int FIRST = 10_000;
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final Ids ids;

    RequestIds(Ids ids) {
        this.ids = ids;
    }

    /** The id of the request that is being answered. */
    public static String of(RoutingContext request) {
        String id = request.get(IN_LOG);
        return id == null ? "" : id;
    }

    void register(@Observes Filters filters) {
        filters.register(this::identify, FIRST);
    }

    private void identify(RoutingContext request) {
        identifyIfNew(request);
        request.next();
    }

    /** For what fails before any filter sees it, such as {@code CONNECT}. */
    void identifyIfNew(RoutingContext request) {
        if (!of(request).isEmpty()) {
            return;
        }
        String id = choose(request.request().getHeader(HEADER));
        request.put(IN_LOG, id);
        MDC.put(IN_LOG, id);
        request.response().putHeader(HEADER, id).putHeader("X-Content-Type-Options", "nosniff");
    }

    String choose(@Nullable String offered) {
        return offered != null && HARMLESS.matcher(offered).matches() ? offered : ids.get();
    }
}
