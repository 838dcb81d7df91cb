package io.digitalworker.local.launcher.client;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Messages of one {@code text/event-stream} as they come (WHATWG, server-sent events), read line by line:
 * the next line is asked for only when the last was taken.
 */
final class EventStream implements Flow.Subscriber<String>, AutoCloseable {
    /** No line of a stream is equal to it, since lines hold no line ends. */
    private static final String END = "\n";

    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final StringBuilder data = new StringBuilder();
    private volatile Flow.@Nullable Subscription subscription;
    private volatile boolean closed;
    private String name = "";
    private @Nullable String pendingId;
    private @Nullable String lastId;
    private @Nullable Duration retry;
    private boolean ended;
    private boolean alive;

    @Override
    public void onSubscribe(Flow.Subscription stream) {
        subscription = stream;
        if (closed) {
            stream.cancel();
        } else {
            stream.request(1);
        }
    }

    @Override
    public void onNext(String line) {
        lines.add(line);
    }

    @Override
    public void onError(Throwable fault) {
        lines.add(END);
    }

    @Override
    public void onComplete() {
        lines.add(END);
    }

    /**
     * The next message; empty if none came in time, or if the stream has ended ({@link #hasEnded}). A
     * stream without even a heartbeat for that long counts as no message.
     */
    Optional<ServerEvent> next(Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (!ended) {
            String line = lines.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (line == null) {
                return Optional.empty();
            }
            if (line.equals(END)) {
                ended = true;
                return Optional.empty();
            }
            alive = true;
            more();
            Optional<ServerEvent> message = take(line);
            if (message.isPresent()) {
                return message;
            }
        }
        return Optional.empty();
    }

    private void more() {
        Flow.Subscription stream = subscription;
        if (stream != null) {
            stream.request(1);
        }
    }

    private Optional<ServerEvent> take(String line) {
        if (line.isEmpty()) {
            return dispatch();
        }
        int colon = line.indexOf(':');
        String field = colon < 0 ? line : line.substring(0, colon);
        String value = colon < 0 ? "" : line.substring(colon + 1);
        value = value.startsWith(" ") ? value.substring(1) : value;
        switch (field) {
            case "event" -> name = value;
            case "data" -> data.append(data.isEmpty() ? "" : "\n").append(value);
            case "id" -> pendingId = value;
            case "retry" -> retry = milliseconds(value);
            default -> {} // comments, and what is not known
        }
        return Optional.empty();
    }

    private Optional<ServerEvent> dispatch() {
        if (pendingId != null) {
            lastId = pendingId;
        }
        ServerEvent message = new ServerEvent(name.isEmpty() ? "message" : name, data.toString());
        boolean empty = data.isEmpty();
        name = "";
        data.setLength(0);
        return empty ? Optional.empty() : Optional.of(message);
    }

    private @Nullable Duration milliseconds(String value) {
        return value.matches("[0-9]{1,6}") ? Duration.ofMillis(Long.parseLong(value)) : retry;
    }

    boolean hasEnded() {
        return ended;
    }

    /** Whether it brought anything at all, be it a heartbeat. */
    boolean isAlive() {
        return alive;
    }

    /** Of the last message that had one. */
    Optional<String> lastId() {
        return Optional.ofNullable(lastId);
    }

    /** How long to wait before the next connection, where the stream says so. */
    Optional<Duration> retry() {
        return Optional.ofNullable(retry);
    }

    @Override
    public void close() {
        closed = true;
        Flow.Subscription stream = subscription;
        if (stream != null) {
            stream.cancel();
        }
    }
}
