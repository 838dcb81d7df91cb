package io.digitalworker.generator;

import io.digitalworker.local.process.CloudProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

final class SharedCloud {
    private static final CloudProcess CLOUD = start();

    static CloudProcess get() {
        return CLOUD;
    }

    private static CloudProcess start() {
        try {
            Path data = Files.createTempDirectory("generator-ledger-test");
            CloudProcess cloud = CloudProcess.start(data);
            Runtime.getRuntime().addShutdownHook(new Thread(cloud::close));
            return cloud;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
