package io.digitalworker.local.launcher.client;

import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.Flow;
import java.util.function.LongConsumer;

/** A file as a body that tells how much of it has gone. */
final class CountedFile implements BodyPublisher {
    private final BodyPublisher file;
    private final LongConsumer sent;

    private CountedFile(BodyPublisher file, LongConsumer sent) {
        this.file = file;
        this.sent = sent;
    }

    /** @param sent is told the bytes taken so far, counted anew at each attempt */
    static CountedFile of(Path file, LongConsumer sent) throws FileNotFoundException {
        return new CountedFile(BodyPublishers.ofFile(file), sent);
    }

    @Override
    public long contentLength() {
        return file.contentLength();
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
        file.subscribe(new Counting(subscriber));
    }

    private final class Counting implements Flow.Subscriber<ByteBuffer> {
        private final Flow.Subscriber<? super ByteBuffer> next;
        private long total;

        private Counting(Flow.Subscriber<? super ByteBuffer> next) {
            this.next = next;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            next.onSubscribe(subscription);
        }

        @Override
        public void onNext(ByteBuffer part) {
            total += part.remaining();
            sent.accept(total);
            next.onNext(part);
        }

        @Override
        public void onError(Throwable fault) {
            next.onError(fault);
        }

        @Override
        public void onComplete() {
            next.onComplete();
        }
    }
}
