package io.digitalworker.facts.framework.aws;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.data.DataNode;
import io.digitalworker.facts.data.DataNode.Entry;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.Endpoint;
import io.digitalworker.facts.fact.Resource;
import io.digitalworker.facts.fact.Schedule;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.aws.Handlers.Handler;
import io.digitalworker.facts.framework.aws.Variables.Placed;
import io.digitalworker.facts.framework.contract.ContractPath;
import io.digitalworker.facts.source.Evidence;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** A function of a serverless.yml with the events that start it. */
final class ServerlessFunction {
    private static final Map<String, String> SETTINGS =
            Map.of(
                    "runtime", "runtime",
                    "memorySize", "memory",
                    "timeout", "timeout",
                    "reservedConcurrency", "reservedConcurrency",
                    "handler", "handler",
                    "image", "image",
                    "onError", "deadLetter",
                    "maximumRetryAttempts", "retries");
    private static final Set<String> PLAIN =
            Set.of("sns", "sqs", "stream", "kafka", "activemq", "rabbitmq", "iot");
    private final Variables variables;
    private final Placed home;
    private final String name;
    private final Placed function;
    private final Evidence place;
    private final Handler handler;

    ServerlessFunction(CodeBase code, Variables variables, Placed home, Entry entry) {
        this.variables = variables;
        this.home = home;
        this.name = entry.key();
        this.function = variables.follow(home.with(entry.value()));
        this.place = home.file().evidence(entry.span());
        String written = variables.text(function.get("handler"));
        String base = variables.root().file().file().directory();
        this.handler =
                written.isEmpty()
                        ? new Handler(name, "")
                        : new Handlers(code.tree()).find(base, "", written);
    }

    void emit(Findings findings) {
        if (!function.node().isMapping()) {
            boolean group = name.startsWith("$") || home.node().isSequence();
            findings.unresolved(
                    "resource", name, group ? "dynamic" : "not declared in the archive", place);
            return;
        }
        Set<String> targets = new LinkedHashSet<>();
        Placed events = variables.follow(function.get("events"));
        for (DataNode each : events.node().items()) {
            event(variables.follow(events.with(each)), findings, targets);
        }
        findings.add(
                new Resource(
                        name,
                        "AWS::Lambda::Function",
                        Serverless.FRAMEWORK,
                        settings(),
                        List.copyOf(targets),
                        Confidence.LITERAL,
                        place));
    }

    private SortedMap<String, String> settings() {
        SortedMap<String, String> settings = new TreeMap<>();
        Placed provider = variables.root().get("provider");
        for (Map.Entry<String, String> each : SETTINGS.entrySet()) {
            boolean shared =
                    !function.node().has(each.getKey()) && !each.getKey().equals("handler");
            Placed from = shared ? provider : function;
            put(each.getValue(), variables.text(from.get(each.getKey())), settings);
        }
        put("file", handler.file(), settings);
        Set<String> names = new LinkedHashSet<>();
        for (Placed level : List.of(provider, function)) {
            Placed environment = variables.follow(level.get("environment"));
            environment.node().entries().forEach(e -> names.add(e.key()));
        }
        put("environment", String.join(", ", names), settings);
        return settings;
    }

    private static void put(String key, String value, SortedMap<String, String> settings) {
        if (!value.isEmpty()) {
            settings.put(key, value);
        }
    }

    private void event(Placed event, Findings findings, Set<String> targets) {
        if (event.node().isScalar()) {
            findings.unresolved("message", event.node().text(""), "dynamic", at(event));
        }
        for (Entry entry : event.node().entries()) {
            Placed value = variables.follow(event.with(entry.value()));
            Evidence where = event.file().evidence(entry.span());
            switch (entry.key()) {
                case "http", "httpApi" -> endpoint(value, where, findings);
                case "schedule" -> schedule(value, where, findings);
                case "eventBridge" -> bridge(value, where, findings);
                case "cloudwatchEvent" -> pattern(value.get("event"), "default", where, findings);
                case "s3" -> bucket(value, where, findings);
                case "websocket" -> socket(value, where, findings);
                default -> {
                    if (PLAIN.contains(entry.key())) {
                        plain(entry.key(), value, where, findings, targets);
                    }
                }
            }
        }
    }

    private static Evidence at(Placed placed) {
        return placed.file().evidence(placed.node().span());
    }

    // ---- endpoints

