package io.digitalworker.document.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** The same work on several things at once, as many as the machine has cores unless told otherwise. No thread outlives the call. */
final class SideBySide {
    private SideBySide() {}

    /**
     * The results in the order of the things. Once one piece of work fails, or the calling thread is
     * interrupted, the others are interrupted and waited for.
     *
     * @throws CancellationException if the calling thread is interrupted, which it stays
     */
    static <A, B> List<B> each(List<A> things, Function<A, B> work) {
        return each(things, Runtime.getRuntime().availableProcessors(), work);
    }

    /** The same, so many at once. */
    static <A, B> List<B> each(List<A> things, int atOnce, Function<A, B> work) {
        if (things.size() < 2 || atOnce < 2) {
            return things.stream().map(work).toList();
        }
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(things.size(), atOnce));
        try {
            List<Future<B>> running = new ArrayList<>();
            things.forEach(thing -> running.add(threads.submit(() -> work.apply(thing))));
            List<B> results = new ArrayList<>();
            for (Future<B> one : running) {
                results.add(one.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw unwrapped(Objects.requireNonNullElse(e.getCause(), e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } finally {
            threads.shutdownNow();
            awaitEnd(threads);
        }
    }

    private static RuntimeException unwrapped(Throwable fault) {
        if (fault instanceof Error error) {
            throw error;
        }
        return fault instanceof RuntimeException known ? known : new IllegalStateException(fault);
    }

    private static void awaitEnd(ExecutorService threads) {
        boolean interrupted = Thread.interrupted();
        try {
            while (!threads.isTerminated()) {
                try {
                    boolean unused = threads.awaitTermination(1, TimeUnit.MINUTES);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
