package io.digitalworker.archive;

import java.lang.management.ManagementFactory;
import java.time.Duration;

/** What this thread computed, which a busy machine does not change. */
record CpuTime(long startNanos) {
    static CpuTime start() {
        return new CpuTime(nanos());
    }

    Duration taken() {
        return Duration.ofNanos(nanos() - startNanos);
    }

    private static long nanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
