package io.digitalworker.local.cloud;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** One cloud for all conformance tests of this JVM, and AWS's own clients for it. */
public final class TestCloud {
    /** Origins that the buckets are open to. */
    public static final String PAGES = "http://127.0.0.1:8080,http://*.example.com";

    private static final SdkHttpClient HTTP = UrlConnectionHttpClient.create();
    private static final RunningCloud CLOUD = start();

    private TestCloud() {}

    private static RunningCloud start() {
        try {
            Path data = Files.createTempDirectory("cloud");
            RunningCloud cloud =
                    RunningCloud.start(options(data), Clock.systemUTC(), UUID::randomUUID);
            Runtime.getRuntime().addShutdownHook(new Thread(cloud::close));
            return cloud;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CloudOptions options(Path data) {
        try {
            return CloudOptions.parse(
                    "--detached", "--data", data.toString(), "--cors-origins", PAGES);
        } catch (CloudOptions.Unusable e) {
            throw new IllegalStateException(e);
        }
    }

    public static RunningCloud cloud() {
        return CLOUD;
    }

    public static StaticCredentialsProvider credentials(String secret) {
        return StaticCredentialsProvider.create(
                AwsBasicCredentials.create(Account.ACCESS_KEY, secret));
    }

    public static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(
            B builder, URI endpoint) {
        return builder.endpointOverride(endpoint)
                .region(Region.of(Account.REGION))
                .credentialsProvider(credentials(Account.SECRET_KEY))
                .httpClient(HTTP)
                .build();
    }

    public static DynamoDbClient dynamodb() {
        return client(DynamoDbClient.builder(), CLOUD.dynamodb());
    }

    public static SqsClient sqs() {
        return client(SqsClient.builder(), CLOUD.sqs());
    }

    public static EventBridgeClient eventBridge() {
        return client(EventBridgeClient.builder(), CLOUD.events());
    }

    public static SnsClient sns() {
        return client(SnsClient.builder(), CLOUD.events());
    }

    public static S3Client s3() {
        return client(S3Client.builder().forcePathStyle(true), CLOUD.s3());
    }
}
