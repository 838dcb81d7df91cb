package io.digitalworker.local.cloud.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.digitalworker.local.cloud.Account;
import io.digitalworker.local.cloud.http.AwsFault;
import io.digitalworker.local.cloud.http.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** EventBridge: buses, rules and targets; publishing is in {@link PutEvents}. */
final class EventBridge {
    private static final Pattern NAME = Pattern.compile("[.\\-_A-Za-z0-9]{1,64}");
    private static final int MAX_TARGETS = 5;
    private static final int MAX_RETRIES = 185;
    private static final int MIN_AGE = 60;
    private static final int MAX_AGE = 86_400;

    private final Rules rules;
    private final PutEvents putEvents;

    EventBridge(Rules rules, PutEvents putEvents) {
        this.rules = rules;
        this.putEvents = putEvents;
    }

    ObjectNode call(String operation, ObjectNode request) {
        return switch (operation) {
            case "CreateEventBus" -> createBus(request);
            case "DescribeEventBus" -> describeBus(request);
            case "PutRule" -> putRule(request);
            case "ListRules" -> listRules(request);
            case "DeleteRule" -> deleteRule(request);
            case "PutTargets" -> putTargets(request);
            case "ListTargetsByRule" -> listTargets(request);
            case "RemoveTargets" -> removeTargets(request);
            case "PutEvents" -> putEvents.call(request);
            default -> throw AwsFault.notImplemented(operation);
        };
    }

    /** What is not honoured is refused by name. */
    static void allow(String operation, JsonNode request, String... names) {
        Set<String> allowed = Set.of(names);
        request.fieldNames()
                .forEachRemaining(
                        name -> {
                            if (!allowed.contains(name)) {
                                throw AwsFault.notImplemented(
                                        "Parameter " + name + " of " + operation);
                            }
                        });
    }

    /** The name of a bus given by name or ARN. */
    static String busName(@Nullable String nameOrArn) {
        return nameOrArn == null
                ? Rules.DEFAULT_BUS
                : nameOrArn.substring(nameOrArn.lastIndexOf('/') + 1);
    }

    private static String busOf(JsonNode request) {
        return busName(Json.text(request, "EventBusName"));
    }

    private static String busArn(String name) {
        return Account.arn("events", "event-bus/" + name);
    }

    private static String validName(JsonNode request) {
        String name = Json.requiredText(request, "Name");
        if (!NAME.matcher(name).matches()) {
            throw AwsFault.validation("Name must match " + NAME + ": " + name);
        }
        return name;
    }

    private ObjectNode createBus(ObjectNode request) {
        allow("CreateEventBus", request, "Name", "Description", "Tags");
        String name = validName(request);
        if (rules.hasBus(name)) {
            throw new AwsFault(
                    400,
                    "ResourceAlreadyExistsException",
                    "Event bus " + name + " already exists.");
        }
        rules.createBus(name);
        return Json.object().put("EventBusArn", busArn(name));
    }

    private ObjectNode describeBus(ObjectNode request) {
        allow("DescribeEventBus", request, "Name");
        String name = busName(Json.text(request, "Name"));
        rules.of(name);
        return Json.object().put("Name", name).put("Arn", busArn(name));
    }

    private ObjectNode putRule(ObjectNode request) {
        allow(
                "PutRule",
                request,
                "Name",
                "EventBusName",
                "EventPattern",
                "State",
                "Description",
                "Tags");
        String name = validName(request);
        String bus = busOf(request);
        String state = Json.text(request, "State");
        Rule known = rules.find(bus, name);
        Rule rule =
                new Rule(
                        name,
                        bus,
                        Json.requiredText(request, "EventPattern"),
                        state == null ? "ENABLED" : state,
                        Json.text(request, "Description"),
                        known == null ? List.of() : known.targets());
        rules.save(rule);
        return Json.object().put("RuleArn", rule.arn());
    }

    private ObjectNode listRules(ObjectNode request) {
        allow("ListRules", request, "EventBusName", "NamePrefix", "Limit");
        String prefix = request.path("NamePrefix").asText("");
        ArrayNode listed = Json.array();
        for (Rule rule : rules.of(busOf(request))) {
            if (rule.name().startsWith(prefix)) {
                listed.addObject()
                        .put("Name", rule.name())
                        .put("Arn", rule.arn())
                        .put("EventPattern", rule.pattern())
                        .put("State", rule.state())
                        .put("Description", rule.description())
                        .put("EventBusName", rule.bus());
            }
        }
        return Json.object().set("Rules", listed);
    }

