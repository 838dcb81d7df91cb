package io.digitalworker.notifier.webhook;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.digitalworker.notifier.Samples;
import io.digitalworker.notifier.delivery.Verdict;
import io.digitalworker.notifier.webhook.StoredOptions.Settings;
import io.digitalworker.runtime.RealTime;
import io.digitalworker.runtime.testing.NameServer;
import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A name server that answers each question otherwise, as one does that wants to be checked with one
 * address and connected to with another (DNS rebinding).
 */
class ReboundNamesTest {
    private static final String KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
    private static final String PUBLIC = "93.184.216.34";

    private final StoredOptions s3 = new StoredOptions();
    private final Vertx vertx = Vertx.vertx();
    private final RudeReceiver inside = new RudeReceiver(RudeReceiver.silent());

    /** Public addresses are not connected to by a test; which ones would be is kept. */
    private final List<InetAddress> connected = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        inside.close();
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Test
    void neverConnectsToTheInsideWhateverTheNameServerAnswersNext() throws Exception {
        String[] answers = {
            PUBLIC, "127.0.0.1", PUBLIC, "10.0.0.1", "169.254.169.254", "1.1.1.1 127.0.0.1"
        };
        try (NameServer names = new NameServer(answers)) {
            s3.callback("https://rebound.example.com:" + inside.port() + "/hook");
            WebhookChannel channel = channel("jwt", names, this::remember);

            for (int attempt = 0; attempt < 3 * answers.length; attempt++) {
                boolean sound = answers[attempt % answers.length].equals(PUBLIC);
                assertThat(channel.attempt(Samples.failedNotice()))
                        .as("attempt %d, answered %s", attempt, answers[attempt % answers.length])
                        .isEqualTo(sound ? Verdict.DELIVERED : Verdict.FAILED);
            }

            assertThat(connected).hasSize(6).containsOnly(InetAddress.getByName(PUBLIC));
            assertThat(names.asked())
                    .as("one question for each attempt")
                    .hasSize(3 * answers.length);
            assertThat(inside.connections()).isZero();
        }
    }

    /** By the real client: both are loopback, only one of them is what was checked. */
    @Test
    void connectsToTheAddressThatWasCheckedAndAsksNoSecondTime() throws Exception {
        try (Receiver checked = new Receiver(Receiver.status(204))) {
            int port = checked.address().getPort();
            try (RudeReceiver other = new RudeReceiver("127.0.0.2", port, RudeReceiver.silent());
                    NameServer names = new NameServer("127.0.0.1", "127.0.0.2")) {
                s3.callback("http://rebound.example.com:" + port + "/hook");

                Verdict verdict =
                        channel("none", names, new PinnedReceivers(vertx, settings()))
                                .attempt(Samples.failedNotice());

                assertThat(verdict).isEqualTo(Verdict.DELIVERED);
                assertThat(checked.calls().get(0).headers())
                        .containsEntry("host", "rebound.example.com:" + port);
                assertThat(names.asked()).containsExactly("rebound.example.com");
                assertThat(other.connections()).isZero();
            }
        }
    }

    private int remember(URI address, InetAddress to, Map<String, String> headers, String body) {
        connected.add(to);
        return 204;
    }

    private WebhookChannel channel(String authMode, NameServer names, Receivers receivers) {
        ObjectMapper json = new ObjectMapper().findAndRegisterModules();
        return new WebhookChannel(
                new Callback(s3, json),
                names.resolver(),
                receivers,
                json,
                new SigningSecrets(settings(), principal -> List.of(1)),
                StoredOptions.service(authMode),
                new RealTime(Clock.systemUTC()));
    }

    private static Settings settings() {
        return new Settings(KEY, Duration.ofSeconds(1), Duration.ofSeconds(3));
    }
}
