package io.digitalworker.local.cloud.events;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.digitalworker.local.cloud.Account;
import io.digitalworker.local.cloud.http.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Carries one delivery once: SendMessage for a queue, POST for a web address. */
final class Carrier {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();
    private final URI sqs;

    Carrier(URI sqs) {
        this.sqs = sqs;
    }

    Attempt carry(Delivery delivery) throws InterruptedException {
        try {
            return delivery.kind() == Delivery.Kind.QUEUE ? toQueue(delivery) : toWeb(delivery);
        } catch (IOException unreachable) {
            return new Attempt.Failed("SDK_CLIENT_ERROR", String.valueOf(unreachable), false);
        } catch (IllegalArgumentException address) {
            return new Attempt.Failed("INVALID_ADDRESS", String.valueOf(address), true);
        }
    }

    private Attempt toQueue(Delivery delivery) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(sqs)
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/x-amz-json-1.0")
                        .header("X-Amz-Target", "AmazonSQS.SendMessage")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(sendMessage(delivery)))
                        .build();
        HttpResponse<String> answer =
                http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        if (answer.statusCode() == 200) {
            return new Attempt.Delivered();
        }
        boolean noQueue =
                answer.body().contains("NonExistentQueue")
                        || answer.body().contains("QueueDoesNotExist");
        return new Attempt.Failed(
                noQueue ? "NO_SUCH_QUEUE" : "SQS_ERROR",
                "SQS answered " + answer.statusCode() + " for " + delivery.address(),
                answer.statusCode() / 100 == 4);
    }

    private byte[] sendMessage(Delivery delivery) {
        String arn = delivery.address();
        String name = arn.substring(arn.lastIndexOf(':') + 1);
        ObjectNode message =
                Json.object()
                        .put("QueueUrl", sqs + "/" + Account.ID + "/" + name)
                        .put("MessageBody", delivery.body());
        ObjectNode attributes = Json.object();
        delivery.attributes()
                .forEach(
                        (key, value) ->
                                attributes
                                        .putObject(key)
                                        .put("DataType", "String")
                                        .put("StringValue", value));
        if (!attributes.isEmpty()) {
            message.set("MessageAttributes", attributes);
        }
        return Json.bytes(message);
    }

    private Attempt toWeb(Delivery delivery) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(delivery.address()))
                        .timeout(PATIENCE)
                        .header("Content-Type", "text/plain; charset=UTF-8")
                        .header("User-Agent", "Amazon Simple Notification Service Agent")
                        .POST(HttpRequest.BodyPublishers.ofString(delivery.body()));
        delivery.attributes().forEach(request::header);
        int status =
                http.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
        if (status / 100 == 2) {
            return new Attempt.Delivered();
        }
        boolean again = status >= 500 || status == 429 || status < 200;
        return new Attempt.Failed(
                "HTTP_" + status, delivery.address() + " answered " + status, !again);
    }
}
