package io.digitalworker.door;

import com.nimbusds.jwt.JWTClaimsSet;
import io.digitalworker.api.ErrorCode;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an access token of ours must claim, once its signature is known to hold: from the issuer, in
 * time, an access token and no ID token, for a client or an audience of ours, with the scope. Follows RFC
 * 9068 and what Cognito writes ({@code token_use}, {@code client_id}, no {@code aud}).
 */
final class TokenRules {
    private static final String REALM = "Bearer realm=\"digital-worker\"";

    /** Claims that only ID tokens have (OpenID Connect Core §2, §3.1.3.6). */
    private static final List<String> OF_ID_TOKENS = List.of("nonce", "at_hash", "c_hash");

    private final String issuer;
    private final Set<String> clients;
    private final Set<String> audiences;
    private final String scope;
    private final Set<String> scopeForms;
    private final Duration leeway;
    private final Clock clock;

    /**
     * @throws IllegalStateException where nothing says which tokens are meant for this API
     */
    TokenRules(DoorConfig.Jwt config, Clock clock) {
        this.issuer = Issuer.of(config);
        this.clients = config.clientIds().orElse(Set.of());
        this.audiences = config.audiences().orElse(Set.of());
        this.scope = config.scope();
        this.scopeForms = forms(config.scope());
        this.leeway = config.leeway();
        this.clock = clock;
        if (clients.isEmpty() && audiences.isEmpty()) {
            throw new IllegalStateException(
                    "digitalworker.auth.mode=jwt needs digitalworker.auth.jwt.client-ids, or"
                            + " audiences, or both: an issuer signs tokens for others as well");
        }
    }

    /** Resource servers of Cognito write their identifier, a slash, and the scope. */
    private static Set<String> forms(String scope) {
        int colon = scope.indexOf(':');
        return colon < 0
                ? Set.of(scope)
                : Set.of(scope, scope.substring(0, colon) + "/" + scope.substring(colon + 1));
    }

    Answer check(JWTClaimsSet claims) {
        try {
            String fault = fault(claims);
            if (fault != null) {
                return invalid(fault);
            }
            boolean granted = !Collections.disjoint(scopes(claims), scopeForms);
            return granted ? welcome(claims) : lacksScope();
        } catch (ParseException e) {
            return invalid("A claim of the token has the wrong type");
        }
    }

    private @Nullable String fault(JWTClaimsSet claims) throws ParseException {
        if (!issuer.equals(claims.getIssuer())) {
            return "The token is of another issuer";
        }
        if (!isInTime(claims)) {
            return "The token has expired or is not valid yet";
        }
        if (!isAccessToken(claims)) {
            return "This is not an access token";
        }
        if (!isForUs(claims)) {
            return "The token was issued for somebody else";
        }
        return principal(claims).isPresent() ? null : "The token names no subject";
    }

    private boolean isInTime(JWTClaimsSet claims) {
        Instant now = clock.instant();
        Date end = claims.getExpirationTime();
        Date begin = claims.getNotBeforeTime();
        return end != null
                && now.isBefore(end.toInstant().plus(leeway))
                && (begin == null || !now.plus(leeway).isBefore(begin.toInstant()));
    }

    private static boolean isAccessToken(JWTClaimsSet claims) throws ParseException {
        String use = claims.getStringClaim("token_use");
        if (use != null) {
            return use.equals("access");
        }
        return OF_ID_TOKENS.stream().noneMatch(claims.getClaims()::containsKey)
                && (claims.getClaim("scope") != null || claims.getClaim("scp") != null);
    }

    private boolean isForUs(JWTClaimsSet claims) throws ParseException {
        String client = claims.getStringClaim("client_id");
        String azp = claims.getStringClaim("azp");
        String party = client == null ? azp : client;
        return (clients.isEmpty() || (party != null && clients.contains(party)))
                && (audiences.isEmpty() || !Collections.disjoint(claims.getAudience(), audiences));
    }

    private static Set<String> scopes(JWTClaimsSet claims) throws ParseException {
        Set<String> scopes = new HashSet<>(words(claims.getClaim("scope"), claims, "scope"));
        scopes.addAll(words(claims.getClaim("scp"), claims, "scp"));
        return scopes;
    }

    /** Some issuers write a list, where RFC 8693 has one string. */
    private static List<String> words(@Nullable Object value, JWTClaimsSet claims, String name)
            throws ParseException {
        if (value instanceof String text) {
            return Arrays.asList(text.split(" "));
        }
        return value == null ? List.of() : claims.getStringListClaim(name);
    }

    private Optional<Visitor> principal(JWTClaimsSet claims) {
        return Optional.ofNullable(claims.getSubject())
                .flatMap(Subject::of)
                .map(subject -> new Visitor(issuer + " " + subject));
    }

    private Answer welcome(JWTClaimsSet claims) {
        return new Answer.Welcome(principal(claims).orElseThrow());
    }

    /** What is said to whoever sent nothing. */
    String challenge() {
        return REALM + ", scope=\"" + scope + "\"";
    }

    Answer.Refused invalid(String description) {
        return new Answer.Refused(
                ErrorCode.UNAUTHENTICATED,
                REALM + ", error=\"invalid_token\", error_description=\"" + description + "\"");
    }

    private Answer.Refused lacksScope() {
        return new Answer.Refused(
                ErrorCode.FORBIDDEN,
                REALM + ", error=\"insufficient_scope\", scope=\"" + scope + "\"");
    }
}
