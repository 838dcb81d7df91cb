package io.digitalworker.notifier.webhook;

import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Throws an answer's body away, and hangs up on one that is longer than the bound. */
final class BoundedDiscard implements HttpResponse.BodySubscriber<Void> {
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private final long most;
    private long seen;
    private Flow.@Nullable Subscription subscription;

    BoundedDiscard(long most) {
        this.most = most;
    }

    @Override
    public CompletionStage<Void> getBody() {
        return end;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        this.subscription = subscription;
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> piece) {
        seen += piece.stream().mapToLong(ByteBuffer::remaining).sum();
        if (seen > most && subscription != null) {
            subscription.cancel();
            onComplete();
        }
    }

    @Override
    public void onError(Throwable fault) {
        end.completeExceptionally(fault);
    }

    @Override
    @SuppressWarnings("NullAway") // null is the one value of Void
    public void onComplete() {
        end.complete(null);
    }
}
