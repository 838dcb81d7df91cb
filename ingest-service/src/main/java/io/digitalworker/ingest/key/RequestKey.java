package io.digitalworker.ingest.key;

import io.digitalworker.ledger.KeyClaim;
import io.digitalworker.ledger.KeyUse;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The key that a request came with, or none. One that is held goes through three phases: the request is
 * being read, it is being answered, it is over; whoever ends it gives the key back unless something was
 * committed under it.
 */
public final class RequestKey {
    private final KeyClaim.@Nullable Held held;
    private final KeyClaim.@Nullable Done done;
    private final Releasing releasing;
    private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.READ);

    /** Is told once that a claim is over, and whether something was committed under it. */
    interface Releasing {
        void end(KeyClaim.Held held, boolean committed);
    }

    private enum Phase {
        READ,
        ANSWERED,
        OVER
    }

    private RequestKey(
            KeyClaim.@Nullable Held held, KeyClaim.@Nullable Done done, Releasing releasing) {
        this.held = held;
        this.done = done;
        this.releasing = releasing;
    }

    /** Nothing is deduplicated. */
    public static RequestKey none() {
        return new RequestKey(null, null, (held, committed) -> {});
    }

    /** Nobody else has it. */
    static RequestKey held(KeyClaim.Held held, Releasing releasing) {
        return new RequestKey(held, null, releasing);
    }

    /** A request was answered under it. */
    static RequestKey done(KeyClaim.Done done) {
        return new RequestKey(null, done, (held, committed) -> {});
    }

    /**
     * What was made under this key before; empty where this request is the first.
     *
     * @param content asked for only where there is something to compare it with
     */
    public Optional<Before> before(Supplier<String> content) {
        return done == null
                ? Optional.empty()
                : Optional.of(
                        done.contentSha256().equals(content.get())
                                ? new Before.Same(done.subject())
                                : new Before.Other());
    }

    /** To be committed together with what this request makes; null without a key. */
    public @Nullable KeyUse use(String content) {
        return held == null ? null : new KeyUse(held, content);
    }

    /** The request was read whole: from here on its end is not the connection's. */
    public void beginAnswer() {
        phase.compareAndSet(Phase.READ, Phase.ANSWERED);
    }

    /**
     * Nothing more is done under it.
     *
     * @param committed whether something was
     */
    public void endAnswer(boolean committed) {
        end(Phase.ANSWERED, committed);
    }

    /** The request ended while it was being read, if it did: its connection broke, or it was refused. */
    public void endReading() {
        end(Phase.READ, false);
    }

    private void end(Phase expected, boolean committed) {
        if (phase.compareAndSet(expected, Phase.OVER) && held != null) {
            releasing.end(held, committed);
        }
    }

    /** What an earlier request under the same key made. */
    public sealed interface Before {
        /**
         * Of the same content.
         *
         * @param subject id of what it made
         */
        record Same(String subject) implements Before {}

        /** Of other content. */
        record Other() implements Before {}
    }
}
