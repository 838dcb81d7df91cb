package io.digitalworker.local.cloud.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.digitalworker.local.cloud.http.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

class EventBridgeTest {
    private static final String ENTRY =
            """
            {"EventBusName": "factory", "Source": "test", "DetailType": "Placed",
             "Time": 1767323045.9, "Resources": ["r1"], "Detail": "{\\"n\\": 2}"}
            """;

    private EventsFixture cloud;

    @BeforeEach
    void busWithARule(@TempDir Path directory) throws IOException {
        cloud = new EventsFixture(directory);
        cloud.bridge("CreateEventBus", "{\"Name\": \"factory\"}");
        rule("placed", "ENABLED");
        target("placed", "a", "orders", "");
    }

    @AfterEach
    void end() {
        cloud.close();
    }

    private void rule(String name, String state) {
        cloud.bridge(
                "PutRule",
                """
                {"Name": "%s", "EventBusName": "factory", "State": "%s", "Description": "d",
                 "EventPattern": "{\\"detail-type\\": [\\"Placed\\"]}"}
                """
                        .formatted(name, state));
    }

    private void target(String rule, String id, String queue, String more) {
        cloud.bridge(
                "PutTargets",
                """
                {"Rule": "%s", "EventBusName": "factory", "Targets": [{"Id": "%s", "Arn": "%s"%s}]}
                """
                        .formatted(rule, id, EventsFixture.queue(queue), more));
    }

    private ObjectNode put(String... entries) {
        return cloud.bridge("PutEvents", "{\"Entries\": [" + String.join(",", entries) + "]}");
    }

    @Test
    void aMatchingEventIsSentToTheQueueInItsEnvelope() {
        String id = put(ENTRY).at("/Entries/0/EventId").asText();

        JsonNode message = cloud.sent(1).get(0);
        assertThat(message.path("QueueUrl").asText()).endsWith("/orders");
        JsonNode event = Json.readObject(EventsFixture.bytes(message.path("MessageBody").asText()));
        assertThat(event.path("id").asText()).isEqualTo(id);
        assertThat(event.path("time").asText()).isEqualTo("2026-01-02T03:04:05Z");
        assertThat(event.path("detail-type").asText()).isEqualTo("Placed");
        assertThat(event.at("/resources/0").asText()).isEqualTo("r1");
        assertThat(event.at("/detail/n").asInt()).isEqualTo(2);
        cloud.awaitNoDeliveries();
    }

    @Test
    void whatMatchesNoEnabledRuleIsAcceptedAndGoesNowhere() {
        rule("placed", "DISABLED");

        ObjectNode answer = put(ENTRY, ENTRY.replace("Placed", "Other"));

        assertThat(answer.path("FailedEntryCount").asInt()).isZero();
        assertThat(cloud.events().pendingDeliveries()).isZero();
    }

    @Test
    void anEntryFailsAlone() {
        ObjectNode answer =
                put(
                        ENTRY.replace("factory", "absent"),
                        ENTRY.replace("\"test\"", "\"aws.s3\""),
                        ENTRY.replace("\"Placed\"", "\" \""),
                        ENTRY.replace("{\\\"n\\\": 2}", "[]"),
                        ENTRY);

        assertThat(answer.path("FailedEntryCount").asInt()).isEqualTo(4);
        assertThat(answer.path("Entries").findValuesAsText("ErrorCode"))
                .containsExactly(
                        "ResourceNotFoundException",
                        "NotAuthorizedForSourceException",
                        "InvalidArgument",
                        "MalformedDetail");
        assertThat(cloud.sent(1)).hasSize(1);
    }

    @Test
    void refusesNoEntryMoreThanTenAndTooManyBytes() {
        String large = ENTRY.replace("2}", "\\\"" + "x".repeat(300_000) + "\\\"}");

        assertThat(EventsFixture.refusal(this::put)).isEqualTo("ValidationException");
        assertThat(EventsFixture.refusal(() -> put(large))).isEqualTo("ValidationException");
        assertThat(
                        EventsFixture.refusal(
                                () -> put(Collections.nCopies(11, ENTRY).toArray(String[]::new))))
                .isEqualTo("ValidationException");
    }

    @Test
    void whatTheQueueRefusesGoesToTheDeadLetterQueueWithItsOrigin() {
        target(
                "placed",
                "a",
                "orders",
                ", \"DeadLetterConfig\": {\"Arn\": \"" + EventsFixture.queue("letters") + "\"}");
        cloud.sqs.status.set(404);

        put(ENTRY);

        JsonNode letter = cloud.sent(2).get(1);
        assertThat(letter.path("QueueUrl").asText()).endsWith("/letters");
        JsonNode told = letter.path("MessageAttributes");
        assertThat(told.at("/ERROR_CODE/StringValue").asText()).isEqualTo("SQS_ERROR");
        assertThat(told.at("/RULE_ARN/StringValue").asText()).endsWith("rule/factory/placed");
        assertThat(told.at("/TARGET_ARN/StringValue").asText()).endsWith(":orders");
        cloud.awaitNoDeliveries();
    }