    private void endpoint(Placed event, Evidence where, Findings findings) {
        String method = variables.text(event.get("method"));
        String path = variables.text(event.get("path"));
        if (event.node().isScalar()) {
            String[] parts = variables.text(event).strip().split("\\s+", 2);
            method = parts.length == 2 ? parts[0] : "ANY";
            path = parts[parts.length - 1];
        }
        boolean catchAll = path.equals("*") || path.equals("$default");
        boolean any = method.isEmpty() || method.equals("*");
        String plain = ContractPath.normal(catchAll ? "/{proxy+}" : path);
        findings.add(
                new Endpoint(
                        any ? "ANY" : method.toUpperCase(Locale.ROOT),
                        plain,
                        List.of(),
                        handler.name(),
                        CloudFormation.ENDPOINTS,
                        AwsPaths.parameters(plain),
                        null,
                        List.of(),
                        needs(event),
                        List.of(),
                        path.contains("{self") ? Confidence.RESOLVED : Confidence.LITERAL,
                        where));
    }

    private List<String> needs(Placed event) {
        List<String> needs = new ArrayList<>();
        Placed authorizer = variables.follow(event.get("authorizer"));
        for (Placed named :
                List.of(
                        authorizer,
                        authorizer.get("name"),
                        authorizer.get("type"),
                        authorizer.get("arn"),
                        authorizer.get("authorizerId"))) {
            String text = named.node().isMapping() ? "" : variables.text(named);
            if (!text.isEmpty() && needs.isEmpty()) {
                needs.add(text);
            }
        }
        if (event.node().get("private").bool().orElse(false)) {
            needs.add("api-key");
        }
        return needs;
    }

    // ---- schedules and messages

    private void schedule(Placed event, Evidence where, Findings findings) {
        Placed rate = event.node().isMapping() ? variables.follow(event.get("rate")) : event;
        List<Placed> rates = new ArrayList<>();
        rate.node().items().forEach(item -> rates.add(rate.with(item)));
        for (Placed each : rates.isEmpty() ? List.of(rate) : rates) {
            findings.add(
                    new Schedule(
                            name,
                            variables.text(each),
                            handler.name(),
                            Serverless.FRAMEWORK,
                            Confidence.LITERAL,
                            where));
        }
    }

    private void bridge(Placed event, Evidence where, Findings findings) {
        if (event.node().has("schedule")) {
            schedule(event.get("schedule"), where, findings);
        }
        if (event.node().has("pattern")) {
            String bus = variables.text(event.get("eventBus"));
            String named = bus.isEmpty() ? "default" : Triggers.shortName(bus);
            pattern(event.get("pattern"), named, where, findings);
        }
    }

    private void pattern(Placed pattern, String bus, Evidence where, Findings findings) {
        Placed at = variables.follow(pattern);
        EventPattern read = EventPattern.of(at.node(), node -> variables.text(at.with(node)));
        for (String type : read.names()) {
            message(type, read.channel(bus), "eventbridge", where, findings);
        }
    }

    private void bucket(Placed event, Evidence where, Findings findings) {
        String bucket = variables.text(event.node().isMapping() ? event.get("bucket") : event);
        String type = variables.text(event.get("event"));
        message(type.isEmpty() ? "s3:ObjectCreated:*" : type, bucket, "s3", where, findings);
    }

    private void socket(Placed event, Evidence where, Findings findings) {
        String route = variables.text(event.node().isMapping() ? event.get("route") : event);
        message(route, "", "websocket", where, findings);
    }

    private void plain(
            String kind, Placed event, Evidence where, Findings findings, Set<String> targets) {
        String source = "";
        for (Placed each :
                List.of(
                        event,
                        event.get("arn"),
                        event.get("topicName"),
                        event.get("topic"),
                        event.get("queue"))) {
            Placed at = variables.follow(each);
            boolean function =
                    at.node().isMapping()
                            && at.node().entries().size() == 1
                            && at.node().entries().get(0).key().matches("Ref|Fn::[A-Za-z]{1,40}");
            if (source.isEmpty() && (function || !at.node().isMapping())) {
                source = Triggers.shortName(variables.text(at));
            }
        }
        boolean dynamo =
                kind.equals("stream") && !variables.text(event.get("type")).equals("kinesis");
        String framework = kind.equals("stream") ? (dynamo ? "dynamodb-stream" : "kinesis") : kind;
        message(source, source, framework, where, findings);
        if (!source.isEmpty()) {
            targets.add(source);
        }
    }

    private void message(
            String message, String channel, String framework, Evidence where, Findings findings) {
        Consumption.add(message, channel, handler.name(), name, framework, where, findings);
    }
}
