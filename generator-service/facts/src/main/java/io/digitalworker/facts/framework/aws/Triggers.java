package io.digitalworker.facts.framework.aws;

import io.digitalworker.facts.data.DataNode;
import io.digitalworker.facts.data.DataNode.Entry;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.Schedule;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.aws.Template.Declared;
import io.digitalworker.facts.source.Evidence;
import java.util.ArrayList;
import java.util.List;

/**
 * What starts functions and state machines other than requests: events of SAM, rules, schedules, event
 * source mappings and subscriptions. A message from EventBridge has the detail type as its name, and
 * {@code source@bus} as its channel.
 */
final class Triggers {
    private final Template template;
    private final Lambdas lambdas;
    private final Findings findings;

    Triggers(Template template, Lambdas lambdas, Findings findings) {
        this.template = template;
        this.lambdas = lambdas;
        this.findings = findings;
    }

    void emit() {
        for (Declared resource : template.resources()) {
            resource.events().forEach(event -> event(resource, event));
            switch (resource.type()) {
                case "AWS::Events::Rule" -> rule(resource);
                case "AWS::Scheduler::Schedule" -> schedule(resource);
                case "AWS::Lambda::EventSourceMapping" -> mapping(resource);
                case "AWS::SNS::Subscription" -> subscription(resource);
                default -> {}
            }
        }
    }

    private void event(Declared resource, Entry event) {
        DataNode properties = event.value().get("Properties");
        String handler = lambdas.handlerOf(resource.name());
        Evidence place = template.evidence(event);
        switch (event.value().get("Type").text("")) {
            case "Schedule" -> schedules(event.key(), properties.get("Schedule"), handler, place);
            case "ScheduleV2" ->
                    schedules(event.key(), properties.get("ScheduleExpression"), handler, place);
            case "SQS" -> one("sqs", properties.get("Queue"), handler, place);
            case "SNS" -> one("sns", properties.get("Topic"), handler, place);
            case "Kinesis" -> one("kinesis", properties.get("Stream"), handler, place);
            case "DynamoDB" -> one("dynamodb-stream", properties.get("Stream"), handler, place);
            case "MSK", "SelfManagedKafka" ->
                    one("kafka", properties.get("Topics"), handler, place);
            case "MQ" -> one("mq", properties.get("Queues"), handler, place);
            case "S3" -> bucket(properties, handler, place);
            case "Cognito" ->
                    message(
                            template.text(properties.get("Trigger")),
                            template.text(properties.get("UserPool")),
                            handler,
                            "cognito",
                            place);
            case "EventBridgeRule", "CloudWatchEvent" ->
                    pattern(
                            properties.get("Pattern"),
                            properties.get("EventBusName"),
                            handler,
                            place);
            default -> {}
        }
    }

    private void bucket(DataNode properties, String handler, Evidence place) {
        String bucket = template.text(properties.get("Bucket"));
        for (String name : properties.get("Events").texts()) {
            message(name, bucket, handler, "s3", place);
        }
    }

    private void one(String framework, DataNode source, String handler, Evidence place) {
        String name = shortName(template.text(source));
        message(name, name, handler, framework, place);
    }

    /** The name at the end of an ARN or of a queue's address. */
    static String shortName(String text) {
        if (text.startsWith("arn:") || text.startsWith("https:")) {
            String cut = text.replaceFirst("/stream/.*", "");
            return cut.substring(Math.max(cut.lastIndexOf(':'), cut.lastIndexOf('/')) + 1);
        }
        return text;
    }

    private void message(
            String name, String channel, String handler, String framework, Evidence place) {
        Consumption.add(name, channel, handler, handler, framework, place, findings);
    }

    private void schedules(String name, DataNode expression, String handler, Evidence place) {
        findings.add(
                new Schedule(
                        name,
                        template.text(expression),
                        handler,
                        CloudFormation.FRAMEWORK,
                        Confidence.LITERAL,
                        place));
    }

    private void rule(Declared rule) {
        DataNode properties = rule.properties();
        Evidence place = template.evidence(rule);
        List<DataNode> targets = new ArrayList<>(properties.get("Targets").items());
        if (targets.isEmpty()) {
            targets.add(DataNode.missing());
        }
        for (DataNode target : targets) {
            String handler = target(target.get("Arn"));
            if (properties.has("ScheduleExpression")) {
                schedules(rule.name(), properties.get("ScheduleExpression"), handler, place);
            }
            if (properties.has("EventPattern")) {
                pattern(
                        properties.get("EventPattern"),
                        properties.get("EventBusName"),
                        handler,
                        place);
            }
        }
    }

    /** A function's handler, another resource's name, or the text. */
    private String target(DataNode arn) {
        return template.references(arn).stream()
                .findFirst()
                .map(lambdas::handlerOf)
                .orElseGet(() -> shortName(template.text(arn)));
    }

    private void schedule(Declared schedule) {
        schedules(
                schedule.name(),
                schedule.properties().get("ScheduleExpression"),
                target(schedule.properties().get("Target", "Arn")),
                template.evidence(schedule));
    }

    private void mapping(Declared mapping) {
        DataNode source = mapping.properties().get("EventSourceArn");
        String text = template.text(source);
        String type = template.referred(source).map(Declared::type).orElse(text);
        String framework =
                type.contains("SQS") || type.contains(":sqs:")
                        ? "sqs"
                        : type.contains("DynamoDB") || type.contains(":dynamodb:")
                                ? "dynamodb-stream"
                                : "kinesis";
        String handler = target(mapping.properties().get("FunctionName"));
        one(framework, source, handler, template.evidence(mapping));
    }

    private void subscription(Declared subscription) {
        DataNode properties = subscription.properties();
        String handler = target(properties.get("Endpoint"));
        one("sns", properties.get("TopicArn"), handler, template.evidence(subscription));
    }

    private void pattern(DataNode pattern, DataNode bus, String handler, Evidence place) {
        EventPattern read = EventPattern.of(pattern, template::text);
        String name = bus.isMissing() ? "default" : shortName(template.text(bus));
        for (String type : read.names()) {
            message(type, read.channel(name), handler, "eventbridge", place);
        }
    }
}