    @Test
    void aTargetThatStaysOutOfReachEndsInItsDeadLetterQueueAfterItsRetryPolicy() {
        target(
                "placed",
                "a",
                "orders",
                ", \"RetryPolicy\": {\"MaximumRetryAttempts\": 1, \"MaximumEventAgeInSeconds\":"
                        + " 60}, \"DeadLetterConfig\": {\"Arn\": \""
                        + EventsFixture.queue("letters")
                        + "\"}");
        cloud.sqs.status.set(503);

        put(ENTRY);

        List<JsonNode> sent = cloud.sent(3);
        assertThat(sent.subList(0, 2))
                .as("the attempt and its one retry")
                .allMatch(each -> each.path("QueueUrl").asText().endsWith("/orders"));
        JsonNode letter = sent.get(2);
        assertThat(letter.path("QueueUrl").asText()).endsWith("/letters");
        JsonNode told = letter.path("MessageAttributes");
        assertThat(told.at("/EXHAUSTED_RETRY_CONDITION/StringValue").asText())
                .isEqualTo("MaximumRetryAttempts");
        assertThat(told.at("/RETRY_ATTEMPTS/StringValue").asText()).isEqualTo("1");
        cloud.sqs.status.set(200);
        cloud.awaitNoDeliveries();
    }

    @Test
    void aTargetWithoutRetriesIsGivenUpAfterOneAttempt() {
        target("placed", "a", "orders", ", \"RetryPolicy\": {\"MaximumRetryAttempts\": 0}");
        cloud.sqs.status.set(503);

        put(ENTRY);

        cloud.awaitNoDeliveries();
        assertThat(cloud.sqs.received).hasSize(1);
    }

    @Test
    void rulesAndDeliveriesUnderWaySurviveARestart() {
        cloud.sqs.status.set(503);
        put(ENTRY);
        cloud.sent(1);
        cloud.restart();
        assertThat(cloud.events().pendingDeliveries()).isEqualTo(1);

        cloud.sqs.status.set(200);
        cloud.awaitNoDeliveries();
        int before = cloud.sqs.received.size();
        put(ENTRY);
        await().until(() -> cloud.sqs.received.size() > before);
    }

    @Test
    void listsChangesAndRemovesRulesAndTargets() {
        target("placed", "b", "audit", "");
        rule("other", "DISABLED");
        JsonNode rules =
                cloud.bridge("ListRules", "{\"EventBusName\": \"factory\", \"NamePrefix\": \"p\"}");
        assertThat(rules.path("Rules").findValuesAsText("Name")).containsExactly("placed");
        String ofRule = "{\"Rule\": \"placed\", \"EventBusName\": \"factory\"";
        assertThat(
                        cloud.bridge("ListTargetsByRule", ofRule + "}")
                                .path("Targets")
                                .findValuesAsText("Id"))
                .containsExactly("a", "b");

        String deletion = "{\"Name\": \"placed\", \"EventBusName\": \"factory\"}";
        assertThat(EventsFixture.refusal(() -> cloud.bridge("DeleteRule", deletion)))
                .as("a rule with targets")
                .isEqualTo("ValidationException");
        cloud.bridge("RemoveTargets", ofRule + ", \"Ids\": [\"a\", \"b\"]}");
        cloud.bridge("DeleteRule", deletion);

        assertThat(EventsFixture.refusal(() -> cloud.bridge("ListTargetsByRule", ofRule + "}")))
                .isEqualTo("ResourceNotFoundException");
        cloud.bridge("DeleteRule", deletion);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CreateEventBus|{\"Name\": \"factory\"}|ResourceAlreadyExistsException",
                "CreateEventBus|{\"Name\": \"a b\"}|ValidationException",
                "CreateEventBus|{\"Name\": \"x\", \"KmsKeyIdentifier\":"
                        + " \"k\"}|UnknownOperationException",
                "DescribeEventBus|{\"Name\": \"absent\"}|ResourceNotFoundException",
                "PutRule|{\"Name\": \"r\", \"EventPattern\": \"{\"}|InvalidEventPatternException",
                "PutTargets|{\"Rule\": \"absent\", \"Targets\": []}|ResourceNotFoundException",
                "ListEventBuses|{}|UnknownOperationException",
            })
    void refusesByName(String operation, String request, String code) {
        assertThat(EventsFixture.refusal(() -> cloud.bridge(operation, request))).isEqualTo(code);
    }

    @Test
    void refusesTargetsThatItCannotServe() {
        for (int i = 0; i < 4; i++) {
            target("placed", "t" + i, "orders", "");
        }
        assertThat(EventsFixture.refusal(() -> target("placed", "t5", "orders", "")))
                .as("a sixth")
                .isEqualTo("LimitExceededException");
        assertThat(
                        EventsFixture.refusal(
                                () ->
                                        target(
                                                "placed",
                                                "a",
                                                "orders",
                                                ", \"RetryPolicy\": {\"MaximumRetryAttempts\":"
                                                        + " 186}")))
                .isEqualTo("ValidationException");
        assertThat(
                        EventsFixture.refusal(
                                () ->
                                        cloud.bridge(
                                                "PutTargets",
                                                "{\"Rule\": \"placed\", \"EventBusName\":"
                                                        + " \"factory\", \"Targets\": [{\"Id\": \"a\","
                                                        + " \"Arn\": \"arn:aws:lambda:x\"}]}")))
                .isEqualTo("UnknownOperationException");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"InputTransformer\": {\"InputTemplate\": \"x\"} | InputTransformer",
                "\"InputPath\": \"$.detail\" | InputPath",
                "\"SqsParameters\": {\"MessageGroupId\": \"x\"} | SqsParameters",
                "\"RetryPolicy\": {\"MaximumRetries\": 1} | MaximumRetries",
                "\"DeadLetterConfig\": {\"QueueArn\": \"x\"} | QueueArn"
            })
    void refusesByNameWhatItWouldNotHonourOfATarget(String member, String name) {
        assertThatThrownBy(() -> target("placed", "a", "orders", ", " + member))
                .hasMessageContaining("Parameter " + name + " of PutTargets");
    }
}
