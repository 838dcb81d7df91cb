package io.digitalworker.notifier.webhook;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import software.amazon.awssdk.core.exception.AbortedException;

/**
 * Posts by Vert.x, which unlike the JDK's client can be told the address to connect to and still holds
 * the certificate against the host. No redirects, no proxy, no cookies, a connection for each request,
 * bounded time and size.
 */
@Singleton
final class PinnedReceivers implements Receivers {
    private static final int MOST_OF_HEADERS = 16 * 1024;
    private static final int MOST_AT_ONCE = 64;
    private static final int HTTPS_PORT = 443;
    private static final int HTTP_PORT = 80;

    private final WebhookConfig config;
    private final HttpClient http;

    @Inject
    PinnedReceivers(Vertx vertx, WebhookConfig config) {
        this(vertx, config, new HttpClientOptions());
    }

    /** @param trust says whose certificates are believed; the rest is set here */
    PinnedReceivers(Vertx vertx, WebhookConfig config, HttpClientOptions trust) {
        this.config = config;
        this.http =
                vertx.createHttpClient(
                        new HttpClientOptions(trust)
                                .setVerifyHost(true)
                                .setTrustAll(false)
                                .setKeepAlive(false)
                                .setMaxPoolSize(MOST_AT_ONCE)
                                .setMaxHeaderSize(MOST_OF_HEADERS)
                                .setConnectTimeout((int) config.connectTimeout().toMillis())
                                .setSslHandshakeTimeout(config.timeout().toSeconds() + 1));
    }

    @PreDestroy
    void close() {
        http.close();
    }

    @Override
    public int post(URI address, InetAddress connectTo, Map<String, String> headers, String body)
            throws IOException {
        Exchange exchange = new Exchange(headers, body);
        http.request(options(address, connectTo))
                .onSuccess(exchange::send)
                .onFailure(exchange::fail);
        return answer(exchange);
    }

    private static RequestOptions options(URI address, InetAddress connectTo) {
        boolean https = "https".equalsIgnoreCase(address.getScheme());
        int ownPort = https ? HTTPS_PORT : HTTP_PORT;
        int port = address.getPort() < 0 ? ownPort : address.getPort();
        String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        String path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(connectTo, port)))
                .setHost(withoutBrackets(address.getHost()))
                .setPort(port)
                .setSsl(https)
                .setURI(path + query)
                .setFollowRedirects(false);
    }

    private static String withoutBrackets(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private int answer(Exchange exchange) throws IOException {
        CompletableFuture<Integer> status = exchange.status();
        try {
            return status.get(limit().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            throw new IOException("no complete answer in time", slow);
        } catch (ExecutionException fault) {
            throw new IOException("no answer", fault.getCause());
        } catch (InterruptedException shutDown) {
            Thread.currentThread().interrupt();
            throw AbortedException.create("the process is shutting down", shutDown);
        } finally {
            exchange.hangUp();
        }
    }

    /** What is left of an attempt where its name took longest to resolve. */
    private Duration limit() {
        return config.timeout().minus(config.connectTimeout());
    }
}
