package io.digitalworker.runtime.testing;

import io.digitalworker.local.process.CloudEndpoints;
import io.digitalworker.local.process.CloudProcess;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Gives a {@code @QuarkusTest} an embedded cloud of its own, empty at first:
 *
 * <pre>{@code
 * @QuarkusTest
 * @WithTestResource(EmbeddedCloudResource.class)
 * class XQuarkusTest { … }
 * }</pre>
 *
 * <p>The optional argument {@code arguments} goes to the cloud, such as {@code --index-lag-ms 500
 * --conflict-percent 2 --seed 7}. A field of type {@link CloudEndpoints} of a test is filled in.
 */
public final class EmbeddedCloudResource implements QuarkusTestResourceLifecycleManager {
    /** As ServiceMain has it: nobody but us retries. The SDK does not read Quarkus' configuration. */
    private static final Map<String, String> AWS =
            Map.of(
                    "aws.maxAttempts", "1",
                    "sun.net.http.retryPost", "false",
                    "aws.region", "eu-west-1",
                    "aws.accessKeyId", "local",
                    "aws.secretAccessKey", "locallocal");

    private String[] arguments = {};
    private CloudProcess cloud;
    private Path data;

    @Override
    public void init(Map<String, String> initArgs) {
        arguments =
                Stream.of(initArgs.getOrDefault("arguments", "").split(" "))
                        .filter(argument -> !argument.isEmpty())
                        .toArray(String[]::new);
    }

    @Override
    public Map<String, String> start() {
        try {
            data = Files.createTempDirectory("embedded-cloud");
            cloud = CloudProcess.start(CloudProcess.Options.in(data).with(arguments));
            return settings(cloud.endpoints());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a service must be told to find the cloud. */
    static Map<String, String> settings(CloudEndpoints endpoints) {
        AWS.forEach(System::setProperty);
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("quarkus.dynamodb.endpoint-override", endpoints.dynamodb().toString());
        settings.put("quarkus.s3.endpoint-override", endpoints.s3().toString());
        settings.put("quarkus.sqs.endpoint-override", endpoints.sqs().toString());
        settings.put("quarkus.sns.endpoint-override", endpoints.events().toString());
        settings.put("digitalworker.events.endpoint-override", endpoints.events().toString());
        return settings;
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(
                cloud.endpoints(), new TestInjector.MatchesType(CloudEndpoints.class));
    }

    @Override
    public void stop() {
        forget();
        if (cloud != null) {
            cloud.close();
        }
        if (data != null) {
            delete(data);
        }
    }

    static void forget() {
        AWS.keySet().forEach(System::clearProperty);
    }

    private static void delete(Path directory) {
        try (Stream<Path> paths = Files.walk(directory)) {
            List<Path> deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
