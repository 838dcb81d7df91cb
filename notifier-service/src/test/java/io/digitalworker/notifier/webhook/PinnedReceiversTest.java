package io.digitalworker.notifier.webhook;

import io.digitalworker.notifier.webhook.StoredOptions.Settings;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PinnedReceiversTest {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private static final Settings PATIENT =
            new Settings("", Duration.ofSeconds(5), Duration.ofSeconds(20));
    private static final Settings SETTINGS =
            new Settings("", Duration.ofMillis(300), Duration.ofMillis(800));

    private final Vertx vertx = Vertx.vertx();
    @TempDir Path directory;

    @AfterEach
    void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Test
    void connectsToTheAddressItIsGivenAndHoldsTheCertificateAgainstTheHost() throws Exception {
        try (TlsReceiver receiver = new TlsReceiver(directory, "dns:hooks.example.com")) {
            URI address = URI.create("https://hooks.example.com:" + receiver.port() + "/a?b=c");

            assertThat(trusting(receiver).post(address, LOOPBACK, Map.of(), "{}")).isEqualTo(204);

            assertThat(receiver.hosts()).containsExactly("hooks.example.com:" + receiver.port());
        }
    }

    @Test
    void refusesACertificateOfAnotherName() throws Exception {
        try (TlsReceiver receiver = new TlsReceiver(directory, "dns:other.example.com")) {
            URI address = URI.create("https://hooks.example.com:" + receiver.port() + "/");

            assertThatThrownBy(() -> trusting(receiver).post(address, LOOPBACK, Map.of(), "{}"))
                    .isInstanceOf(IOException.class);
            assertThat(receiver.hosts()).as("requests that got through").isEmpty();
        }
    }

    /** The address connected to says nothing about who is there. */
    @Test
    void refusesACertificateThatNamesTheAddressInPlaceOfTheHost() throws Exception {
        try (TlsReceiver receiver = new TlsReceiver(directory, "ip:127.0.0.1")) {
            URI address = URI.create("https://hooks.example.com:" + receiver.port() + "/");

            assertThatThrownBy(() -> trusting(receiver).post(address, LOOPBACK, Map.of(), "{}"))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void refusesACertificateThatNobodyVouchesFor() throws Exception {
        try (TlsReceiver receiver = new TlsReceiver(directory, "dns:hooks.example.com")) {
            URI address = URI.create("https://hooks.example.com:" + receiver.port() + "/");
            Receivers receivers = new PinnedReceivers(vertx, PATIENT);

            assertThatThrownBy(() -> receivers.post(address, LOOPBACK, Map.of(), "{}"))
                    .isInstanceOf(IOException.class);
            assertThat(receiver.hosts()).isEmpty();
        }
    }

    static Stream<Arguments> manners() {
        String head = "HTTP/1.1 200 OK\r\n";
        return Stream.of(
                Arguments.of("says nothing", RudeReceiver.silent()),
                Arguments.of("stops in its status line", RudeReceiver.saying("HTTP/1.1 20")),
                Arguments.of("stops in its headers", RudeReceiver.saying(head + "A: b\r\n")),
                Arguments.of("drips headers", RudeReceiver.repeating(head, "A: b\r\n", 100)),
                Arguments.of("sends headers for ever", RudeReceiver.repeating(head, "A: b\r\n", 0)),
                Arguments.of(
                        "sends one header for ever", RudeReceiver.repeating(head + "A: ", "b", 0)),
                Arguments.of(
                        "sends a status line for ever",
                        RudeReceiver.repeating("HTTP/1.1 200 ", "O", 0)),
                Arguments.of(
                        "drips its body",
                        RudeReceiver.repeating(head + "Content-Length: 9999\r\n\r\n", "b", 100)),
                Arguments.of(
                        "drips chunks",
                        RudeReceiver.repeating(
                                head + "Transfer-Encoding: chunked\r\n\r\n", "1\r\nb\r\n", 100)),
                Arguments.of(
                        "goes on for ever without a final answer",
                        RudeReceiver.repeating("", "HTTP/1.1 100 Continue\r\n\r\n", 100)),
                Arguments.of(
                        "speaks something else", RudeReceiver.repeating("", "220 mail\r\n", 100)),
                Arguments.of(
                        "lies about its length",
                        RudeReceiver.saying(head + "Content-Length: -1\r\n\r\n")),
                Arguments.of(
                        "hangs up",
                        (RudeReceiver.Manner)
                                out -> {
                                    throw new IOException("hang up");
                                }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("manners")
    void givesUpInTimeOnAReceiverThat(String manner, RudeReceiver.Manner behaviour) {
        try (RudeReceiver receiver = new RudeReceiver(behaviour)) {
            Receivers receivers = new PinnedReceivers(vertx, SETTINGS);
            URI address = URI.create("http://127.0.0.1:" + receiver.port() + "/");
            long began = System.nanoTime();

            assertThatThrownBy(() -> receivers.post(address, LOOPBACK, Map.of(), "{}"))
                    .isInstanceOf(IOException.class);

            assertThat(Duration.ofNanos(System.nanoTime() - began))
                    .as("time until given up on a receiver that " + manner + ", limit 0.5 s")
                    .isLessThan(Duration.ofSeconds(4));
            assertThat(receiver.connections()).as("connections, repeated ones too").isEqualTo(1);
            Awaitility.await("the connection is ended").until(() -> receiver.hungUp() == 1);
        }
    }

    @Test
    void givesUpInTimeWhereNobodyAnswersTheHandshake() {
        try (RudeReceiver receiver = new RudeReceiver(RudeReceiver.silent())) {
            Receivers receivers = new PinnedReceivers(vertx, SETTINGS);
            URI address = URI.create("https://hooks.example.com:" + receiver.port() + "/");
            long began = System.nanoTime();

            assertThatThrownBy(() -> receivers.post(address, LOOPBACK, Map.of(), "{}"))
                    .isInstanceOf(IOException.class);

            assertThat(Duration.ofNanos(System.nanoTime() - began))
                    .isLessThan(Duration.ofSeconds(4));
        }
    }

    @Test
    void takesTheStatusAndHangsUpOnABodyThatNeverEnds() throws Exception {
        String head = "HTTP/1.1 202 Accepted\r\n\r\n";
        try (RudeReceiver receiver =
                new RudeReceiver(RudeReceiver.repeating(head, "b".repeat(8_192), 0))) {
            Receivers receivers = new PinnedReceivers(vertx, SETTINGS);
            URI address = URI.create("http://127.0.0.1:" + receiver.port() + "/");

            assertThat(receivers.post(address, LOOPBACK, Map.of(), "{}")).isEqualTo(202);
            Awaitility.await("the connection is ended").until(() -> receiver.hungUp() == 1);
        }
    }

    private Receivers trusting(TlsReceiver receiver) {
        PfxOptions keys =
                new PfxOptions()
                        .setPath(receiver.keys().toString())
                        .setPassword(TlsReceiver.password());
        return new PinnedReceivers(vertx, PATIENT, new HttpClientOptions().setTrustOptions(keys));
    }
}
