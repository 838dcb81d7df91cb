package io.digitalworker.local.cloud.events;

import io.digitalworker.local.cloud.http.LoopbackServer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class EventsEndpointTest {
    private final HttpClient http = HttpClient.newHttpClient();
    private EventsFixture cloud;
    private LoopbackServer server;

    @BeforeEach
    void serve(@TempDir Path directory) throws IOException {
        cloud = new EventsFixture(directory);
        server = LoopbackServer.bind("events", 0);
        server.serve(new EventsEndpoint(cloud.events(), () -> new UUID(0, 7)));
    }

    @AfterEach
    void end() {
        server.close();
        cloud.close();
    }

    private HttpResponse<String> post(String target, String body) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.endpoint())
                        .POST(HttpRequest.BodyPublishers.ofString(body));
        if (target != null) {
            request.header("X-Amz-Target", target);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void aTargetOfEventBridgeIsAnsweredInJson() throws Exception {
        HttpResponse<String> answer = post("AWSEvents.CreateEventBus", "{\"Name\": \"b\"}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"EventBusArn\":\"arn:aws:events:").contains("bus/b");
        assertThat(answer.headers().firstValue("Content-Type"))
                .contains("application/x-amz-json-1.1");
    }

    @Test
    void aFaultOfEventBridgeNamesItsType() throws Exception {
        HttpResponse<String> unknown = post("AWSEvents.DescribeEventBus", "{\"Name\": \"x\"}");

        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(unknown.body()).contains("\"__type\":\"ResourceNotFoundException\"");
        assertThat(post("DynamoDB_20120810.PutItem", "{}").body()).contains("UnknownOperation");
    }

    @Test
    void aFormIsAnActionOfSnsAnsweredInXml() throws Exception {
        HttpResponse<String> answer = post(null, "Action=CreateTopic&Name=jobs");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("<CreateTopicResult><TopicArn>arn:aws:sns:")
                .contains("<RequestId>" + new UUID(0, 7));
    }

    @Test
    void aFaultOfSnsHasItsStatusAndCode() throws Exception {
        HttpResponse<String> answer = post(null, "Action=Publish&TopicArn=arn&Message=m");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("<Code>NotFound</Code>");
        assertThat(post(null, "Action=Publish&Message=%zz").body()).contains("InvalidParameter");
    }

    @Test
    void theSigningCertificateIsServedWhereMessagesSay() throws Exception {
        HttpRequest get =
                HttpRequest.newBuilder(server.endpoint().resolve(Envelopes.CERTIFICATE_PATH))
                        .build();

        assertThat(http.send(get, HttpResponse.BodyHandlers.ofString()).body())
                .startsWith("-----BEGIN CERTIFICATE-----");
    }
}
