package io.digitalworker.notifier.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import io.digitalworker.api.WebhookSecret;
import io.digitalworker.notifier.Samples;
import io.digitalworker.notifier.delivery.Verdict;
import io.digitalworker.notifier.webhook.StoredOptions.Settings;
import io.digitalworker.runtime.RealTime;
import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.s3.model.S3Exception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WebhookChannelTest {
    private static final String KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
    private static final String SECRET =
            WebhookSecret.of(WebhookSecret.masterKey(KEY), Samples.OWNER, 1);

    private final ObjectMapper json = new ObjectMapper();
    private final StoredOptions s3 = new StoredOptions();
    private final Vertx vertx = Vertx.vertx();
    private final Receiver receiver = new Receiver(Receiver.status(204));

    @AfterEach
    void close() throws Exception {
        receiver.close();
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Test
    void sendsTheEventWithItsTypeAndASignatureThatTheOfficialLibraryAccepts() throws Exception {
        s3.callback(receiver.address().toString());

        assertThat(channel().attempt(Samples.failedNotice())).isEqualTo(Verdict.DELIVERED);

        Receiver.Call call = receiver.calls().get(0);
        call.verify(SECRET);
        assertThat(call.method()).isEqualTo("POST");
        assertThat(call.path()).isEqualTo("/hook?a=b");
        assertThat(call.headers())
                .containsEntry("webhook-id", Samples.EVENT_ID)
                .containsEntry("content-type", "application/json");
        JsonNode body = json.readTree(call.body());
        assertThat(body.path("type").asText()).isEqualTo("JobFailed");
        assertThat(body.path("jobId").asText()).isEqualTo(Samples.JOB_ID);
        assertThat(body.path("occurredAt").asText()).isEqualTo("2026-05-04T10:00:00Z");
        assertThat(body.path("attempt").asInt()).isEqualTo(2);
    }

    @Test
    void sendsWhatTheOfficialLibraryForJavaScriptAccepts() throws Exception {
        s3.callback(receiver.address().toString());
        channel().attempt(Samples.succeededNotice());

        assertThat(OfficialLibraries.nodeAccepts(receiver.calls().get(0), SECRET)).isTrue();
    }

    @Test
    void keepsIdAndBodyOverRepetitions() {
        s3.callback(receiver.address().toString());

        channel().attempt(Samples.succeededNotice());
        channel().attempt(Samples.succeededNotice());

        assertThat(receiver.calls()).extracting(Receiver.Call::body).hasSize(2);
        assertThat(receiver.calls().get(0).body()).isEqualTo(receiver.calls().get(1).body());
        assertThat(receiver.calls().get(1).headers()).containsEntry("webhook-id", Samples.EVENT_ID);
    }

    @Test
    void signsWithTheSecretOfTheOwnerAlone() {
        s3.callback(receiver.address().toString());
        channel().attempt(Samples.succeededNotice());
        String another = WebhookSecret.of(WebhookSecret.masterKey(KEY), "somebody else", 1);

        assertThatThrownBy(() -> receiver.calls().get(0).verify(another))
                .isInstanceOf(WebhookVerificationException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 400, 401, 404, 429, 500, 503})
    void triesAgainAfterAnyOtherAnswer(int status) {
        s3.callback(receiver.address().toString());
        receiver.answer(
                request -> {
                    request.getResponseHeaders().add("Location", receiver.address().toString());
                    request.sendResponseHeaders(status, -1);
                });

        assertThat(channel().attempt(Samples.succeededNotice())).isEqualTo(Verdict.FAILED);
        assertThat(receiver.calls()).as("a redirect is not followed").hasSize(1);
    }

    @Test
    void stopsForGoodAtGone() {
        s3.callback(receiver.address().toString());
        receiver.answer(Receiver.status(410));

        assertThat(channel().attempt(Samples.succeededNotice())).isEqualTo(Verdict.HOPELESS);
    }

    @Test
    void triesAgainWhereNobodyListens() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        s3.callback("http://127.0.0.1:" + free + "/");

        assertThat(channel().attempt(Samples.succeededNotice())).isEqualTo(Verdict.FAILED);
    }

    @Test
    void triesAgainWhereNoAnswerComesInTime() throws Exception {
        s3.callback(receiver.address().toString());
        CountDownLatch end = new CountDownLatch(1);
        receiver.answer(request -> hold(end));
        long began = System.nanoTime();

        assertThat(channel().attempt(Samples.succeededNotice())).isEqualTo(Verdict.FAILED);

        end.countDown();
        assertThat(Duration.ofNanos(System.nanoTime() - began))
                .as("bounded by the configured second")
                .isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void hangsUpOnAnAnswerThatNeverEnds() {
        s3.callback(receiver.address().toString());
        receiver.answer(
                request -> {
                    request.sendResponseHeaders(200, 0);
                    byte[] piece = new byte[64 * 1024];
                    while (true) {
                        request.getResponseBody().write(piece);
                    }
                });

        assertThat(channel().attempt(Samples.succeededNotice()))
                .as("the status was given; the rest does not matter")
                .isEqualTo(Verdict.DELIVERED);
    }

    @Test
    void triesAgainWhereTheAnswerDripsForLongerThanAllowed() throws Exception {
        s3.callback(receiver.address().toString());
        CountDownLatch end = new CountDownLatch(1);
        receiver.answer(
                request -> {
                    request.sendResponseHeaders(200, 10);
                    request.getResponseBody().write(1);
                    request.getResponseBody().flush();
                    hold(end);
                });

        assertThat(channel().attempt(Samples.succeededNotice())).isEqualTo(Verdict.FAILED);
        end.countDown();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://10.0.0.1/hook",
                "https://169.254.169.254/latest/meta-data",
                "https://192.168.1.1/",
                "https://[fd00::1]/"
            })
    void connectsToNoPrivateAddress(String address) {
        s3.callback(address);

        assertThat(channel().attempt(Samples.succeededNotice())).isEqualTo(Verdict.FAILED);
    }

    @Test
    void connectsToLoopbackOnlyWhereNobodyIsAskedWhoTheyAre() {
        s3.callback(receiver.address().toString().replace("http:", "https:"));

        assertThat(channel("jwt").attempt(Samples.succeededNotice())).isEqualTo(Verdict.FAILED);
        s3.callback(receiver.address().toString());
        assertThat(channel("jwt").attempt(Samples.succeededNotice())).isEqualTo(Verdict.HOPELESS);
        assertThat(receiver.calls()).isEmpty();
    }

    @Test
    void triesAgainWhereTheNameIsNotKnown() {
        s3.callback("https://" + "a".repeat(70) + ".invalid/");

        assertThat(channel().attempt(Samples.succeededNotice())).isEqualTo(Verdict.FAILED);
    }

    @Test
    void givesUpWithoutOptions() {
        s3.isGone();

        assertThat(channel().attempt(Samples.succeededNotice())).isEqualTo(Verdict.HOPELESS);
    }

    @Test
    void givesUpOnOptionsWithoutAddressOrNotReadable() {
        s3.content("{}");
        assertThat(channel().attempt(Samples.succeededNotice())).isEqualTo(Verdict.HOPELESS);

        s3.content("{\"callbackUrl\":");
        assertThat(channel().attempt(Samples.succeededNotice())).isEqualTo(Verdict.HOPELESS);

        s3.callback("ftp://example.org/");
        assertThat(channel().attempt(Samples.succeededNotice())).isEqualTo(Verdict.HOPELESS);
    }

    @Test
    void passesFaultsOfTheCloudOn() {
        s3.fails(S3Exception.builder().statusCode(503).message("slow down").build());
        assertThatThrownBy(() -> channel().attempt(Samples.succeededNotice()))
                .isInstanceOf(S3Exception.class);

        s3.fails(SdkClientException.create("connection refused"));
        assertThatThrownBy(() -> channel().attempt(Samples.succeededNotice()))
                .isInstanceOf(SdkClientException.class);
    }

    @Test
    void readsTheAddressAtEachAttemptWhereTheJobKeepsIt() {
        s3.callback(receiver.address().toString());

        channel().attempt(Samples.succeededNotice());
        channel().attempt(Samples.succeededNotice());

        assertThat(s3.history())
                .containsExactly(
                        "digital-worker-input/" + Samples.JOB_ID + "/options.json",
                        "digital-worker-input/" + Samples.JOB_ID + "/options.json");
    }

    private static List<InetAddress> addresses(String host) {
        try {
            return List.of(InetAddress.getAllByName(host));
        } catch (UnknownHostException unknown) {
            return List.of();
        }
    }

    private WebhookChannel channel() {
        return channel("none");
    }

    private WebhookChannel channel(String authMode) {
        Settings settings = new Settings(KEY, Duration.ofSeconds(1), Duration.ofSeconds(2));
        return new WebhookChannel(
                new Callback(s3, json.findAndRegisterModules()),
                WebhookChannelTest::addresses,
                new PinnedReceivers(vertx, settings),
                json,
                new SigningSecrets(settings, principal -> List.of(1)),
                StoredOptions.service(authMode),
                new RealTime(Clock.systemUTC()));
    }

    private static void hold(CountDownLatch end) {
        try {
            assertThat(end.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
