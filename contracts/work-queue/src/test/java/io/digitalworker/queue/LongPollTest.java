package io.digitalworker.queue;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/** The SDK's own client against an endpoint that does not answer a poll, or answers with faults. */
class LongPollTest {

    private final CountDownLatch polled = new CountDownLatch(1);
    private final CountDownLatch end = new CountDownLatch(1);
    private final AtomicInteger lookUps = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;
    private SqsClient sqs;

    @BeforeEach
    void startServer() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
        sqs =
                SqsClient.builder()
                        .endpointOverride(
                                URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
                        .region(Region.EU_WEST_1)
                        .credentialsProvider(
                                StaticCredentialsProvider.create(
                                        AwsBasicCredentials.create("local", "locallocal")))
                        .httpClient(UrlConnectionHttpClient.create())
                        .build();
    }

    @AfterEach
    void stopServer() {
        end.countDown();
        sqs.close();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void abortsAPollThatBlocksOnTheSocket() throws Exception {
        serve(200);
        QueueChannel channel =
                new QueueChannel(
                        sqs, ChannelSettings.of("silent", "generate", 1), Clock.systemUTC());
        channel.start(delivery -> delivery.handle(received -> Outcome.done()));
        assertThat(polled.await(10, TimeUnit.SECONDS)).as("a poll is under way").isTrue();
        assertThat(channel.trouble()).as("the queue was found").isEmpty();
        long begin = System.nanoTime();
        channel.drain();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(1));
        assertThat(Thread.getAllStackTraces().keySet())
                .as("its thread has ended")
                .noneMatch(thread -> thread.getName().equals("silent-poll-1"));
    }

    @Test
    void triesEachCallOnceWhateverTheClientIsSetTo() {
        serve(503);
        SqsQueue queue = new SqsQueue(sqs, ChannelSettings.of("jobs", "generate", 1));
        assertThat(catchThrowable(queue::connect)).isNotNull();
        assertThat(lookUps).as("only one layer repeats").hasValue(1);
        queue.close();
    }

    private void serve(int status) {
        server.createContext(
                "/",
                exchange -> {
                    String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
                    exchange.getRequestBody().readAllBytes();
                    if (target.endsWith("ReceiveMessage")) {
                        polled.countDown();
                        hold();
                    }
                    lookUps.incrementAndGet();
                    byte[] body =
                            "{\"QueueUrl\":\"http://127.0.0.1/queue/generate\"}"
                                    .getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
                    exchange.sendResponseHeaders(status, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
    }

    private void hold() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
