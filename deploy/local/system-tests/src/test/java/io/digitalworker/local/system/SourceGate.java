package io.digitalworker.local.system;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The generator's way to what was submitted: it can be refused, or shut for a while. */
final class SourceGate implements CloudProxy.Watch {
    private static final long PATIENCE_SECONDS = 60;

    final SourceRefused fault = new SourceRefused();
    private volatile CountDownLatch way = new CountDownLatch(0);

    /** Whoever asks from now on waits. */
    void shut() {
        way = new CountDownLatch(1);
    }

    void open() {
        way.countDown();
    }

    @Override
    public void before(CloudCall call) {
        if (!call.service().equals("generator") || !call.operation().equals("S3.GetObject")) {
            return;
        }
        try {
            if (!way.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("the way to the source was not opened again");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public HttpMessage insteadOf(CloudCall call) {
        return fault.insteadOf(call);
    }
}