    private ObjectNode deleteRule(ObjectNode request) {
        allow("DeleteRule", request, "Name", "EventBusName", "Force");
        Rule rule = rules.find(busOf(request), Json.requiredText(request, "Name"));
        if (rule != null) {
            if (!rule.targets().isEmpty()) {
                throw AwsFault.validation("Rule can't be deleted since it has targets.");
            }
            rules.delete(rule);
        }
        return Json.object();
    }

    private Rule ruleOf(JsonNode request) {
        return rules.get(busOf(request), Json.requiredText(request, "Rule"));
    }

    private ObjectNode putTargets(ObjectNode request) {
        allow("PutTargets", request, "Rule", "EventBusName", "Targets");
        Rule rule = ruleOf(request);
        List<Rule.Target> targets = new ArrayList<>(rule.targets());
        for (JsonNode json : request.path("Targets")) {
            Rule.Target target = target(json);
            targets.removeIf(known -> known.id().equals(target.id()));
            targets.add(target);
        }
        if (targets.size() > MAX_TARGETS) {
            throw new AwsFault(
                    400,
                    "LimitExceededException",
                    "The requested resource exceeds the maximum number allowed: 5 targets");
        }
        rules.save(rule.with(targets));
        return noFailures();
    }

    private static Rule.Target target(JsonNode json) {
        allow("PutTargets", json, "Id", "Arn", "RoleArn", "RetryPolicy", "DeadLetterConfig");
        String arn = Json.requiredText(json, "Arn");
        if (!arn.startsWith("arn:aws:sqs:")) {
            throw AwsFault.notImplemented("A target other than an SQS queue, " + arn + ",");
        }
        JsonNode retry = json.path("RetryPolicy");
        allow("PutTargets", retry, "MaximumRetryAttempts", "MaximumEventAgeInSeconds");
        JsonNode deadLetters = json.path("DeadLetterConfig");
        allow("PutTargets", deadLetters, "Arn");
        return new Rule.Target(
                Json.requiredText(json, "Id"),
                arn,
                within(retry, "MaximumRetryAttempts", 0, MAX_RETRIES),
                within(retry, "MaximumEventAgeInSeconds", MIN_AGE, MAX_AGE),
                Json.text(deadLetters, "Arn"));
    }

    private static int within(JsonNode policy, String member, int low, int high) {
        int value = policy.path(member).asInt(high);
        if (value < low || value > high) {
            throw AwsFault.validation(
                    "%s must be %d to %d, not %d".formatted(member, low, high, value));
        }
        return value;
    }

    private ObjectNode listTargets(ObjectNode request) {
        allow("ListTargetsByRule", request, "Rule", "EventBusName", "Limit");
        ArrayNode listed = Json.array();
        for (Rule.Target target : ruleOf(request).targets()) {
            ObjectNode json = listed.addObject().put("Id", target.id()).put("Arn", target.arn());
            json.putObject("RetryPolicy")
                    .put("MaximumRetryAttempts", target.maxRetries())
                    .put("MaximumEventAgeInSeconds", target.maxAgeSeconds());
            if (target.deadLetterArn() != null) {
                json.putObject("DeadLetterConfig").put("Arn", target.deadLetterArn());
            }
        }
        return Json.object().set("Targets", listed);
    }

    private ObjectNode removeTargets(ObjectNode request) {
        allow("RemoveTargets", request, "Rule", "EventBusName", "Ids", "Force");
        Rule rule = ruleOf(request);
        Set<String> ids = new HashSet<>();
        request.path("Ids").forEach(id -> ids.add(id.asText()));
        List<Rule.Target> kept =
                rule.targets().stream().filter(target -> !ids.contains(target.id())).toList();
        rules.save(rule.with(kept));
        return noFailures();
    }

    private static ObjectNode noFailures() {
        return Json.object()
                .put("FailedEntryCount", 0)
                .setAll(Map.of("FailedEntries", Json.array()));
    }
}
