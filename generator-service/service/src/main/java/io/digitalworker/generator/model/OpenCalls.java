package io.digitalworker.generator.model;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** The calls of one job that are under way: what they have reserved is given back in part when they end. */
final class OpenCalls {
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicLong ended = new AtomicLong();

    void begin() {
        open.incrementAndGet();
    }

    void end() {
        ended.incrementAndGet();
        open.decrementAndGet();
    }

    /** How many have ended so far. */
    long ended() {
        return ended.get();
    }

    boolean isAny() {
        return open.get() > 0;
    }
}
