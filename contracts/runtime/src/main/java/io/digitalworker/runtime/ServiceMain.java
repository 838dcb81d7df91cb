package io.digitalworker.runtime;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Where every service process begins: settles what must stand before the first client is made. One
 * layer retries, and it is ours (ledger, work queue, due passes); neither the SDK nor the JDK's HTTP
 * client repeats a request behind its back, but for one to S3 whose connection was lost.
 */
@QuarkusMain
public final class ServiceMain {
    private ServiceMain() {}

    public static void main(String... args) {
        System.setProperty("aws.maxAttempts", "1");
        System.setProperty("sun.net.http.retryPost", "false");
        // SoundRequest does it, with a body
        System.setProperty("vertx.disableURIValidation", "true");
        if (Boolean.getBoolean("service.ends-with-stdin")) {
            endWithStandardInput();
        }
        Quarkus.run(args);
    }

    /** For a child process: its parent holds the other end, and may die without a word. */
    private static void endWithStandardInput() {
        Thread watcher =
                new Thread(
                        () -> {
                            awaitEndOf(System.in);
                            Quarkus.asyncExit();
                        },
                        "parent-watch");
        watcher.setDaemon(true);
        watcher.start();
    }

    private static void awaitEndOf(InputStream in) {
        try {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // a broken pipe is an end as well
        }
    }
}
