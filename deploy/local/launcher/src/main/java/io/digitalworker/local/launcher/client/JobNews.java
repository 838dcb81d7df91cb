package io.digitalworker.local.launcher.client;

import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tells when it is worth looking at a job again: at each of its events, which come over its event stream,
 * resumed where it broke; every few seconds where there is no stream.
 */
public final class JobNews implements AutoCloseable {
    /** Streams in a row that brought nothing; then there is none here. */
    private static final int MOST_BROKEN = 3;

    /** Longer than the pause between two heartbeats of a stream. */
    private static final Duration SILENCE = Duration.ofSeconds(60);

    /** What comes in one burst is one piece of news. */
    private static final Duration BURST = Duration.ofMillis(50);

    private final FactoryClient client;
    private final String jobId;
    private final Duration otherwise;
    private final Consumer<ServerEvent> heard;
    private Optional<String> lastId = Optional.empty();
    private Duration reconnect = Duration.ofSeconds(1);
    private @Nullable EventStream stream;
    private int broken;
    private boolean connectedBefore;

    /**
     * News of one job from its beginning.
     *
     * @param otherwise pause between two looks where there is no stream
     * @param heard is told every message
     */
    public JobNews(
            FactoryClient client, String jobId, Duration otherwise, Consumer<ServerEvent> heard) {
        this.client = client;
        this.jobId = jobId;
        this.otherwise = otherwise;
        this.heard = heard;
    }

    /**
     * Waits for news, but not longer than that.
     *
     * @return whether a look at the job is worth it
     */
    public boolean await(Duration atMost) throws IOException {
        if (broken < MOST_BROKEN && (stream != null || connects(atMost))) {
            return listen(Objects.requireNonNull(stream), atMost);
        }
        client.rest(shorter(atMost, otherwise));
        return true;
    }

    private boolean connects(Duration atMost) throws IOException {
        if (connectedBefore) {
            client.rest(shorter(atMost, reconnect));
        }
        connectedBefore = true;
        try {
            stream = client.events(jobId, lastId);
            broken = stream == null ? MOST_BROKEN : broken;
        } catch (Refused e) {
            // an installation without it, or something in front that does not let it through
            broken = e.status() == 429 || e.status() >= 500 ? broken + 1 : MOST_BROKEN;
        } catch (Unreachable e) {
            broken++;
        }
        return stream != null;
    }

    private boolean listen(EventStream current, Duration atMost) throws IOException {
        try {
            Optional<ServerEvent> message = current.next(shorter(atMost, SILENCE));
            if (message.isEmpty()) {
                leave(current);
                return true;
            }
            boolean worthALook = false;
            while (message.isPresent()) {
                heard.accept(message.get());
                worthALook |= !message.get().name().equals("progress");
                message = current.next(BURST);
            }
            return worthALook;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for the job", e);
        }
    }

    private void leave(EventStream current) {
        lastId = current.lastId().or(() -> lastId);
        reconnect = current.retry().orElse(reconnect);
        broken = current.isAlive() ? 0 : broken + 1;
        current.close();
        stream = null;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    @Override
    public void close() {
        if (stream != null) {
            stream.close();
        }
    }
}
