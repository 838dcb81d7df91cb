package io.digitalworker.ingest.follow;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Counts the streams that are open, of each caller and of all. */
@Singleton
final class OpenStreams {
    private final FollowConfig config;
    private final Map<String, Integer> open = new HashMap<>();
    private int all;

    OpenStreams(FollowConfig config) {
        this.config = config;
    }

    /** Counts one more, until it is closed; empty where the caller or this instance has too many. */
    synchronized Optional<Place> open(String principal) {
        int theirs = open.getOrDefault(principal, 0);
        if (theirs >= config.perCaller() || all >= config.forAll()) {
            return Optional.empty();
        }
        open.put(principal, theirs + 1);
        all++;
        return Optional.of(new Place(principal));
    }

    /** How many there are. */
    synchronized int count() {
        return all;
    }

    private synchronized void close(String principal) {
        all--;
        open.computeIfPresent(principal, (name, theirs) -> theirs == 1 ? null : theirs - 1);
    }

    /** An open stream. */
    final class Place {
        private final String principal;
        private final AtomicBoolean closed = new AtomicBoolean();

        private Place(String principal) {
            this.principal = principal;
        }

        /** May be repeated. */
        void close() {
            if (closed.compareAndSet(false, true)) {
                OpenStreams.this.close(principal);
            }
        }
    }
}
