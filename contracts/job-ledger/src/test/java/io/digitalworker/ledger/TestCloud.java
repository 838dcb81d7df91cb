package io.digitalworker.ledger;

import io.digitalworker.local.process.CloudProcess;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** DynamoDB on loopback, one process for all tests of this JVM; tables as the ledger needs them. */
final class TestCloud {
    private static final CloudProcess CLOUD = start();
    private static final DynamoDbClient CLIENT = client(CLOUD.endpoints().dynamodb());

    private TestCloud() {}

    static DynamoDbClient shared() {
        return CLIENT;
    }

    static URI events() {
        return CLOUD.endpoints().events();
    }

    /** Starts a cloud that ends with this JVM at the latest. */
    static CloudProcess start(String... trouble) {
        try {
            Path data = Files.createTempDirectory("ledger-cloud");
            CloudProcess cloud = CloudProcess.start(CloudProcess.Options.in(data).with(trouble));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(cloud, data)));
            return cloud;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void end(CloudProcess cloud, Path data) {
        cloud.kill();
        try (Stream<Path> files = Files.walk(data)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static DynamoDbClient client(URI endpoint) {
        return DynamoDbClient.builder()
                .endpointOverride(endpoint)
                .region(Region.EU_WEST_1)
                .credentialsProvider(
                        StaticCredentialsProvider.create(
                                AwsBasicCredentials.create("local", "locallocal")))
                .httpClient(UrlConnectionHttpClient.create())
                .overrideConfiguration(
                        o ->
                                o.retryStrategy(DefaultRetryStrategy.doNotRetry())
                                        .apiCallAttemptTimeout(Duration.ofSeconds(10)))
                .build();
    }

    /** A fresh table with the indexes of design §4.5. */
    static String newTable(DynamoDbClient db) {
        String name = "Jobs-" + UUID.randomUUID();
        db.createTable(
                table ->
                        table.tableName(name)
                                .billingMode(BillingMode.PAY_PER_REQUEST)
                                .attributeDefinitions(
                                        attribute(Items.JOB_ID, ScalarAttributeType.S),
                                        attribute(Items.METADATA, ScalarAttributeType.S),
                                        attribute(Items.STATUS, ScalarAttributeType.S),
                                        attribute(Items.OWNER, ScalarAttributeType.S),
                                        attribute(Items.DUE, ScalarAttributeType.S),
                                        attribute(Items.SUBMIT_TIME, ScalarAttributeType.N),
                                        attribute(Items.DUE_AT, ScalarAttributeType.N))
                                .keySchema(keys(Items.JOB_ID, Items.METADATA))
                                .globalSecondaryIndexes(
                                        index(Items.STATUS_INDEX, Items.STATUS, Items.SUBMIT_TIME),
                                        index(Items.OWNER_INDEX, Items.OWNER, Items.SUBMIT_TIME),
                                        index(Items.DUE_INDEX, Items.DUE, Items.DUE_AT)));
        return name;
    }

    private static AttributeDefinition attribute(String name, ScalarAttributeType type) {
        return AttributeDefinition.builder().attributeName(name).attributeType(type).build();
    }

    private static List<KeySchemaElement> keys(String hash, String range) {
        return List.of(
                KeySchemaElement.builder().attributeName(hash).keyType(KeyType.HASH).build(),
                KeySchemaElement.builder().attributeName(range).keyType(KeyType.RANGE).build());
    }

    private static GlobalSecondaryIndex index(String name, String hash, String range) {
        return GlobalSecondaryIndex.builder()
                .indexName(name)
                .keySchema(keys(hash, range))
                .projection(p -> p.projectionType(ProjectionType.KEYS_ONLY))
                .build();
    }
}
