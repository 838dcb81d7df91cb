package io.digitalworker.local.launcher.client;

import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** A body that is an {@link EventStream}, there as soon as the head of the answer is. */
final class StreamBody implements HttpResponse.BodySubscriber<EventStream> {
    private final EventStream stream = new EventStream();
    private final HttpResponse.BodySubscriber<Void> lines =
            HttpResponse.BodySubscribers.fromLineSubscriber(
                    stream, each -> null, StandardCharsets.UTF_8, null);

    @Override
    public CompletionStage<EventStream> getBody() {
        return CompletableFuture.completedFuture(stream);
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        lines.onSubscribe(subscription);
    }

    @Override
    public void onNext(List<ByteBuffer> part) {
        lines.onNext(part);
    }

    @Override
    public void onError(Throwable fault) {
        lines.onError(fault);
    }

    @Override
    public void onComplete() {
        lines.onComplete();
    }
}
