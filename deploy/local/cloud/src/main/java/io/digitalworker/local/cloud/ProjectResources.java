package io.digitalworker.local.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.digitalworker.local.cloud.events.Events;
import io.digitalworker.local.cloud.http.AwsFault;
import io.digitalworker.local.cloud.http.Json;
import io.digitalworker.local.cloud.objects.ObjectServer;
import io.digitalworker.local.cloud.table.DynamoDb;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;

/** Creates what the project needs, as project-resources.json says; what is there already stays. */
final class ProjectResources {
    private final URI sqs;
    private final ObjectServer objects;
    private final DynamoDb database;
    private final Events events;

    ProjectResources(URI sqs, ObjectServer objects, DynamoDb database, Events events) {
        this.sqs = sqs;
        this.objects = objects;
        this.database = database;
        this.events = events;
    }

    void create() throws IOException {
        ObjectNode wanted = read();
        for (JsonNode queue : wanted.path("queues")) {
            createQueue(queue);
        }
        wanted.path("buckets").forEach(bucket -> objects.ensureBucket(bucket.asText()));
        wanted.path("tables").forEach(this::createTable);
        createBus(Json.requiredText(wanted, "bus"));
        wanted.path("topics").forEach(topic -> events.sns("CreateTopic", "Name=" + topic.asText()));
        String bus = Json.requiredText(wanted, "bus");
        wanted.path("rules").forEach(rule -> createRule(bus, rule));
    }

    private static ObjectNode read() throws IOException {
        try (InputStream file =
                ProjectResources.class.getResourceAsStream("project-resources.json")) {
            if (file == null) {
                throw new IOException("project-resources.json is missing");
            }
            return Json.readObject(file.readAllBytes());
        }
    }

    private void createQueue(JsonNode queue) throws IOException {
        String letters = Json.requiredText(queue, "deadLetters");
        createQueue(letters, Json.object());
        String redrive =
                Json.object()
                        .put("deadLetterTargetArn", Account.arn("sqs", letters))
                        .put("maxReceiveCount", queue.path("maxReceiveCount").asText())
                        .toString();
        createQueue(
                Json.requiredText(queue, "name"),
                Json.object()
                        .put("VisibilityTimeout", queue.path("visibilityTimeoutSeconds").asText())
                        .put("RedrivePolicy", redrive));
    }

    private void createQueue(String name, ObjectNode attributes) throws IOException {
        ObjectNode request = Json.object().put("QueueName", name);
        if (!attributes.isEmpty()) {
            request.set("Attributes", attributes);
        }
        HttpURLConnection call = (HttpURLConnection) sqs.toURL().openConnection();
        call.setRequestMethod("POST");
        call.setDoOutput(true);
        call.setRequestProperty("Content-Type", "application/x-amz-json-1.0");
        call.setRequestProperty("X-Amz-Target", "AmazonSQS.CreateQueue");
        call.getOutputStream().write(Json.bytes(request));
        if (call.getResponseCode() != 200) {
            throw new IOException("queue " + name + " cannot be created: " + answer(call));
        }
        answer(call);
    }

    private static String answer(HttpURLConnection call) throws IOException {
        InputStream body =
                call.getResponseCode() < 400 ? call.getInputStream() : call.getErrorStream();
        if (body == null) {
            return "";
        }
        try (body) {
            return new String(body.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    private void createTable(JsonNode table) {
        ObjectNode request = (ObjectNode) table.path("request");
        String name = Json.requiredText(request, "TableName");
        if (database.hasTable(name)) {
            return;
        }
        database.call("CreateTable", request);
        ObjectNode timeToLive = Json.object().put("TableName", name);
        timeToLive
                .putObject("TimeToLiveSpecification")
                .put("AttributeName", Json.requiredText(table, "timeToLive"))
                .put("Enabled", true);
        database.call("UpdateTimeToLive", timeToLive);
    }

    private void createBus(String name) {
        try {
            events.eventBridge("DescribeEventBus", Json.object().put("Name", name));
        } catch (AwsFault absent) {
            events.eventBridge("CreateEventBus", Json.object().put("Name", name));
        }
    }

    private void createRule(String bus, JsonNode rule) {
        String name = Json.requiredText(rule, "name");
        events.eventBridge(
                "PutRule",
                Json.object()
                        .put("Name", name)
                        .put("EventBusName", bus)
                        .put("EventPattern", rule.path("pattern").toString()));
        String queue = Json.requiredText(rule, "queue");
        String letters = Json.requiredText(rule, "deadLetters");
        ObjectNode target = Json.object().put("Id", queue).put("Arn", Account.arn("sqs", queue));
        target.putObject("DeadLetterConfig").put("Arn", Account.arn("sqs", letters));
        ArrayNode targets = Json.array().add(target);
        events.eventBridge(
                "PutTargets",
                Json.object().put("Rule", name).put("EventBusName", bus).set("Targets", targets));
    }
}
