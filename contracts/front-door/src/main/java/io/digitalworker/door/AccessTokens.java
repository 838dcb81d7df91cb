package io.digitalworker.door;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.digitalworker.api.ErrorCode;
import java.text.ParseException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Mode {@code jwt}: an access token as bearer token (RFC 6750). Signed by a key of the issuer with RS256
 * or ES256, whatever else its head claims; then {@link TokenRules}. Where the issuer's keys are not to be
 * had nobody can be known, which is not the caller's fault: 503.
 */
final class AccessTokens implements Identification {
    private static final String SCHEME = "bearer ";

    private final TokenRules rules;
    private final DefaultJWTProcessor<SecurityContext> signatures = new DefaultJWTProcessor<>();

    AccessTokens(DoorConfig.Jwt config, Clock clock) {
        this(
                new TokenRules(config, clock),
                new IssuerKeys(new IssuerDocuments(config)::keys, clock));
    }

    AccessTokens(TokenRules rules, IssuerKeys keys) {
        this.rules = rules;
        signatures.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(
                        JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
        signatures.setJWSKeySelector(
                new JWSVerificationKeySelector<>(
                        Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256), keys));
        signatures.setJWTClaimsSetVerifier((claims, context) -> {}); // the rules do
    }

    @Override
    public Answer ask(RequestHead request) {
        List<String> given = request.all("Authorization");
        if (given.size() != 1 || !given.get(0).toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
            return new Answer.Refused(ErrorCode.UNAUTHENTICATED, rules.challenge());
        }
        return check(given.get(0).substring(SCHEME.length()).trim());
    }

    private Answer check(String token) {
        try {
            JWTClaimsSet claims = signatures.process(token, null);
            return rules.check(claims);
        } catch (KeySourceException e) {
            return new Answer.Refused(ErrorCode.UNAVAILABLE, null);
        } catch (ParseException | BadJOSEException | JOSEException e) {
            // what these say may quote the token
            return rules.invalid("The token is not a JWT that the issuer signed");
        }
    }
}
