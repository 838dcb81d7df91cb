package io.digitalworker.runtime.http;

import io.digitalworker.api.ErrorCode;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes from the framework what it would answer without a body, or with 500: an address that breaks the
 * rules of RFC 3986 (Quarkus' own check is off: {@code vertx.disableURIValidation}), and a media type
 * that is none.
 */
@Singleton
final class SoundRequest {
    private static final int AFTER_ID = 9_800;

    /** Two tokens (RFC 9110) and whatever parameters. */
    private static final Pattern MEDIA_TYPE =
            Pattern.compile("[\\w!#$%&'*+.^`|~-]+/[\\w!#$%&'*+.^`|~-]+\\s*(;.*)?");

    /** Where a boundary begins and does not end the framework fails. */
    private static final Pattern BROKEN_BOUNDARY =
            Pattern.compile("(?i)\\bboundary=(?!\"[^\"]+\"|[^\\s\";]+)");

    private final EarlyRefusal refusal;

    SoundRequest(EarlyRefusal refusal) {
        this.refusal = refusal;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, AFTER_ID);
    }

    private void check(RoutingContext request) {
        if (!isAddress(request.request().uri())) {
            refusal.refuse(request, ErrorCode.REQUEST_MALFORMED);
            return;
        }
        MultiMap headers = request.request().headers();
        if (!isMediaType(headers.get(HttpHeaders.CONTENT_TYPE))) {
            headers.set(HttpHeaders.CONTENT_TYPE, "application/octet-stream"); // anything at all
        }
        request.next();
    }

    static boolean isAddress(String text) {
        try {
            return new URI(text).getRawPath() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    static boolean isMediaType(@Nullable String text) {
        return text == null
                || (MEDIA_TYPE.matcher(text.trim()).matches()
                        && !BROKEN_BOUNDARY.matcher(text).find());
    }
}
