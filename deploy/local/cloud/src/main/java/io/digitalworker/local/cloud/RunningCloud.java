package io.digitalworker.local.cloud;

import io.digitalworker.local.cloud.events.Events;
import io.digitalworker.local.cloud.events.EventsEndpoint;
import io.digitalworker.local.cloud.http.LoopbackServer;
import io.digitalworker.local.cloud.objects.AllowedOrigins;
import io.digitalworker.local.cloud.objects.ObjectServer;
import io.digitalworker.local.cloud.queues.QueueServer;
import io.digitalworker.local.cloud.table.DynamoDb;
import io.digitalworker.local.cloud.table.DynamoDbEndpoint;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** All services of the cloud, started together. */
public final class RunningCloud implements AutoCloseable {
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final QueueServer queues;
    private final ObjectServer objects;
    private final LoopbackServer tableServer;
    private final LoopbackServer eventServer;

    private RunningCloud(CloudOptions options, Clock clock, Supplier<UUID> ids) throws IOException {
        Path data = options.data();
        // ports first: a busy one is told before anything else is done
        tableServer = opened(LoopbackServer.bind("dynamodb", options.dynamodbPort()));
        eventServer = opened(LoopbackServer.bind("events", options.eventsPort()));
        // S3 and SQS take longest; they start side by side
        CompletableFuture<ObjectServer> s3 =
                CompletableFuture.supplyAsync(
                        () -> s3(options.s3Port(), data.resolve("s3"), options.origins()));
        queues = opened(QueueServer.start(options.sqsPort(), data.resolve("sqs")));
        DynamoDb database = opened(DynamoDb.open(data, clock, options.troubles()));
        Events events =
                opened(Events.open(data, eventServer.endpoint(), queues.endpoint(), clock, ids));
        objects = opened(joined(s3));
        new ProjectResources(queues.endpoint(), objects, database, events).create();
        tableServer.serve(new DynamoDbEndpoint(database));
        eventServer.serve(new EventsEndpoint(events, ids));
        events.resumeDeliveries();
    }

    /** Starts everything; if that fails, parts may be running: the caller ends the process. */
    public static RunningCloud start(CloudOptions options, Clock clock, Supplier<UUID> ids)
            throws IOException {
        Files.createDirectories(options.data());
        return new RunningCloud(options, clock, ids);
    }

    private <T extends AutoCloseable> T opened(T part) {
        parts.push(part);
        return part;
    }

    private static ObjectServer s3(int port, Path directory, AllowedOrigins origins) {
        try {
            return ObjectServer.start(port, directory, origins);
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }

    private static ObjectServer joined(CompletableFuture<ObjectServer> s3) throws IOException {
        try {
            return s3.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw e;
        }
    }

    public URI sqs() {
        return queues.endpoint();
    }

    public URI s3() {
        return objects.endpoint();
    }

    public URI dynamodb() {
        return tableServer.endpoint();
    }

    public URI events() {
        return eventServer.endpoint();
    }

    /** The line on standard output that says where everything is. */
    String readyLine() {
        return "READY sqs=%s s3=%s dynamodb=%s events=%s"
                .formatted(sqs(), s3(), dynamodb(), events());
    }

    @Override
    public void close() {
        for (AutoCloseable part : parts) {
            try {
                part.close();
            } catch (Exception e) {
                System.err.println("embedded cloud: " + part + " did not end cleanly: " + e);
            }
        }
    }
}
