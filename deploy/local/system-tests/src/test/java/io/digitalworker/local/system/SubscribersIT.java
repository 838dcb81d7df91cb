package io.digitalworker.local.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.digitalworker.api.WebhookSecret;
import io.digitalworker.local.launcher.installation.Home;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sqs.model.Message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The examples of {@code docs/subscribing.md}, as they stand there. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SubscribersIT {
    private static final String PAGE = "docs/subscribing.md";
    private static final Path ROOT = Home.find().root();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String MODULE = "Misc.GiftWrapping";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir static Path directory;

    private static Plant plant;
    private static OutsideView view;
    private static Receiver chat;
    private static ExampleProgram receiver;
    private static ExampleProgram forwarder;
    private static String jobId = "";

    @BeforeAll
    static void start() throws IOException {
        plant = Plant.start(directory.resolve("plant"), new CloudProxy.Watch() {});
        view = new OutsideView(plant.cloud());
        chat = new Receiver();
        receiver =
                ExampleProgram.start(
                        "docs/examples/sns-http/SnsReceiver.java",
                        directory,
                        Map.of(),
                        OutsideView.TOPIC,
                        plant.cloud().events() + "/");
        String secret =
                WebhookSecret.of(
                        WebhookSecret.masterKey(Plant.MASTER_KEY),
                        "anonymous",
                        WebhookSecret.FIRST_VERSION);
        forwarder =
                ExampleProgram.start(
                        "docs/examples/chat/ChatForwarder.java",
                        directory,
                        Map.of(
                                "WEBHOOK_SECRET",
                                secret,
                                "CHAT_URL",
                                chat.webhookAddress().toString()),
                        "slack");
    }

    @AfterAll
    static void end() throws IOException {
        forwarder.close();
        receiver.close();
        chat.close();
        view.close();
        plant.close();
    }

    @Test
    @Order(1)
    void theCommandsAreTakenAsTheyStand() throws Exception {
        for (DocumentedCommands.Command command : commands("docs/examples/eventbridge")) {
            HttpResponse<String> answer = run(command, Map.of());
            assertThat(answer.statusCode()).as(command + ": " + answer.body()).isEqualTo(200);
        }
        assertThat(commands("docs/examples/eventbridge")).hasSize(6);
        // a receiver on this machine in the place of one behind TLS
        Map<String, String> here =
                Map.of("Endpoint", receiver.address().toString(), "Protocol", "http");
        HttpResponse<String> answer = run(commands("docs/examples/sns-http").get(0), here);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        await().atMost(PATIENCE).until(() -> view.isSubscribed(receiver.address()));
    }

    @Test
    @Order(2)
    void aJobsEndReachesEverySubscriber() throws Exception {
        jobId = submitted(MODULE);

        String line = "Succeeded " + MODULE + " " + jobId + " http";
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(receiver.said()).contains(line));
        JsonNode event = JSON.readTree(view.received("specifications", PATIENCE).body());
        assertThat(event.path("detail-type").asText()).isEqualTo("JobSucceeded");
        assertThat(event.path("detail").path("jobId").asText()).isEqualTo(jobId);
        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(chat.webhooks())
                                        .extracting(each -> each.event().path("text").asText())
                                        .containsExactly(
                                                "The specification of "
                                                        + MODULE
                                                        + " is ready, with one gap (job "
                                                        + jobId
                                                        + ")"));
    }

    @Test
    @Order(3)
    void whatIsNotSignedIsBelievedByNobody() throws Exception {
        String notification =
                """
                {"Type": "Notification", "MessageId": "m", "TopicArn": "%s", "Message": "{}",
                 "Timestamp": "%s", "SignatureVersion": "2", "Signature": "AAAA",
                 "SigningCertURL": "%s"}
                """;
        String now = Instant.now().toString();
        String own = plant.cloud().events() + "/sns-signing-certificate.pem";
        assertThat(posted(receiver.address(), notification.formatted(OutsideView.TOPIC, now, own)))
                .as("a signature of nobody")
                .isGreaterThanOrEqualTo(400);
        assertThat(
                        posted(
                                receiver.address(),
                                notification.formatted(
                                        OutsideView.TOPIC, now, chat.webhookAddress())))
                .as("a certificate from elsewhere")
                .isGreaterThanOrEqualTo(400);
        assertThat(posted(forwarder.address(), "{\"type\":\"JobSucceeded\"}")).isEqualTo(401);
        assertThat(chat.webhooks()).as("nothing was fetched or posted").hasSize(1);
        assertThat(receiver.said()).containsOnlyOnce("Succeeded");
    }

    @Test
    @Order(4)
    void whatCannotBeDeliveredLiesInTheDeadLettersAndTheFilterHoldsBackOtherModules()
            throws Exception {
        view.deleteQueue("specifications");
        String other = submitted("Misc.Other");

        Message letter = view.received("specifications-dlq", PATIENCE);
        assertThat(letter.body()).contains(other);
        assertThat(letter.messageAttributes().get("ERROR_CODE").stringValue())
                .isEqualTo("NO_SUCH_QUEUE");
        assertThat(letter.messageAttributes().get("RULE_ARN").stringValue())
                .endsWith("rule/digital-worker/specifications");
        await().atMost(PATIENCE).until(() -> chat.webhooks().size() == 2);
        assertThat(receiver.said()).as("of another module").doesNotContain(other);
    }

    @Test
    @Order(5)
    void anEmailSubscriptionIsRefusedByNameSinceNoMailIsSentHere() throws Exception {
        DocumentedCommands.Command command = commands("docs/examples/email").get(0);

        HttpResponse<String> answer = run(command, Map.of());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("Protocol email is not implemented by the embedded cloud");
        String message = Files.readString(ROOT.resolve("docs/examples/email/message.json"));
        assertThat(Files.readString(ROOT.resolve(PAGE))).contains(message.strip());
    }

    private static List<DocumentedCommands.Command> commands(String files) throws IOException {
        return DocumentedCommands.of(ROOT, PAGE, files);
    }

    private static HttpResponse<String> run(
            DocumentedCommands.Command command, Map<String, String> changes) throws Exception {
        return new DocumentedCommands(plant.cloud()).run(command, changes);
    }

    private static String submitted(String module) throws IOException {
        Path example = Home.find().example();
        String descriptor = Files.readString(example.resolve("descriptor.json"));
        assertThat(descriptor).contains(MODULE);
        String options = "{\"callbackUrl\": \"%s\"}".formatted(forwarder.address());
        return Submission.ofExample(plant.api(), example, options, module).send().path("jobId");
    }

    private static int posted(URI address, String body) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(address)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
}
