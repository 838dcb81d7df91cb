package io.digitalworker.door;

import io.digitalworker.api.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Mode {@code gateway}: API Gateway has asked the caller (IAM) and writes whom it found into a header.
 * Anybody else could write that header, too; so it is believed only beside the secret that the gateway
 * writes into another one, and, where ranges are configured, from the gateway's addresses (ADR 18).
 */
final class GatewayWord implements Identification {
    /** {@code $context.identity.userArn}, overwritten by the gateway. */
    static final String CALLER = "X-Digital-Worker-Caller";

    /** What the gateway proves itself by, overwritten by it as well. */
    static final String SECRET = "X-Digital-Worker-Gateway";

    private static final int SHORTEST_SECRET = 32;
    private static final int MOST_SECRETS = 2;

    /** RFC 9110 wants a challenge with each 401: API Gateway takes requests signed so. */
    private static final String CHALLENGE = "AWS4-HMAC-SHA256";

    private final List<byte[]> secrets;
    private final List<AddressRange> peers;
    private final Set<String> principals;

    private GatewayWord(List<byte[]> secrets, List<AddressRange> peers, Set<String> principals) {
        this.secrets = secrets;
        this.peers = peers;
        this.principals = principals;
    }

    /**
     * @throws IllegalStateException where the gateway could not be told from others
     */
    static GatewayWord configured(DoorConfig.Gateway config) {
        List<byte[]> secrets =
                config.secrets().orElse(List.of()).stream()
                        .map(secret -> secret.getBytes(StandardCharsets.UTF_8))
                        .toList();
        if (secrets.isEmpty()
                || secrets.size() > MOST_SECRETS
                || secrets.stream().anyMatch(secret -> secret.length < SHORTEST_SECRET)) {
            throw new IllegalStateException(
                    "digitalworker.auth.mode=gateway needs digitalworker.auth.gateway.secrets: one"
                            + " value of at least 32 bytes, or two while it is changed");
        }
        return new GatewayWord(
                secrets.stream().map(GatewayWord::digest).toList(),
                config.peers().orElse(List.of()).stream().map(AddressRange::of).toList(),
                config.principals().orElse(Set.of()));
    }

    @Override
    public Answer ask(RequestHead request) {
        // a header that stands there twice has not been overwritten
        String secret = request.only(SECRET);
        String caller = request.only(CALLER);
        if (secret == null || caller == null || !isGateway(secret, request.peer())) {
            return new Answer.Refused(ErrorCode.UNAUTHENTICATED, CHALLENGE);
        }
        return IamPrincipal.of(caller)
                .filter(this::mayCall)
                .<Answer>map(principal -> new Answer.Welcome(new Visitor(principal)))
                .orElseGet(Answer.Refused::forbidden);
    }

    private boolean isGateway(String offered, @Nullable String from) {
        byte[] digest = digest(offered.getBytes(StandardCharsets.UTF_8));
        boolean known = false;
        for (byte[] secret : secrets) {
            known |= MessageDigest.isEqual(secret, digest); // each, so that time tells nothing
        }
        return known && comesFromThere(from);
    }

    private boolean comesFromThere(@Nullable String from) {
        return peers.isEmpty()
                || (from != null && peers.stream().anyMatch(range -> range.contains(from)));
    }

    private boolean mayCall(String principal) {
        return principals.contains("*") || principals.contains(principal);
    }

    private static byte[] digest(byte[] secret) {
        return Sha256.of(secret);
    }
}
