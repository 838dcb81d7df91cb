package io.digitalworker.notifier.webhook;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer, whose body is thrown away; one that is longer than the bound is not waited
 * for. Vert.x calls it from its own thread.
 */
final class Exchange {
    private static final long MOST_OF_ANSWER = 64 * 1024;

    private final Map<String, String> headers;
    private final String body;
    private final CompletableFuture<Integer> status = new CompletableFuture<>();
    private @Nullable HttpClientRequest request;
    private boolean over;
    private long seen;

    Exchange(Map<String, String> headers, String body) {
        this.headers = headers;
        this.body = body;
    }

    /** Of the answer, once all of it is there or it is too long. */
    CompletableFuture<Integer> status() {
        return status;
    }

    void send(HttpClientRequest connected) {
        if (keep(connected)) {
            connected.putHeader("Content-Type", "application/json");
            connected.putHeader("User-Agent", "DigitalWorkerFactory/1.0");
            headers.forEach(connected::putHeader);
            connected.exceptionHandler(this::fail);
            // else Vert.x logs what the receiver sent
            connected.connection().exceptionHandler(this::fail);
            connected.send(body).onSuccess(this::read).onFailure(this::fail);
        }
    }

    void fail(Throwable fault) {
        status.completeExceptionally(fault);
    }

    private void read(HttpClientResponse answer) {
        answer.exceptionHandler(this::fail);
        answer.handler(piece -> count(piece, answer));
        answer.endHandler(end -> status.complete(answer.statusCode()));
    }

    private void count(Buffer piece, HttpClientResponse answer) {
        seen += piece.length();
        if (seen > MOST_OF_ANSWER) {
            status.complete(answer.statusCode());
            hangUp();
        }
    }

    /** False if nobody waits for it any more. */
    private synchronized boolean keep(HttpClientRequest connected) {
        request = connected;
        if (over) {
            connected.reset();
        }
        return !over;
    }

    /** Ends the connection whatever state it is in, also one that is still to come. */
    synchronized void hangUp() {
        over = true;
        if (request != null) {
            request.reset();
        }
    }
}
