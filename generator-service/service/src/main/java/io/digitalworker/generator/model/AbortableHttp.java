package io.digitalworker.generator.model;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;

/** An HTTP client whose exchanges another thread can end. */
final class AbortableHttp implements SdkHttpClient {
    private static final ThreadLocal<Exchange> CURRENT = new ThreadLocal<>();

    private final SdkHttpClient client;

    AbortableHttp(SdkHttpClient client) {
        this.client = client;
    }

    /** What the calling thread sends meanwhile belongs to the exchange. */
    <T> T within(Exchange exchange, Supplier<T> call) {
        CURRENT.set(exchange);
        try {
            return call.get();
        } finally {
            CURRENT.remove();
        }
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        ExecutableHttpRequest prepared = client.prepareRequest(request);
        Exchange exchange = CURRENT.get();
        if (exchange != null) {
            exchange.holds(prepared);
        }
        return prepared;
    }

    @Override
    public String clientName() {
        return client.clientName();
    }

    @Override
    public void close() {
        client.close();
    }

    /** The request on its way, if there is one. */
    static final class Exchange {
        private @Nullable ExecutableHttpRequest request;
        private boolean aborted;

        private synchronized void holds(ExecutableHttpRequest prepared) {
            request = prepared;
            if (aborted) {
                prepared.abort();
            }
        }

        /** Closes its connection; whoever reads from it fails. */
        synchronized void abort() {
            aborted = true;
            if (request != null) {
                request.abort();
            }
        }
    }
}
