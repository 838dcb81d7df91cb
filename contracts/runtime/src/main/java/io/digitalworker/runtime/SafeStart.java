package io.digitalworker.runtime;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
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
        boolean open = config.auth().mode().equals("none");
        if (!open) {
            throw new IllegalStateException(
                    "digitalworker.auth.mode must be 'none': other modes are not available yet");
        }
        if (!isLoopback(host)) {
            throw new IllegalStateException(
                    "digitalworker.auth.mode=none is allowed on a loopback address only:"
                            + " bind to 127.0.0.1");
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
