package io.digitalworker.local.system;

import io.digitalworker.local.issuer.IssuerDouble;
import io.digitalworker.local.issuer.Token;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Who comes to the door, and with what in hand. */
enum Visit {
    OWNER(200),
    OTHER(200),
    ANONYMOUS(401),
    EXPIRED(401),
    ID_TOKEN(401),
    WRONG_ISSUER(401),
    MISSING_SCOPE(403),
    /** Headers that a gateway or a proxy would write; no token. */
    FORGED_HEADER(401),
    /** The owner's claims without signature. */
    FORGED_TOKEN(401);

    static final String OWNERS_NAME = "owner-5c1e5b6c";
    static final String OTHERS_NAME = "other-0f2d9a41";

    /** Every token that was sent: none may be found in a log. */
    static final Set<String> TOKENS = ConcurrentHashMap.newKeySet();

    private final int status;

    Visit(int status) {
        this.status = status;
    }

    /** What the door answers; 200 stands for letting in. */
    int status() {
        return status;
    }

    boolean isLetIn() {
        return status == 200;
    }

    /** Headers of a request. */
    Map<String, String> headers(IssuerDouble issuer, IssuerDouble otherIssuer) {
        Token owners = issuer.accessToken(OWNERS_NAME);
        return switch (this) {
            case OWNER -> bearing(owners.signed());
            case OTHER -> bearing(issuer.accessToken(OTHERS_NAME).signed());
            case ANONYMOUS -> Map.of();
            case EXPIRED -> bearing(owners.time("exp", Instant.now().minusSeconds(90)).signed());
            case ID_TOKEN -> bearing(issuer.idToken(OWNERS_NAME).signed());
            case WRONG_ISSUER -> bearing(otherIssuer.accessToken(OWNERS_NAME).signed());
            case MISSING_SCOPE -> bearing(owners.claim("scope", "openid").signed());
            case FORGED_TOKEN -> bearing(owners.algorithm("none").signed());
            case FORGED_HEADER -> forged(issuer);
        };
    }

    private static Map<String, String> bearing(String token) {
        TOKENS.add(token);
        return Map.of("Authorization", "Bearer " + token);
    }

    private static Map<String, String> forged(IssuerDouble issuer) {
        Map<String, String> headers = new LinkedHashMap<>();
        String principal = issuer.issuer() + " " + OWNERS_NAME;
        headers.put("X-Digital-Worker-Caller", "arn:aws:iam::123456789012:user/" + OWNERS_NAME);
        headers.put("X-Digital-Worker-Gateway", "guessed-0123456789abcdef0123456789abcdef");
        headers.put("X-Forwarded-User", principal);
        headers.put("X-Principal", principal);
        headers.put("X-Forwarded-For", "127.0.0.1");
        headers.put("Cookie", "session=" + OWNERS_NAME);
        return headers;
    }
}
