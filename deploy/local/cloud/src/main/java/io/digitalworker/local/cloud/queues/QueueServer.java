package io.digitalworker.local.cloud.queues;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.digitalworker.local.cloud.Account;
import io.digitalworker.local.cloud.PortBusyException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Props;
import org.apache.pekko.pattern.Patterns;
import org.elasticmq.NodeAddress;
import org.elasticmq.StrictSQSLimits$;
import org.elasticmq.actor.QueueManagerActor;
import org.elasticmq.actor.queue.QueueEvent;
import org.elasticmq.persistence.sql.SqlQueuePersistenceActor;
import org.elasticmq.persistence.sql.SqlQueuePersistenceConfig;
import org.elasticmq.rest.sqs.AutoCreateQueuesConfig;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.TheSQSRestServerBuilder;
import org.elasticmq.util.NowProvider;
import scala.Option;
import scala.collection.immutable.List$;
import scala.util.Either;

/**
 * SQS on 127.0.0.1: ElasticMQ, every message in an H2 file before it is answered.
 *
 * <p>It is put together here rather than by ElasticMQServer, which listens before what it stored is
 * back: a queue created in between would take the server down.
 */
public final class QueueServer implements AutoCloseable {
    private static final Duration RESTORE_LIMIT = Duration.ofSeconds(30);

    private final ActorSystem actors;
    private final URI endpoint;

    private QueueServer(ActorSystem actors, URI endpoint) {
        this.actors = actors;
        this.endpoint = endpoint;
    }

    /** Starts on that port with what an earlier run left; 0 means any free port. */
    public static QueueServer start(int port, Path directory) throws IOException {
        int chosen = port == 0 ? freePort() : requireFree(port);
        Files.createDirectories(directory);
        // WRITE_DELAY=0: H2 commits before it answers, so kill -9 loses nothing
        String uri =
                "jdbc:h2:" + directory.toAbsolutePath().resolve("elasticmq") + ";WRITE_DELAY=0";
        StoredReceiveCounts.restore(uri);
        ActorSystem actors = ActorSystem.create("elasticmq", config());
        try {
            return listen(actors, restored(actors, uri), chosen);
        } catch (IOException | RuntimeException failed) {
            actors.terminate();
            throw failed;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            return probe.getLocalPort();
        }
    }

    private static int requireFree(int port) throws IOException {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return port;
        } catch (IOException busy) {
            throw new PortBusyException("sqs", port);
        }
    }

    private static Config config() {
        return ConfigFactory.parseString(
                        """
                        pekko.loglevel = "WARNING"
                        pekko.http.server.request-timeout = 25 s
                        pekko.http.server.idle-timeout = 300 s
                        pekko.jvm-exit-on-fatal-error = off
                        pekko.coordinated-shutdown.run-by-jvm-shutdown-hook = off
                        """)
                .withFallback(ConfigFactory.load());
    }

    private record Restored(ActorRef queues, ActorRef storage) {}

    private static Restored restored(ActorSystem actors, String uri) throws IOException {
        SqlQueuePersistenceConfig storageConfig =
                new SqlQueuePersistenceConfig(true, "org.h2.Driver", uri, "", "", false);
        ActorRef storage =
                actors.actorOf(
                        Props.create(
                                SqlQueuePersistenceActor.class,
                                () ->
                                        new SqlQueuePersistenceActor(
                                                storageConfig, List$.MODULE$.empty())));
        ActorRef queues =
                actors.actorOf(
                        Props.create(
                                QueueManagerActor.class,
                                () ->
                                        new QueueManagerActor(
                                                new NowProvider(),
                                                StrictSQSLimits$.MODULE$,
                                                Option.apply(storage))));
        awaitRestore(storage, queues);
        return new Restored(queues, storage);
    }

    private static void awaitRestore(ActorRef storage, ActorRef queues) throws IOException {
        try {
            Object answer =
                    Patterns.ask(storage, new QueueEvent.Restore(queues), RESTORE_LIMIT)
                            .toCompletableFuture()
                            .get(RESTORE_LIMIT.toSeconds(), TimeUnit.SECONDS);
            if (answer instanceof Either<?, ?> outcome && outcome.isLeft()) {
                throw new IOException("stored queues cannot be restored: " + outcome);
            }
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("stored queues cannot be restored", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while queues were restored", e);
        }
    }

    private static QueueServer listen(ActorSystem actors, Restored restored, int port)
            throws IOException {
        SQSRestServer server =
                new TheSQSRestServerBuilder(
                                Option.apply(actors),
                                Option.apply(restored.queues()),
                                "127.0.0.1",
                                port,
                                new NodeAddress("http", "127.0.0.1", port, ""),
                                false,
                                StrictSQSLimits$.MODULE$,
                                Account.REGION,
                                Account.ID,
                                Option.apply(restored.storage()),
                                AutoCreateQueuesConfig.disabled())
                        .start();
        try {
            server.waitUntilStarted();
        } catch (RuntimeException busy) {
            throw new PortBusyException("sqs", port);
        }
        return new QueueServer(actors, URI.create("http://127.0.0.1:" + port));
    }

    public URI endpoint() {
        return endpoint;
    }

    @Override
    public void close() {
        try {
            actors.terminate();
            actors.getWhenTerminated().toCompletableFuture().get(10, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("SQS did not stop", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
