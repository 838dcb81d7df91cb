package io.digitalworker.local.system;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Makes the generator stand still right before an object is written, and lets it go on later. */
final class HeldWrite implements CloudProxy.Watch {
    private static final long PATIENCE_SECONDS = 60;

    private final Object lock = new Object();
    private Hold hold = new Hold();
    private boolean wanted;

    /** One write, from its arrival to its answer. */
    private static final class Hold {
        private final CountDownLatch arrived = new CountDownLatch(1);
        private final CountDownLatch released = new CountDownLatch(1);
        private final CountDownLatch answered = new CountDownLatch(1);
        private CloudCall call;
    }

    /** Holds the next write. */
    void next() {
        synchronized (lock) {
            hold = new Hold();
            wanted = true;
        }
    }

    /** Waits until there is one. */
    void awaitHeld() {
        await(hold.arrived, "a write of the generator");
    }

    /** Lets it through, and waits for its answer. */
    void release() {
        hold.released.countDown();
        await(hold.answered, "the answer to the write");
    }

    @Override
    public void before(CloudCall call) {
        Hold held = take(call);
        if (held != null) {
            held.arrived.countDown();
            await(held.released, "the test");
        }
    }

    private Hold take(CloudCall call) {
        synchronized (lock) {
            boolean write =
                    call.service().equals("generator") && call.operation().equals("S3.PutObject");
            if (!wanted || !write) {
                return null;
            }
            wanted = false;
            hold.call = call;
            return hold;
        }
    }

    @Override
    public void after(CloudCall call, HttpMessage answer) {
        synchronized (lock) {
            if (call == hold.call) {
                hold.answered.countDown();
            }
        }
    }

    private static void await(CountDownLatch latch, String what) {
        try {
            if (!latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("waited in vain for " + what);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for " + what, e);
        }
    }
}
