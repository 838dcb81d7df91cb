package io.digitalworker.local.cloud;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;

/**
 * Runs the embedded cloud as a process of its own.
 *
 * <p>Prints one line, {@code READY sqs=… s3=… dynamodb=… events=…}, when everything listens. Ends
 * on SIGTERM and, unless started with {@code --detached}, when standard input ends. Exit codes: 2
 * for an unusable command line, 3 for a busy port, 1 for anything else that hinders the start.
 */
public final class EmbeddedCloud {
    private static final int UNUSABLE_ARGUMENTS = 2;
    private static final int BUSY_PORT = 3;

    private EmbeddedCloud() {}

    public static void main(String[] arguments) throws InterruptedException {
        // read once by the JDK's HTTP server, so before its first class is loaded
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("sun.net.httpserver.idleInterval", "300");
        try {
            run(CloudOptions.parse(arguments));
        } catch (CloudOptions.Unusable unusable) {
            exit(UNUSABLE_ARGUMENTS, unusable.getMessage());
        } catch (PortBusyException busy) {
            exit(BUSY_PORT, busy.getMessage());
        } catch (IOException | RuntimeException failed) {
            exit(1, "cannot start: " + failed.getMessage());
        }
    }

    private static void exit(int status, @org.jspecify.annotations.Nullable String message) {
        System.err.println("embedded cloud: " + message);
        Runtime.getRuntime().halt(status);
    }

    private static void run(CloudOptions options) throws IOException, InterruptedException {
        RunningCloud cloud = RunningCloud.start(options, Clock.systemUTC(), UUID::randomUUID);
        Runtime.getRuntime().addShutdownHook(new Thread(cloud::close, "shutdown"));
        System.out.println(cloud.readyLine());
        System.out.flush();
        if (options.detached()) {
            new CountDownLatch(1).await();
        }
        awaitEndOfInput();
        System.exit(0);
    }

    private static void awaitEndOfInput() throws IOException {
        // only the end matters
        System.in.transferTo(OutputStream.nullOutputStream());
    }
}
