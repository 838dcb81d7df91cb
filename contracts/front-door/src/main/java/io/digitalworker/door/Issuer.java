package io.digitalworker.door;

import java.net.URI;

/** Who signs the tokens of mode {@code jwt}. */
public final class Issuer {
    private Issuer() {}

    /**
     * The configured issuer.
     *
     * @throws IllegalStateException where none is named, or one that could not be believed
     */
    public static String of(DoorConfig.Jwt config) {
        String issuer =
                config.issuer()
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "digitalworker.auth.mode=jwt needs"
                                                        + " digitalworker.auth.jwt.issuer"));
        mustBeSafe("issuer", URI.create(issuer));
        return issuer;
    }

    static void mustBeSafe(String setting, URI address) {
        if (!Loopback.isSafe(address)
                || address.getRawQuery() != null
                || address.getRawFragment() != null) {
            throw new IllegalStateException(
                    "digitalworker.auth.jwt."
                            + setting
                            + " must be an https address without query (http on loopback alone)");
        }
    }
}
