package io.digitalworker.notifier.webhook;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import software.amazon.awssdk.core.exception.AbortedException;

/**
 * Resolves names within a time limit, which the JDK alone does not have. The JDK keeps what it found
 * for 30 s, so that the connection made right after goes to the addresses that were checked.
 */
@Singleton
final class Addresses {
    private final WebhookConfig config;
    private final ExecutorService resolvers =
            Executors.newCachedThreadPool(
                    work -> {
                        Thread thread = new Thread(work, "resolver");
                        thread.setDaemon(true);
                        return thread;
                    });

    Addresses(WebhookConfig config) {
        this.config = config;
    }

    @PreDestroy
    void close() {
        resolvers.shutdownNow();
    }

    /** Every address of a host; an unknown name, or silence of the name server, is an exception. */
    List<InetAddress> of(String host) throws IOException {
        Future<List<InetAddress>> found = resolvers.submit(() -> resolve(host));
        try {
            return found.get(config.connectTimeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException unknown) {
            throw new IOException("the receiver's name cannot be resolved", unknown);
        } catch (InterruptedException shutDown) {
            Thread.currentThread().interrupt();
            throw AbortedException.create("the process is shutting down", shutDown);
        } finally {
            found.cancel(true);
        }
    }

    private static List<InetAddress> resolve(String host) throws UnknownHostException {
        return List.of(InetAddress.getAllByName(host));
    }
}
