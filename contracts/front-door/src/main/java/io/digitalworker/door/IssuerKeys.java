package io.digitalworker.door;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyType;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The issuer's keys, asked for when they are needed: at first, when they are old, and when a token names
 * one that is not among them, for issuers change them at any time. Whatever callers send, the issuer is
 * asked at most once per {@link #PAUSE}. While it cannot be reached, keys serve for {@link #KEPT}.
 */
final class IssuerKeys implements JWKSource<SecurityContext> {
    /** After it keys are asked for again, so that one that was withdrawn is forgotten. */
    static final Duration FRESH = Duration.ofMinutes(10);

    /** Longest time that keys are believed which could not be asked for again. */
    static final Duration KEPT = Duration.ofHours(1);

    /** Shortest time between two questions. */
    static final Duration PAUSE = Duration.ofSeconds(5);

    private static final int SHORTEST_RSA = 2048;

    private final Documents documents;
    private final Clock clock;

    private volatile @Nullable Held held;
    private @Nullable Instant asked;
    private boolean failed;

    IssuerKeys(Documents documents, Clock clock) {
        this.documents = documents;
        this.clock = clock;
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context)
            throws KeySourceException {
        Held known = held;
        if (known == null || known.isOlderThan(FRESH, clock)) {
            return selector.select(renewed(known).keys());
        }
        List<JWK> found = selector.select(known.keys());
        return found.isEmpty() ? selector.select(renewed(known).keys()) : found;
    }

    /**
     * Newer keys than those, or those if the issuer was asked a moment ago.
     *
     * @param seen what the caller had
     */
    private synchronized Held renewed(@Nullable Held seen) throws KeySourceException {
        Held now = held;
        if (now != null && !now.equals(seen)) {
            return now; // another request has asked meanwhile
        }
        if (asked == null || !clock.instant().isBefore(asked.plus(PAUSE))) {
            now = askIssuer(now);
        }
        if (now == null || (failed && now.isOlderThan(KEPT, clock))) {
            throw new KeySourceException("the issuer does not answer");
        }
        return now;
    }

    private @Nullable Held askIssuer(@Nullable Held before) throws KeySourceException {
        asked = clock.instant();
        failed = true;
        try {
            Held loaded = new Held(usable(documents.keys()), clock.instant());
            held = loaded;
            failed = false;
            return loaded;
        } catch (IOException e) {
            if (before == null || before.isOlderThan(KEPT, clock)) {
                throw new KeySourceException(e.getClass().getSimpleName() + ": " + reason(e));
            }
            return before;
        }
    }

    private static String reason(IOException fault) {
        return fault.getMessage() == null ? "it cannot be reached" : fault.getMessage();
    }

    private static JWKSet usable(JWKSet published) {
        return new JWKSet(
                published.getKeys().stream()
                        .filter(key -> !key.isPrivate())
                        .filter(
                                key ->
                                        !key.getKeyType().equals(KeyType.RSA)
                                                || key.size() >= SHORTEST_RSA)
                        .toList());
    }

    /** Asks the issuer. */
    @FunctionalInterface
    interface Documents {
        /**
         * The keys that the issuer publishes now.
         *
         * @throws IOException where it cannot be reached, or does not answer with keys
         */
        JWKSet keys() throws IOException;
    }

    private record Held(JWKSet keys, Instant at) {
        boolean isOlderThan(Duration age, Clock clock) {
            return clock.instant().isAfter(at.plus(age));
        }
    }
}
