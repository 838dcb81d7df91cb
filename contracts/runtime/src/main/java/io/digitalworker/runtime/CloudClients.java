package io.digitalworker.runtime;

import io.digitalworker.ledger.EventBridgeBus;
import io.digitalworker.ledger.EventBus;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;

/** The clients that no Quarkus extension brings. */
final class CloudClients {
    @Produces
    @Singleton
    EventBridgeClient eventBridge(ServiceConfig config) {
        var client =
                EventBridgeClient.builder()
                        .httpClientBuilder(
                                UrlConnectionHttpClient.builder()
                                        .connectionTimeout(Duration.ofSeconds(2))
                                        .socketTimeout(Duration.ofSeconds(10)))
                        .overrideConfiguration(c -> c.retryStrategy(AwsRetryStrategy.doNotRetry()));
        config.events().endpointOverride().ifPresent(client::endpointOverride);
        return client.build();
    }

    void close(@Disposes EventBridgeClient client) {
        client.close();
    }

    @Produces
    @Singleton
    EventBus bus(EventBridgeClient client, ServiceConfig config) {
        return new EventBridgeBus(client, config.bus());
    }
}
