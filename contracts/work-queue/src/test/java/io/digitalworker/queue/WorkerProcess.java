package io.digitalworker.queue;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/**
 * A worker in a JVM of its own, to be ended by SIGTERM: {@code quick} ends when it is told to drain,
 * {@code endless} never does. Each is told on standard output when it is begun.
 */
final class WorkerProcess {

    private WorkerProcess() {}

    public static void main(String[] arguments) throws InterruptedException {
        ChannelSettings settings =
                new ChannelSettings(
                        "jobs",
                        arguments[1],
                        3,
                        Duration.ofMinutes(1),
                        Duration.ofSeconds(20),
                        Duration.ofHours(6),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2));
        QueueChannel channel =
                new QueueChannel(
                        RealQueues.client(URI.create(arguments[0])), settings, Clock.systemUTC());
        Runtime.getRuntime().addShutdownHook(new Thread(channel::drain));
        channel.start(delivery -> delivery.handle(WorkerProcess::work));
        new CountDownLatch(1).await();
    }

    private static Outcome work(Received received) throws InterruptedException {
        CountDownLatch end = new CountDownLatch(1);
        if (received.body().equals("quick")) {
            received.lease().onDraining(end::countDown);
        }
        System.out.println("WORKING " + received.body());
        end.await();
        return Outcome.done();
    }
}
