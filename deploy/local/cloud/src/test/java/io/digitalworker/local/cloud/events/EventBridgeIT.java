package io.digitalworker.local.cloud.events;

import com.fasterxml.jackson.databind.JsonNode;
import io.digitalworker.local.cloud.Account;
import io.digitalworker.local.cloud.TestCloud;
import io.digitalworker.local.cloud.http.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.EventBridgeException;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResponse;
import software.amazon.awssdk.services.eventbridge.model.ResourceAlreadyExistsException;
import software.amazon.awssdk.services.eventbridge.model.ResourceNotFoundException;
import software.amazon.awssdk.services.eventbridge.model.Rule;
import software.amazon.awssdk.services.eventbridge.model.Target;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** What AWS documents of each EventBridge operation, said by AWS's client. */
class EventBridgeIT {
    private final EventBridgeClient events = TestCloud.eventBridge();
    private final SqsClient sqs = TestCloud.sqs();
    private final String name = "t-" + UUID.randomUUID();

    @BeforeEach
    void createBusAndQueue() {
        events.createEventBus(r -> r.name(name));
        sqs.createQueue(r -> r.queueName(name));
    }

    private static String queueArn(String queue) {
        return Account.arn("sqs", queue);
    }

    private void rule(String rule, String pattern, Target... targets) {
        events.putRule(r -> r.name(rule).eventBusName(name).eventPattern(pattern));
        events.putTargets(r -> r.rule(rule).eventBusName(name).targets(targets));
    }

    private Target toQueue(String queue) {
        return Target.builder().id(queue).arn(queueArn(queue)).build();
    }

    private PutEventsRequestEntry entry(String type, String detail) {
        return PutEventsRequestEntry.builder()
                .eventBusName(name)
                .source("digitalworker.test")
                .detailType(type)
                .detail(detail)
                .build();
    }

    private PutEventsResponse put(PutEventsRequestEntry... entries) {
        return events.putEvents(r -> r.entries(entries));
    }

    private List<Message> receive(String queue) {
        String url = sqs.getQueueUrl(r -> r.queueName(queue)).queueUrl();
        List<Message> all = new ArrayList<>();
        await().atMost(Duration.ofSeconds(10))
                .until(
                        () -> {
                            all.addAll(
                                    sqs.receiveMessage(
                                                    r ->
                                                            r.queueUrl(url)
                                                                    .waitTimeSeconds(1)
                                                                    .messageAttributeNames("All"))
                                            .messages());
                            return !all.isEmpty();
                        });
        return all;
    }

    @Test
    void deliversAMatchingEventInItsEnvelope() {
        rule(
                "match",
                "{\"detail-type\":[\"A\"],\"detail\":{\"n\":[{\"numeric\":[\">\",1]}]}}",
                toQueue(name));
        Instant time = Instant.parse("2026-01-02T03:04:05Z");
        PutEventsResponse answer =
                put(
                        entry("A", "{\"n\":1}"),
                        entry("B", "{\"n\":2}"),
                        entry("A", "{\"n\":2}").toBuilder().time(time).resources("r1").build());
        assertThat(answer.failedEntryCount()).isZero();
        List<Message> got = receive(name);
        assertThat(got).hasSize(1);
        JsonNode event = Json.tryRead(got.get(0).body());
        assertThat(event.path("id").asText()).isEqualTo(answer.entries().get(2).eventId());
        assertThat(event.path("version").asText()).isEqualTo("0");
        assertThat(event.path("detail-type").asText()).isEqualTo("A");
        assertThat(event.path("source").asText()).isEqualTo("digitalworker.test");
        assertThat(event.path("account").asText()).isEqualTo(Account.ID);
        assertThat(event.path("region").asText()).isEqualTo(Account.REGION);
        assertThat(event.path("time").asText()).isEqualTo("2026-01-02T03:04:05Z");
        assertThat(event.path("resources").get(0).asText()).isEqualTo("r1");
        assertThat(event.path("detail").path("n").asInt()).isEqualTo(2);
    }

    @Test
    void answers200AndNamesTheEntriesThatFailed() {
        PutEventsResponse answer =
                put(
                        entry("A", "not json"),
                        entry("A", "{}"),
                        entry("A", "{}").toBuilder().source("aws.mine").build(),
                        entry("A", "{}").toBuilder().source(null).build(),
                        entry("A", "{}").toBuilder().eventBusName("absent").build());
        assertThat(answer.failedEntryCount()).isEqualTo(4);
        assertThat(answer.entries())
                .extracting(e -> e.errorCode())
                .containsExactly(
                        "MalformedDetail",
                        null,
                        "NotAuthorizedForSourceException",
                        "InvalidArgument",
                        "ResourceNotFoundException");
        assertThat(answer.entries().get(1).eventId()).isNotBlank();
    }

    @Test
    void refusesMoreThanTenEntriesAndMoreThan256Kilobytes() {
        var eleven = Collections.nCopies(11, entry("A", "{}"));
        assertThatThrownBy(() -> events.putEvents(r -> r.entries(eleven)))
                .isInstanceOf(EventBridgeException.class)
                .hasMessageContaining("between 1 and 10");
        assertThatThrownBy(() -> put(entry("A", "{\"x\":\"" + "y".repeat(256 * 1024) + "\"}")))
                .hasMessageContaining("Total size of the entries in the request is over the limit");
    }

