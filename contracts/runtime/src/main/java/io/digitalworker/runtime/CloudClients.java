package io.digitalworker.runtime;

import io.digitalworker.ledger.EventBridgeBus;
import io.digitalworker.ledger.EventBus;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** The clients that no Quarkus extension brings, or not as they must be. */
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

    /**
     * The ledger's client. Unlike the others it does not look at {@code aws.maxAttempts}, but repeats
     * each request eight times unless it is given a strategy, which no setting of Quarkus can.
     */
    @Produces
    @Singleton
    @Alternative
    @Priority(1)
    DynamoDbClient dynamoDb(DynamoDbClientBuilder builder) {
        var settings = builder.overrideConfiguration().toBuilder();
        return builder.overrideConfiguration(
                        settings.retryStrategy(AwsRetryStrategy.doNotRetry()).build())
                .build();
    }

    void closeLedger(@Disposes DynamoDbClient client) {
        client.close();
    }

    /** The object store's client: an upload survives that an idle connection was closed. */
    @Produces
    @Singleton
    @Alternative
    @Priority(1)
    S3Client s3(S3ClientBuilder builder) {
        var settings = builder.overrideConfiguration().toBuilder();
        return builder.overrideConfiguration(
                        settings.retryStrategy(LostConnection.repeated())
                                .addExecutionInterceptor(new WithoutExpectation())
                                .build())
                .build();
    }

    void closeObjectStore(@Disposes S3Client client) {
        client.close();
    }

    @Produces
    @Singleton
    EventBus bus(EventBridgeClient client, ServiceConfig config) {
        return new EventBridgeBus(client, config.bus());
    }
}
