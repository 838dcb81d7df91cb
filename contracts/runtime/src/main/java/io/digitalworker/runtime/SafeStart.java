package io.digitalworker.runtime;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses to start a process that would be open to everybody, or lie about the time to them. */
@Singleton
final class SafeStart {
    private final ServiceConfig config;
    private final String host;

    SafeStart(ServiceConfig config, @ConfigProperty(name = "quarkus.http.host") String host) {
        this.config = config;
        this.host = host;
    }

    void check(@Observes @Priority(1) StartupEvent event) {
        check(AuthMode.of(config.auth().mode()), host, config.clock().offset());
    }

    static void check(AuthMode mode, String host, Duration clockOffset) {
        if (mode == AuthMode.NONE && !isLoopback(host)) {
            throw new IllegalStateException(
                    "digitalworker.auth.mode=none is allowed on a loopback address only:"
                            + " bind to 127.0.0.1");
        }
        if (mode != AuthMode.NONE && !clockOffset.isZero()) {
            throw new IllegalStateException(
                    "digitalworker.clock.offset is allowed with digitalworker.auth.mode=none only:"
                            + " leave it out");
        }
    }

    static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
