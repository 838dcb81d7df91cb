package io.digitalworker.generator.model;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Lets time pass. */
@FunctionalInterface
public interface Pause {
    /** @throws CancellationException if the thread is interrupted, which it stays */
    void let(Duration pass);

    /** The time that everybody has. */
    static Pause real() {
        ReentrantLock lock = new ReentrantLock();
        Condition never = lock.newCondition();
        return pass -> {
            lock.lock();
            try {
                long left = pass.toNanos();
                while (left > 0) {
                    left = never.awaitNanos(left);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException("interrupted");
            } finally {
                lock.unlock();
            }
        };
    }
}