    @Test
    void sendsWhatCannotBeDeliveredToTheDeadLetterQueueOfTheTarget() {
        Target toNowhere =
                Target.builder()
                        .id("nowhere")
                        .arn(queueArn("no-such-queue"))
                        .deadLetterConfig(d -> d.arn(queueArn(name)))
                        .retryPolicy(p -> p.maximumRetryAttempts(3).maximumEventAgeInSeconds(60))
                        .build();
        rule("lost", "{\"detail-type\":[\"A\"]}", toNowhere);
        put(entry("A", "{\"k\":1}"));
        Message letter = receive(name).get(0);
        assertThat(letter.body()).contains("\"detail\":{\"k\":1}");
        assertThat(letter.messageAttributes().get("ERROR_CODE").stringValue())
                .isEqualTo("NO_SUCH_QUEUE");
        assertThat(letter.messageAttributes().get("TARGET_ARN").stringValue())
                .isEqualTo(queueArn("no-such-queue"));
        assertThat(letter.messageAttributes().get("RULE_ARN").stringValue())
                .endsWith(":rule/" + name + "/lost");
        assertThat(events.listTargetsByRule(r -> r.rule("lost").eventBusName(name)).targets())
                .containsExactly(toNowhere);
    }

    @Test
    void changesAndRemovesRulesAndTargets() {
        rule("one", "{\"source\":[\"x\"]}", toQueue(name));
        rule("one", "{\"source\":[\"y\"]}");
        assertThat(events.listRules(r -> r.eventBusName(name)).rules())
                .extracting(Rule::name, Rule::eventPattern, Rule::stateAsString)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "one", "{\"source\":[\"y\"]}", "ENABLED"));
        assertThatThrownBy(() -> events.deleteRule(r -> r.name("one").eventBusName(name)))
                .hasMessageContaining("Rule can't be deleted since it has targets");
        events.removeTargets(r -> r.rule("one").eventBusName(name).ids(name));
        events.deleteRule(r -> r.name("one").eventBusName(name));
        assertThat(events.listRules(r -> r.eventBusName(name).namePrefix("o")).rules()).isEmpty();
        assertThatThrownBy(() -> events.listTargetsByRule(r -> r.rule("one").eventBusName(name)))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void disabledRuleDeliversNothing() {
        rule("off", "{\"detail-type\":[\"A\"]}", toQueue(name));
        events.putRule(
                r ->
                        r.name("off")
                                .eventBusName(name)
                                .eventPattern("{\"detail-type\":[\"A\"]}")
                                .state("DISABLED"));
        rule("on", "{\"detail-type\":[\"B\"]}", toQueue(name));
        put(entry("A", "{}"), entry("B", "{}"));
        assertThat(receive(name))
                .hasSize(1)
                .first()
                .satisfies(m -> assertThat(m.body()).contains("\"B\""));
    }

    @Test
    void refusesBadPatternsKnownBusesAndWhatItDoesNotImplement() {
        assertThatThrownBy(() -> rule("bad", "{\"source\":\"x\"}"))
                .hasMessageContaining("Event pattern is not valid");
        assertThatThrownBy(() -> events.createEventBus(r -> r.name(name)))
                .isInstanceOf(ResourceAlreadyExistsException.class);
        assertThatThrownBy(() -> events.describeEventBus(r -> r.name("absent")))
                .isInstanceOf(ResourceNotFoundException.class);
        assertThat(events.describeEventBus(r -> r.name(name)).arn()).endsWith("event-bus/" + name);
        assertThatThrownBy(() -> events.listEventBuses(r -> {}))
                .hasMessageContaining("ListEventBuses is not implemented by the embedded cloud");
        assertThatThrownBy(
                        () -> events.putRule(r -> r.name("s").scheduleExpression("rate(1 minute)")))
                .hasMessageContaining("ScheduleExpression of PutRule is not implemented");
        rule("r", "{\"source\":[\"x\"]}");
        assertThatThrownBy(
                        () ->
                                events.putTargets(
                                        r ->
                                                r.rule("r")
                                                        .eventBusName(name)
                                                        .targets(
                                                                toQueue(name).toBuilder()
                                                                        .inputPath("$.detail")
                                                                        .build())))
                .hasMessageContaining("InputPath of PutTargets is not implemented");
    }

    @Test
    void routesTheProjectsEventsToItsQueues() {
        sendToTheProject("JobSubmitted", "{}");
        assertThat(receive("generate").get(0).body()).contains("JobSubmitted");
        sendToTheProject("JobSucceeded", "{}");
        assertThat(receive("notify").get(0).body()).contains("JobSucceeded");
        sendToTheProject("JobFailed", "{\"finalFailure\":false}");
        assertThat(receive("notify").get(0).body()).contains("JobFailed");
        sendToTheProject("JobFailed", "{\"finalFailure\":true}");
        assertThat(receive("cleanup").get(0).body()).contains("\"finalFailure\":true");
        sendToTheProject("JobDeletionRequested", "{}");
        assertThat(receive("cleanup").get(0).body()).contains("JobDeletionRequested");
        var attributes =
                sqs.getQueueAttributes(
                                r ->
                                        r.queueUrl(
                                                        sqs.getQueueUrl(
                                                                        q ->
                                                                                q.queueName(
                                                                                        "generate"))
                                                                .queueUrl())
                                                .attributeNamesWithStrings("All"))
                        .attributesAsStrings();
        assertThat(attributes).containsEntry("VisibilityTimeout", "15");
        assertThat(attributes.get("RedrivePolicy"))
                .contains("generate-dlq")
                .contains("\"maxReceiveCount\":5");
    }

    private void sendToTheProject(String type, String detail) {
        put(entry(type, detail).toBuilder().eventBusName("digital-worker").build());
    }
}
