package io.digitalworker.door;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names that lead to this machine without asking anybody. */
final class Loopback {
    private static final Pattern ADDRESS =
            Pattern.compile("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|::1|\\[::1]");

    private Loopback() {}

    static boolean isName(String host) {
        return host.toLowerCase(Locale.ROOT).equals("localhost") || ADDRESS.matcher(host).matches();
    }

    /** Whether what travels to that address can be read or changed by nobody on the way. */
    static boolean isSafe(URI address) {
        String host = address.getHost();
        return host != null
                && ("https".equals(address.getScheme())
                        || ("http".equals(address.getScheme()) && isName(host)));
    }
}
