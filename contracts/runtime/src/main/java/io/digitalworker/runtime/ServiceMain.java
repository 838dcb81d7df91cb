package io.digitalworker.runtime;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/**
 * Where every service process begins: settles what must stand before the first client is made. One
 * layer retries, and it is ours (ledger, work queue, due passes); neither the SDK nor the JDK's HTTP
 * client repeats a request behind its back.
 */
@QuarkusMain
public final class ServiceMain {
    private ServiceMain() {}

    public static void main(String... args) {
        System.setProperty("aws.maxAttempts", "1");
        System.setProperty("sun.net.http.retryPost", "false");
        Quarkus.run(args);
    }
}
