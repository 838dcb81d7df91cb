package io.digitalworker.runtime;

import io.digitalworker.api.event.EventSource;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** What a process must be told; names of environment variables are in {@code microprofile-config.properties}. */
@ConfigMapping(prefix = "digitalworker")
public interface ServiceConfig {
    /** Which of the services this is. */
    EventSource service();

    /** DynamoDB table of the ledger. */
    String table();

    /** Bucket of archives, descriptors and options. */
    String inputBucket();

    /** Bucket of artifacts. */
    String outputBucket();

    /** EventBridge bus. */
    String bus();

    /** Key that objects are encrypted with; without it they are stored as the bucket has it. */
    Optional<String> kmsKeyArn();

    /** Where callers reach the API, if that is not where they say they do ({@code Host}). */
    Optional<URI> publicUrl();

    Auth auth();

    ClockConfig clock();

    Events events();

    /** Who may call. */
    interface Auth {
        /** {@code none}: everybody who reaches the port, which must then be on loopback. */
        String mode();
    }

    /** Moves the services' time, for demonstrations and tests. */
    interface ClockConfig {
        /** Added to the system's time; other than zero only with auth {@code none} on loopback. */
        @WithDefault("0S")
        Duration offset();
    }

    /** Sending of events. */
    interface Events {
        /** Where EventBridge is, if not where the SDK finds it. */
        Optional<URI> endpointOverride();

        /** How often the outbox is looked at. */
        @WithDefault("2S")
        Duration relayEvery();

        /** Events younger than this are left to whoever has just committed them. */
        @WithDefault("2S")
        Duration relayAfter();
    }
}
