package io.digitalworker.door;

import io.digitalworker.local.issuer.IssuerDouble;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Settings of auth mode {@code jwt} in tests. */
record JwtSettings(
        Optional<String> issuer,
        Optional<URI> keys,
        Optional<Set<String>> clientIds,
        Optional<Set<String>> audiences,
        String scope,
        Duration leeway)
        implements DoorConfig.Jwt {

    /** As an installation with Cognito has them. */
    static JwtSettings of(String issuer) {
        return new JwtSettings(
                Optional.of(issuer),
                Optional.empty(),
                Optional.of(Set.of(IssuerDouble.CLIENT)),
                Optional.empty(),
                IssuerDouble.SCOPE,
                Duration.ofSeconds(30));
    }

    JwtSettings withAudience(String audience) {
        return new JwtSettings(
                issuer, keys, Optional.empty(), Optional.of(Set.of(audience)), scope, leeway);
    }

    JwtSettings withoutClients() {
        return new JwtSettings(issuer, keys, Optional.empty(), audiences, scope, leeway);
    }
}
