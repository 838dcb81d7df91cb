package io.digitalworker.door;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What is open to everybody: all that is not the API, and of the API what it says of itself. */
final class Openings {
    /** The documents may be read before one has a token. */
    static final Set<String> OF_API = Set.of("/v1/health", "/v1/openapi.yaml", "/v1/asyncapi.yaml");

    private static final Pattern SCHEMA = Pattern.compile("/v1/schema/(events/)?[A-Za-z-]+\\.json");

    private Openings() {}

    /**
     * Whether nobody is asked.
     *
     * @param path normalized; what only looks like the API is closed as well
     */
    static boolean isOpen(String path) {
        return !path.toLowerCase(Locale.ROOT).startsWith("/v1")
                || OF_API.contains(path)
                || SCHEMA.matcher(path).matches();
    }
}
