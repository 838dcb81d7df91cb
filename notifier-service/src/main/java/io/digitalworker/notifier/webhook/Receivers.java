package io.digitalworker.notifier.webhook;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import software.amazon.awssdk.core.exception.AbortedException;

/** Posts to receivers: no redirects, no proxy, no cookies, bounded time and size. */
@Singleton
final class Receivers {
    private static final long MOST_OF_ANSWER = 64 * 1024;

    private final WebhookConfig config;
    private final HttpClient http;

    Receivers(WebhookConfig config) {
        this.config = config;
        this.http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .proxy(HttpClient.Builder.NO_PROXY)
                        .connectTimeout(config.connectTimeout())
                        .build();
    }

    /**
     * Posts JSON.
     *
     * @return status of the answer
     * @throws IOException if there was none in time
     */
    int post(URI address, Map<String, String> headers, String body) throws IOException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address)
                        .timeout(limit())
                        .header("Content-Type", "application/json")
                        .header("User-Agent", "DigitalWorkerFactory/1.0")
                        .POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return answer(http.sendAsync(request.build(), head -> new BoundedDiscard(MOST_OF_ANSWER)));
    }

    private int answer(CompletableFuture<HttpResponse<Void>> sent) throws IOException {
        try {
            // the request's own timeout ends with the head of the answer
            return sent.get(limit().toMillis(), TimeUnit.MILLISECONDS).statusCode();
        } catch (TimeoutException slow) {
            throw new IOException("no complete answer in time", slow);
        } catch (ExecutionException fault) {
            throw new IOException("no answer", fault.getCause());
        } catch (InterruptedException shutDown) {
            Thread.currentThread().interrupt();
            throw AbortedException.create("the process is shutting down", shutDown);
        } finally {
            sent.cancel(true);
        }
    }

    /** What is left of an attempt where its name took longest to resolve. */
    private Duration limit() {
        return config.timeout().minus(config.connectTimeout());
    }
}
