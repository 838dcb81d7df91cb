package io.digitalworker.facts.framework.python;

import java.util.Map;

/** The names of Python's {@code http.HTTPStatus}. */
final class HttpStatus {
    private static final Map<String, Integer> CODES =
            Map.ofEntries(
                    Map.entry("OK", 200),
                    Map.entry("CREATED", 201),
                    Map.entry("ACCEPTED", 202),
                    Map.entry("NO_CONTENT", 204),
                    Map.entry("MOVED_PERMANENTLY", 301),
                    Map.entry("FOUND", 302),
                    Map.entry("SEE_OTHER", 303),
                    Map.entry("TEMPORARY_REDIRECT", 307),
                    Map.entry("PERMANENT_REDIRECT", 308),
                    Map.entry("BAD_REQUEST", 400),
                    Map.entry("UNAUTHORIZED", 401),
                    Map.entry("FORBIDDEN", 403),
                    Map.entry("NOT_FOUND", 404),
                    Map.entry("CONFLICT", 409),
                    Map.entry("GONE", 410),
                    Map.entry("UNPROCESSABLE_ENTITY", 422),
                    Map.entry("TOO_MANY_REQUESTS", 429),
                    Map.entry("INTERNAL_SERVER_ERROR", 500),
                    Map.entry("SERVICE_UNAVAILABLE", 503));

    private HttpStatus() {}

    /** The code of a name; 200 if it has none. */
    static int named(String name) {
        return CODES.getOrDefault(name, 200);
    }
}
