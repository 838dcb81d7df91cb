package io.digitalworker.generator.model;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseRequest;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseResponse;

/**
 * Bedrock's runtime. The SDK repeats nothing, since {@link ModelCalls} decides about that, and a thread
 * that waits for an answer can be interrupted, which the JDK's client alone does not heed.
 */
final class Bedrock implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(5);

    /** The SDK's limit must come first, so that it can be told from a lost connection. */
    private static final Duration AFTER_ATTEMPT = Duration.ofSeconds(5);

    private final AbortableHttp http;
    private final BedrockRuntimeClient client;
    private final BedrockFaults faults;
    private final ExecutorService callers = Executors.newCachedThreadPool(Bedrock::thread);

    /** @param clock the real time, which servers tell dates by */
    Bedrock(BedrockConfig config, Clock clock) {
        faults = new BedrockFaults(clock);
        http =
                new AbortableHttp(
                        UrlConnectionHttpClient.builder()
                                .connectionTimeout(CONNECT)
                                .socketTimeout(config.attemptTimeout().plus(AFTER_ATTEMPT))
                                .build());
        var builder =
                BedrockRuntimeClient.builder()
                        .httpClient(http)
                        .overrideConfiguration(
                                c ->
                                        c.retryStrategy(AwsRetryStrategy.doNotRetry())
                                                .apiCallAttemptTimeout(config.attemptTimeout()));
        config.endpointOverride().ifPresent(builder::endpointOverride);
        config.region().map(Region::of).ifPresent(builder::region);
        BedrockCredentials.of(config).ifPresent(builder::credentialsProvider);
        client = builder.build();
    }

    /** @throws ModelFault if there is no answer */
    ConverseResponse converse(ConverseRequest request) {
        AbortableHttp.Exchange exchange = new AbortableHttp.Exchange();
        Future<ConverseResponse> answer =
                callers.submit(() -> http.within(exchange, () -> client.converse(request)));
        try {
            return answer.get();
        } catch (InterruptedException e) {
            answer.cancel(true);
            exchange.abort();
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } catch (ExecutionException e) {
            throw fault(Objects.requireNonNullElse(e.getCause(), e));
        }
    }

    private RuntimeException fault(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        if (cause instanceof SdkException fromSdk) {
            return faults.of(fromSdk);
        }
        return cause instanceof RuntimeException bug ? bug : new IllegalStateException(cause);
    }

    @Override
    public void close() {
        callers.shutdownNow();
        client.close();
        http.close();
    }

    private static Thread thread(Runnable call) {
        Thread thread = new Thread(call, "model-call");
        thread.setDaemon(true);
        return thread;
    }
}
