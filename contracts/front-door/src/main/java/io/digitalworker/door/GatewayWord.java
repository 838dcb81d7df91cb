package io.digitalworker.door;

import io.digitalworker.api.ErrorCode;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
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
    public Answer ask(HttpServerRequest request) {
        String secret = only(request, SECRET);
        String caller = only(request, CALLER);
        if (secret == null || caller == null || !isGateway(secret, request.remoteAddress())) {
            return new Answer.Refused(ErrorCode.UNAUTHENTICATED, CHALLENGE);
        }
        return IamPrincipal.of(caller)
                .filter(this::mayCall)
                .<Answer>map(principal -> new Answer.Welcome(new Visitor(principal)))
                .orElseGet(Answer.Refused::forbidden);
    }

    /** A header that stands there twice has not been overwritten. */
    private static @Nullable String only(HttpServerRequest request, String header) {
        List<String> values = request.headers().getAll(header);
        return values.size() == 1 && !values.get(0).isBlank() ? values.get(0) : null;
    }

    private boolean isGateway(String offered, SocketAddress from) {
        byte[] digest = digest(offered.getBytes(StandardCharsets.UTF_8));
        boolean known = false;
        for (byte[] secret : secrets) {
            known |= MessageDigest.isEqual(secret, digest); // each, so that time tells nothing
        }
        return known && comesFromThere(from);
    }

    private boolean comesFromThere(SocketAddress from) {
        Optional<String> address = Optional.ofNullable(from).map(SocketAddress::hostAddress);
        return peers.isEmpty()
                || address.filter(a -> peers.stream().anyMatch(range -> range.contains(a)))
                        .isPresent();
    }

    private boolean mayCall(String principal) {
        return principals.contains("*") || principals.contains(principal);
    }

    private static byte[] digest(byte[] secret) {
        return Sha256.of(secret);
    }
}
