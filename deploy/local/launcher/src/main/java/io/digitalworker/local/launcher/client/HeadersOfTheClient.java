package io.digitalworker.local.launcher.client;

import java.util.Locale;
import java.util.Set;

/** Headers that the HTTP client sets itself, and does not let others set. */
final class HeadersOfTheClient {
    private static final Set<String> NAMES =
            Set.of("host", "content-length", "connection", "expect", "upgrade");

    private HeadersOfTheClient() {}

    static boolean are(String name) {
        return NAMES.contains(name.toLowerCase(Locale.ROOT));
    }
}
