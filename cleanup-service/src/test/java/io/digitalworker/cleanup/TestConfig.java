package io.digitalworker.cleanup;

import io.digitalworker.api.event.EventSource;
import io.digitalworker.runtime.ServiceConfig;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** What a cleanup process is told in tests without one. */
public record TestConfig() implements ServiceConfig {
    public static final String INPUT = "digital-worker-input";
    public static final String OUTPUT = "digital-worker-output";
    public static final String TABLE = "DigitalWorkerJobs";

    @Override
    public EventSource service() {
        return EventSource.CLEANUP;
    }

    @Override
    public String table() {
        return TABLE;
    }

    @Override
    public String inputBucket() {
        return INPUT;
    }

    @Override
    public String outputBucket() {
        return OUTPUT;
    }

    @Override
    public String bus() {
        return "digital-worker";
    }

    @Override
    public Optional<String> kmsKeyArn() {
        return Optional.empty();
    }

    @Override
    public Optional<URI> publicUrl() {
        return Optional.empty();
    }

    @Override
    public Auth auth() {
        return () -> "none";
    }

    @Override
    public ClockConfig clock() {
        return () -> Duration.ZERO;
    }

    @Override
    public Events events() {
        throw new UnsupportedOperationException("no events are sent here");
    }
}
