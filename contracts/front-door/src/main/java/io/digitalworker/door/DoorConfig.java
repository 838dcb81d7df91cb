package io.digitalworker.door;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How callers are asked who they are; what a mode needs is required in that mode alone. */
@ConfigMapping(prefix = "digitalworker.auth")
public interface DoorConfig {
    /** A word of {@link io.digitalworker.runtime.AuthMode}. */
    String mode();

    Jwt jwt();

    Gateway gateway();

    /** Access tokens. One of {@link #clientIds} and {@link #audiences} is required, or both. */
    interface Jwt {
        /** Exactly as tokens have it in {@code iss}; https, but for loopback. */
        Optional<String> issuer();

        /** The issuer's JWKS; without it the issuer's discovery document names it. */
        Optional<URI> keys();

        /** Clients whose tokens are taken ({@code client_id}, else {@code azp}). */
        Optional<Set<String>> clientIds();

        /** Of which {@code aud} must name one. Cognito's access tokens have none: leave it out there. */
        Optional<Set<String>> audiences();

        /**
         * The scope that a token must have. Where the issuer writes {@code <resource>/<name>}, as
         * Cognito does, write it here as {@code <resource>:<name>} or as it is: both are found.
         */
        String scope();

        /** By how much clocks may differ. */
        @WithDefault("30S")
        Duration leeway();
    }

    /** What API Gateway says. */
    interface Gateway {
        /**
         * What the gateway proves itself by: one value, or two while it is changed; at least 32 bytes
         * each.
         */
        Optional<List<String>> secrets();

        /** Address ranges (CIDR) that the gateway's connections come from; not looked at without. */
        Optional<List<String>> peers();

        /** Who may call: principals, or {@code *} for whoever IAM let through. Without it nobody. */
        Optional<Set<String>> principals();
    }
}
