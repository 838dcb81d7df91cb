package io.digitalworker.local.launcher.client;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/**
 * Where an installation is: an address over http or https, perhaps with a path before {@code /v1} (the stage
 * of an API Gateway).
 */
public record Endpoint(URI base) {
    private static final Set<String> THIS_MACHINE =
            Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    public Endpoint {
        String text = base.toString();
        base = text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : base;
    }

    /**
     * Reads what a person wrote.
     *
     * @throws IllegalArgumentException if it is no such address, saying what one looks like
     */
    public static Endpoint of(String text) {
        try {
            URI address = new URI(text.trim()).parseServerAuthority();
            String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
            boolean plain =
                    address.getRawUserInfo() == null
                            && address.getRawQuery() == null
                            && address.getRawFragment() == null;
            if (Set.of("http", "https").contains(scheme) && address.getHost() != null && plain) {
                return new Endpoint(address);
            }
        } catch (URISyntaxException e) {
            throw wrong();
        }
        throw wrong();
    }

    private static IllegalArgumentException wrong() {
        // what was written is not repeated: people paste credentials into addresses
        return new IllegalArgumentException(
                "An endpoint looks like https://factory.example.com or http://127.0.0.1:8080:"
                        + " without credentials, query or fragment.");
    }

    /** @param path from {@code /v1} on, with its query */
    public URI at(String path) {
        return URI.create(base + path);
    }

    /** Whether nobody on the way can read what is sent. */
    public boolean isPrivate() {
        return "https".equalsIgnoreCase(base.getScheme()) || isThisMachine();
    }

    /** Whether it is this machine, by its name. */
    public boolean isThisMachine() {
        return THIS_MACHINE.contains(base.getHost().toLowerCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return base.toString();
    }
}
