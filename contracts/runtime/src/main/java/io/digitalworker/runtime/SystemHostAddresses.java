package io.digitalworker.runtime;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import software.amazon.awssdk.core.exception.AbortedException;

/** Asks the resolver of this machine, within a time limit, which the JDK alone does not have. */
@Singleton
final class SystemHostAddresses implements HostAddresses {
    private static final Duration LIMIT = Duration.ofSeconds(3);

    /** A silent name server keeps a thread for as long as it likes; so many at once are enough. */
    private static final int MOST_THREADS = 32;

    /** What the machine answers. */
    interface Lookup {
        InetAddress[] of(String host) throws Exception;
    }

    private final Lookup lookup;
    private final Duration limit;
    private final ExecutorService resolvers =
            new ThreadPoolExecutor(
                    0,
                    MOST_THREADS,
                    10,
                    TimeUnit.SECONDS,
                    new SynchronousQueue<>(),
                    work -> {
                        Thread thread = new Thread(work, "resolver");
                        thread.setDaemon(true);
                        return thread;
                    });

    @Inject
    SystemHostAddresses() {
        this(InetAddress::getAllByName, LIMIT);
    }

    SystemHostAddresses(Lookup lookup, Duration limit) {
        this.lookup = lookup;
        this.limit = limit;
    }

    @PreDestroy
    void close() {
        resolvers.shutdownNow();
    }

    @Override
    public List<InetAddress> of(String host) {
        try {
            return within(resolvers.submit(() -> List.of(lookup.of(host))));
        } catch (RejectedExecutionException tooManyWait) {
            return List.of();
        }
    }

    private List<InetAddress> within(Future<List<InetAddress>> found) {
        try {
            return found.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException unknown) {
            return List.of();
        } catch (InterruptedException shutDown) {
            Thread.currentThread().interrupt();
            throw AbortedException.create("the process is shutting down", shutDown);
        } finally {
            found.cancel(true);
        }
    }
}
