package io.digitalworker.notifier;

import io.digitalworker.notifier.delivery.Channel;
import io.digitalworker.notifier.delivery.Notice;
import io.digitalworker.notifier.delivery.Verdict;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.core.exception.SdkClientException;

/** A channel through a part of the cloud that is away for a while. */
@Singleton
public class Outage implements Channel {
    private final AtomicInteger attempts = new AtomicInteger();

    void lasts(int next) {
        attempts.set(next);
    }

    @Override
    public String name() {
        return "outage";
    }

    @Override
    public Verdict attempt(Notice notice) {
        if (attempts.getAndDecrement() > 0) {
            throw SdkClientException.create("connection refused");
        }
        return Verdict.DELIVERED;
    }
}
