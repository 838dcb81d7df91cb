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
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The issuer's keys, asked for when they are needed: at first, when they are old, and when a token names
 * one that is not among them, for issuers change them at any time. Whatever callers send, the issuer is
 * asked one question at a time, {@link #PAUSE} apart. While it cannot be reached, keys serve for {@link #KEPT}.
 */
final class IssuerKeys implements JWKSource<SecurityContext> {
    private static final Logger LOG = Logger.getLogger(IssuerKeys.class);

    /** After it keys are asked for again, so that one that was withdrawn is forgotten. */
    static final Duration FRESH = Duration.ofMinutes(10);

    /** Longest time that keys are believed which could not be asked for again. */
    static final Duration KEPT = Duration.ofHours(1);

    /** Shortest time between an answer and the next question. */
    static final Duration PAUSE = Duration.ofSeconds(5);

    private static final int SHORTEST_RSA = 2048;

    /** Longest time that a request waits for another one's question. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Documents documents;
    private final Clock clock;
    private final ReentrantLock asking = new ReentrantLock();

    private volatile @Nullable Held held;
    private volatile @Nullable Instant asked;

    IssuerKeys(Documents documents, Clock clock) {
        this.documents = documents;
        this.clock = clock;
    }

    /**
     * Keys that may have signed a token.
     *
     * @throws KeySourceException where the issuer cannot be reached, and no keys serve in the meantime
     */
    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context)
            throws KeySourceException {
        Held known = held;
        List<JWK> found = known == null ? List.of() : selector.select(known.keys());
        if (known != null && !found.isEmpty() && !known.isOlderThan(FRESH, clock)) {
            return found;
        }
        // whoever has a key that serves does not wait for an issuer that is slow
        Duration patience = found.isEmpty() ? PATIENCE : Duration.ZERO;
        return selector.select(renewed(known, patience).keys());
    }

    private Held renewed(@Nullable Held seen, Duration patience) throws KeySourceException {
        if (begin(patience)) {
            try {
                // another request may have asked meanwhile
                if (Objects.equals(held, seen) && mayAsk()) {
                    ask();
                }
            } finally {
                asking.unlock();
            }
        }
        Held now = held;
        if (now == null || now.isOlderThan(KEPT, clock)) {
            throw new KeySourceException("the issuer does not answer");
        }
        return now;
    }

    private boolean begin(Duration patience) {
        try {
            return asking.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean mayAsk() {
        Instant last = asked;
        return last == null || !clock.instant().isBefore(last.plus(PAUSE));
    }

    private void ask() {
        try {
            held = new Held(usable(documents.keys()), clock.instant());
        } catch (IOException e) {
            LOG.warnf("the issuer's keys are not to be had: %s", reason(e));
        } finally {
            asked = clock.instant();
        }
    }

    private static String reason(IOException fault) {
        String said = fault.getMessage();
        return fault.getClass().getSimpleName() + (said == null ? "" : ": " + said);
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
