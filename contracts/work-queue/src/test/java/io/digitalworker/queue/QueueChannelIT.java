package io.digitalworker.queue;

import io.digitalworker.local.process.CloudProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

import static org.assertj.core.api.Assertions.assertThat;

/** The connector's core against the queues of the embedded cloud. */
class QueueChannelIT {

    @TempDir private static Path data;

    private static CloudProcess cloud;
    private static SqsClient sqs;
    private static RealQueues queues;

    private final List<QueueChannel> open = new ArrayList<>();
    private final ConcurrentLinkedQueue<Received> seen = new ConcurrentLinkedQueue<>();
    private String queue;

    @BeforeAll
    static void startCloud() throws Exception {
        cloud = CloudProcess.start(CloudProcess.Options.in(data));
        sqs = RealQueues.client(cloud.endpoints().sqs());
        queues = new RealQueues(sqs);
    }

    @AfterAll
    static void stopCloud() {
        sqs.close();
        cloud.close();
    }

    @BeforeEach
    void createQueue(TestInfo test) {
        queue = test.getTestMethod().orElseThrow().getName();
        queues.create(queue);
    }

    @AfterEach
    void endChannels() {
        open.forEach(QueueChannel::close);
    }

    @Test
    void runsALongHandlerOnce() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        queues.send(queue, "long");
        channel(
                received -> {
                    seen.add(received);
                    end.await(2500, TimeUnit.MILLISECONDS);
                    return Outcome.done();
                });
        ChannelTest.until("it is begun", () -> seen.size() == 1);
        ChannelTest.until(
                "it is done, and nobody else got it while it took longer than its visibility",
                () -> {
                    assertThat(queues.receive(queue)).isEmpty();
                    return queues.size(queue) == 0;
                });
        assertThat(seen).hasSize(1);
    }

    @Test
    void leavesToOthersWhatItCannotWorkOn() {
        CountDownLatch end = new CountDownLatch(1);
        queues.send(queue, "first");
        queues.send(queue, "second");
        channel(
                received -> {
                    seen.add(received);
                    end.await();
                    return Outcome.done();
                });
        ChannelTest.until("one is begun", () -> seen.size() == 1);
        assertThat(queues.receive(queue)).as("another consumer gets the other").hasSize(1);
        end.countDown();
    }

    @Test
    void keepsFirstReceiptOverLater() {
        queues.send(queue, "work");
        channel(
                received -> {
                    seen.add(received);
                    return seen.size() < 2 ? Outcome.later(Duration.ofSeconds(1)) : Outcome.done();
                });
        ChannelTest.until("the second run is done", () -> queues.size(queue) == 0);
        assertThat(seen).extracting(Received::receiveCount).containsExactly(1, 1);
        assertThat(seen.stream().map(Received::firstReceived).distinct()).hasSize(1);
        assertThat(seen.stream().map(Received::messageId).distinct()).hasSize(2);
    }

    @Test
    void endsPoisonInTheDeadLetterQueueAfterFive() {
        queues.send(queue, "poison");
        channel(
                received -> {
                    seen.add(received);
                    throw new IllegalStateException("as scripted");
                });
        List<Message> dead = new ArrayList<>();
        ChannelTest.until(
                "it is dead", () -> dead.addAll(queues.receive(queue + "-dlq")) || !dead.isEmpty());
        assertThat(dead).extracting(Message::body).containsExactly("poison");
        assertThat(seen).extracting(Received::receiveCount).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void outlivesItsEndpoint() throws Exception {
        QueueChannel channel =
                channel(
                        received -> {
                            seen.add(received);
                            return Outcome.done();
                        });
        ChannelTest.until("it polls", () -> channel.trouble().isEmpty());
        cloud.kill();
        ChannelTest.until("it notices", () -> channel.trouble().isPresent());
        cloud = CloudProcess.start(CloudProcess.Options.in(data).withPortsOf(cloud.endpoints()));
        queues.send(queue, "after");
        ChannelTest.until("it works on, without restart", () -> seen.size() == 1);
        assertThat(channel.trouble()).isEmpty();
    }

    @Test
    void finishesOrHandsBackOnSigterm() throws Exception {
        // The worker's third thread is free: a long poll is open when SIGTERM comes.
        queues.send(queue, "quick");
        queues.send(queue, "endless");
        Process worker = worker();
        try (BufferedReader out = worker.inputReader()) {
            Set<String> begun = Set.of(out.readLine(), out.readLine());
            assertThat(begun).containsExactlyInAnyOrder("WORKING quick", "WORKING endless");
            worker.destroy();
            assertThat(worker.waitFor(15, TimeUnit.SECONDS)).as("SIGTERM ends it").isTrue();
        } finally {
            worker.destroyForcibly();
        }
        assertThat(worker.exitValue()).as("ended by SIGTERM").isEqualTo(143);
        List<Message> left = queues.receive(queue);
        assertThat(left)
                .as("handed back, a minute before its visibility ends; the other is done")
                .extracting(Message::body)
                .containsExactly("endless");
        assertThat(queues.size(queue)).isEqualTo(1);
    }

    private Process worker() throws IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WorkerProcess.class.getName(),
                        cloud.endpoints().sqs().toString(),
                        queue)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private QueueChannel channel(WorkHandler handler) {
        ChannelSettings settings =
                new ChannelSettings(
                        "jobs",
                        queue,
                        1,
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(10),
                        Duration.ofHours(6),
                        Duration.ZERO,
                        Duration.ZERO);
        QueueChannel channel = new QueueChannel(sqs, settings, Clock.systemUTC());
        open.add(channel);
        channel.start(delivery -> delivery.handle(handler));
        return channel;
    }
}
