package io.digitalworker.runtime;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How callers prove who they are (design §4.1): the value of {@code digitalworker.auth.mode}. */
public enum AuthMode {
    /** They do not: whoever reaches the port, which is on loopback then, is one and the same person. */
    NONE,
    /** By an access token of an OpenID Connect issuer. */
    JWT,
    /** By what API Gateway, which asked them, says of them. */
    GATEWAY;

    /**
     * Reads the setting.
     *
     * @throws IllegalStateException for any other word
     */
    public static AuthMode of(String word) {
        return Arrays.stream(values())
                .filter(mode -> mode.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(unknown()));
    }

    /** As it is written in the configuration. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static String unknown() {
        String words =
                Arrays.stream(values()).map(AuthMode::word).collect(Collectors.joining(", "));
        return "digitalworker.auth.mode is set to an unknown word: it must be one of " + words;
    }
}
