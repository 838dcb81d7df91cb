package io.digitalworker.generator;

import io.digitalworker.local.process.CloudProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** One embedded cloud for all plain tests of this JVM, ended with it. */
final class SharedCloud {
    private static final CloudProcess CLOUD = start();

    private SharedCloud() {}

    static CloudProcess get() {
        return CLOUD;
    }

    private static CloudProcess start() {
        try {
            Path data = Files.createTempDirectory("generator-test-cloud");
            CloudProcess cloud = CloudProcess.start(CloudProcess.Options.in(data));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(cloud, data)));
            return cloud;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void end(CloudProcess cloud, Path data) {
        cloud.close();
        try (Stream<Path> files = Files.walk(data)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
