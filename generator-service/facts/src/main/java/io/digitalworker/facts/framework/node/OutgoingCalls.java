package io.digitalworker.facts.framework.node;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Located;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.code.Symbol;
import io.digitalworker.facts.code.Value;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.MemberKind;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.ExternalCall;
import io.digitalworker.facts.fact.Message;
import io.digitalworker.facts.fact.Schedule;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.Framework;
import io.digitalworker.facts.source.Evidence;
import io.digitalworker.facts.syntax.Annotation;
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Dialect;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Create;
import io.digitalworker.facts.syntax.Expression.Lambda;
import io.digitalworker.facts.syntax.Expression.Mapping;
import io.digitalworker.facts.syntax.Expression.Name;
import io.digitalworker.facts.syntax.Expression.Select;
import io.digitalworker.facts.syntax.Expression.Sequence;
import io.digitalworker.facts.syntax.Parameter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What scripts send and do by calls of well-known packages: requests (axios, fetch, got, HttpService),
 * messages (KafkaJS, amqplib, Bull, emitters, SQS, SNS, EventBridge, Nest clients), jobs (node-cron).
 */
public final class OutgoingCalls implements Framework {
    private static final Set<String> VERBS =
            Set.of("get", "post", "put", "patch", "delete", "head", "request");

    @Override
    public void extract(CodeBase code, Findings findings) {
        for (CodeFile file : code.files(Dialect.SCRIPT)) {
            boolean concerned =
                    List.of(
                                    "axios",
                                    "fetch",
                                    "got",
                                    "ky",
                                    "httpService",
                                    "HttpService",
                                    "kafkajs",
                                    "Kafka",
                                    "amqplib",
                                    "sendToQueue",
                                    "publish",
                                    "Queue",
                                    "Worker",
                                    "emit",
                                    "cron",
                                    "schedule",
                                    "PutEventsCommand",
                                    "SendMessageCommand",
                                    "PublishCommand",
                                    "subscribe",
                                    "superagent",
                                    "http")
                            .stream()
                            .anyMatch(file::mayHold);
            if (concerned && !TestFiles.is(file.path())) {
                ScriptWalk.over(
                        file,
                        (e, scope, caller) ->
                                new Visit(code, findings, scope, caller).expression(e));
            }
        }
    }

    /** One expression at its place. */
    private record Visit(CodeBase code, Findings findings, Scope scope, String caller) {

        void expression(Expression e) {
            if (e instanceof Call call) {
                request(call);
                message(call);
                schedule(call);
            } else if (e instanceof Create create && !create.arguments().isEmpty()) {
                created(create);
            }
        }

        private Evidence evidence(Expression e) {
            return scope.file().evidence(e.span());
        }

        private boolean imports(String pattern) {
            return scope.file().imports().stream().anyMatch(i -> i.module().matches(pattern));
        }

        private Optional<Expression> argument(Call call, int at) {
            return Argument.at(call.arguments(), at);
        }

        // ---- requests

        private void request(Call call) {
            Expression receiver = call.receiver();
            String name = call.name();
            if (receiver == null
                    && (name.equals("fetch")
                            || name.equals("axios")
                            || name.equals("got")
                            || name.equals("ky"))
                    && !call.arguments().isEmpty()) {
                plain(call, name);
            } else if (receiver != null && VERBS.contains(name) && !call.arguments().isEmpty()) {
                Located client = code.symbols().definition(receiver, scope);
                String kind = client(receiver, client);
                if (!kind.isEmpty()) {
                    String base = base(client);
                    String method = name.equals("request") ? "ANY" : name.toUpperCase(Locale.ROOT);
                    Expression first = argument(call, 0).orElse(call);
                    boolean options = first instanceof Mapping;
                    Expression url = options ? ((Mapping) first).get("url") : first;
                    method = options ? method((Mapping) first, method) : method;
                    add(method, url, base, kind, call);
                }
            }
        }

        private void plain(Call call, String client) {
            Expression first = argument(call, 0).orElse(call);
            Expression url = first instanceof Mapping m ? m.get("url") : first;
            Expression options = first instanceof Mapping ? first : argument(call, 1).orElse(null);
            String method =
                    options instanceof Mapping m
                            ? method(m, "GET")
                            : options == null ? "GET" : "ANY";
            add(method, url, "", client, call);
        }

        private String method(Mapping options, String otherwise) {
            Expression method = options.get("method");
            return method == null
                    ? otherwise
                    : code.values()
                            .text(method, scope)
                            .map(m -> m.toUpperCase(Locale.ROOT))
                            .orElse("ANY");
        }

        /** The package that a client is of; empty if this is none. */
        private String client(Expression receiver, Located client) {
            String name = Decorators.name(receiver);
            if (client.expression() instanceof Call made
                    && made.name().matches("create|extend")
                    && made.receiver() != null) {
                String root = Decorators.name(made.receiver());
                return root.matches("axios|got|ky") ? root : "";
            }
            if (name.matches("axios|got|ky|superagent|needle") && imports(name + "|.*" + name)) {
                return name;
            }
            Optional<Symbol> symbol = code.symbols().find(receiver, scope);
            String type =
                    symbol.isPresent() && symbol.get() instanceof Symbol.Typed typed
                            ? typed.type()
                            : "";
            return switch (type) {
                case "HttpService" -> "HttpService";
                case "HttpClient" -> "HttpClient";
                case "AxiosInstance" -> "axios";
                default -> name.equals("axiosRef") ? "HttpService" : "";
            };
        }

        private String base(Located client) {
            if (client.expression() instanceof Call made
                    && !made.arguments().isEmpty()
                    && code.symbols()
                                    .definition(made.arguments().get(0).value(), client.scope())
                                    .expression()
                            instanceof Mapping options) {
                Expression base =
                        options.get("baseURL") != null
                                ? options.get("baseURL")
                                : options.get("prefixUrl");
                return base == null ? "" : code.values().first(base, client.scope()).text();
            }
            return "";
        }

        private void add(
                String method, @Nullable Expression url, String base, String client, Call call) {
            if (url == null) {
                findings.unresolved(
                        "external-call",
                        scope.file().text(call.span()),
                        "the address is not given",
                        evidence(call));
                return;
            }
            Value value = code.values().first(url, scope);
            boolean joined = !base.isEmpty() && !value.text().matches("https?://.*");
            String full =
                    joined
                            ? base.replaceFirst("/+$", "")
                                    + "/"
                                    + value.text().replaceFirst("^/+", "")
                            : value.text();
            boolean known = value.known() && !base.contains("{");
            boolean nothing = full.matches("\\{[^}]*\\}");
            if (nothing) {
                findings.unresolved(
                        "external-call",
                        scope.file().text(url.span()),
                        "the address is not a constant",
                        evidence(call));
            }
            Confidence sure =
                    nothing
                            ? Confidence.UNRESOLVED
                            : known && !joined ? value.confidence() : Confidence.RESOLVED;
            findings.add(new ExternalCall(method, full, client, caller, sure, evidence(call)));
        }

        // ---- messages

        private void message(Call call) {
            Expression receiver = call.receiver();
            if (receiver == null || call.arguments().isEmpty()) {
                return;
            }
            Expression first = argument(call, 0).orElse(call);
            String type = typed(receiver);
            String owner = Decorators.name(receiver);
            switch (call.name()) {
                case "send", "subscribe" -> kafka(call, first);
                case "sendToQueue" -> publish(first, "", "amqplib", call, "publish");
                case "consume" -> {
                    if (imports("amqplib.*")) {
                        publish(first, "", "amqplib", call, "consume");
                    }
                }
                case "publish" -> published(call, first, type, owner);
                case "add" -> queue(call, first, receiver);
                case "process" -> {
                    if (imports("bull|bee-queue|@nestjs/bull")) {
                        queueConsumer(receiver, call);
                    }
                }
                case "emit" -> emitted(call, first, type, owner);
                default -> {}
            }
            if (call.name().equals("send") && type.equals("ClientProxy")) {
                publish(first, "", "nestjs-microservices", call, "publish");
            }
        }

        private String typed(Expression receiver) {
            Optional<Symbol> symbol = code.symbols().find(receiver, scope);
            return symbol.isPresent() && symbol.get() instanceof Symbol.Typed t
                    ? t.type().replaceAll("<.*", "")
                    : "";
        }

        private void kafka(Call call, Expression first) {
            boolean ours = first instanceof Mapping && imports("kafkajs|@confluentinc/.*");
            if (!ours
                    && !(first instanceof Mapping m
                            && m.get("topic") != null
                            && m.get("messages") != null)) {
                return;
            }
            Mapping options = (Mapping) first;
            String direction = call.name().equals("send") ? "publish" : "consume";
            Expression topic = options.get("topic");
            if (topic != null) {
                publish(topic, text(topic), "kafkajs", call, direction);
            }
            if (options.get("topics") instanceof Sequence topics) {
                topics.items().forEach(t -> publish(t, text(t), "kafkajs", call, direction));
            }
        }

        private String text(Expression expression) {
            return code.values().first(expression, scope).text();
        }

        private void published(Call call, Expression first, String type, String owner) {
            if (imports("amqplib.*") && call.arguments().size() > 2) {
                Expression key = argument(call, 1).orElse(first);
                add("publish", text(key), text(first), "amqplib", call);
            } else if (type.equals("EventBus") || owner.equalsIgnoreCase("eventBus")) {
                String event = first instanceof Create create ? create.type() : "";
                if (!event.isEmpty()) {
                    findings.add(
                            new Message(
                                    "publish",
                                    event,
                                    "",
                                    event,
                                    caller,
                                    "nestjs-cqrs",
                                    Confidence.LITERAL,
                                    evidence(call)));
                }
            } else if (imports("ioredis|redis") && call.arguments().size() == 2) {
                add("publish", text(first), text(first), "redis", call);
            }
        }

        private void queue(Call call, Expression first, Expression receiver) {
            Located made = code.symbols().definition(receiver, scope);
            if (made.expression() instanceof Create create
                    && create.type().matches("(Bull\\.)?Queue")
                    && !create.arguments().isEmpty()) {
                String channel =
                        code.values().first(create.arguments().get(0).value(), made.scope()).text();
                boolean named = call.arguments().size() > 1 && !(first instanceof Mapping);
                add("publish", named ? text(first) : channel, channel, "bullmq", call);
            } else if (typed(receiver).equals("Queue") || typed(receiver).equals("Bull.Queue")) {
                String channel = injected(Decorators.name(receiver));
                boolean named = call.arguments().size() > 1 && !(first instanceof Mapping);
                add("publish", named ? text(first) : channel, channel, "bullmq", call);
            }
        }

        /** The queue of {@code @InjectQueue('x')} on a constructor's parameter. */
        private String injected(String field) {
            TypeDeclaration type = scope.type();
            if (type == null) {
                return "";
            }
            for (Member member : type.members()) {
                for (Parameter parameter :
                        member.kind() == MemberKind.CONSTRUCTOR
                                ? member.parameters()
                                : List.<Parameter>of()) {
                    Optional<Annotation> inject =
                            Annotation.find(parameter.annotations(), "InjectQueue");
                    if (parameter.name().equals(field) && inject.isPresent()) {
                        return inject.flatMap(a -> a.argument(0)).map(this::text).orElse("");
                    }
                }
            }
            return "";
        }

        private void queueConsumer(Expression receiver, Call call) {
            Located made = code.symbols().definition(receiver, scope);
            if (made.expression() instanceof Create create && !create.arguments().isEmpty()) {
                String channel =
                        code.values().first(create.arguments().get(0).value(), made.scope()).text();
                add("consume", channel, channel, "bull", call);
            }
        }

        private void emitted(Call call, Expression first, String type, String owner) {
            boolean emitter =
                    type.equals("EventEmitter2")
                            || owner.matches("(?i)(event)?emitter2?|eventBus|(event)?dispatcher");
            if (type.matches("ClientProxy|ClientKafka|ClientRMQ")) {
                publish(first, "", "nestjs-microservices", call, "publish");
            } else if (emitter && !(first instanceof Lambda)) {
                publish(
                        first,
                        "",
                        type.equals("EventEmitter2") ? "eventemitter2" : "events",
                        call,
                        "publish");
            }
        }

        private void publish(
                Expression name, String channel, String framework, Call call, String direction) {
            Expression inner =
                    name instanceof Mapping m && m.get("cmd") != null ? m.get("cmd") : name;
            boolean queue = framework.equals("amqplib");
            String text = inner == null ? "" : text(inner);
            add(direction, text, queue ? text : channel, framework, call);
        }

        private void add(
                String direction, String name, String channel, String framework, Expression at) {
            boolean known = !name.contains("{");
            if (!known) {
                findings.unresolved(
                        "message",
                        scope.file().text(at.span()),
                        "the name is not a constant",
                        evidence(at));
            }
            findings.add(
                    new Message(
                            direction,
                            name,
                            channel,
                            "",
                            caller,
                            framework,
                            known ? Confidence.RESOLVED : Confidence.UNRESOLVED,
                            evidence(at)));
        }

        private void created(Create create) {
            Expression first = create.arguments().get(0).value();
            Mapping options =
                    code.symbols().definition(first, scope).expression() instanceof Mapping m
                            ? m
                            : null;
            switch (create.type()) {
                case "Worker" -> {
                    if (imports("bullmq") && create.arguments().size() > 1) {
                        add("consume", text(first), text(first), "bullmq", create);
                    }
                }
                case "PutEventsCommand" -> events(options, create);
                case "SendMessageCommand" -> field(options, "QueueUrl", "sqs", create);
                case "PublishCommand" -> field(options, "TopicArn", "sns", create);
                case "CronJob" -> {
                    if (imports("cron")) {
                        scheduled(
                                first,
                                create,
                                Argument.at(create.arguments(), 1).orElse(null),
                                "cron");
                    }
                }
                default -> {}
            }
        }

        private void events(@Nullable Mapping options, Create create) {
            Expression entries = options == null ? null : options.get("Entries");
            List<Expression> items = entries instanceof Sequence list ? list.items() : List.of();
            for (Expression item : items) {
                if (item instanceof Mapping entry && entry.get("DetailType") != null) {
                    Expression bus = entry.get("EventBusName");
                    Expression type = entry.get("DetailType");
                    add(
                            "publish",
                            type == null ? "" : text(type),
                            bus == null ? "" : text(bus),
                            "eventbridge",
                            create);
                }
            }
            if (items.isEmpty()) {
                findings.unresolved(
                        "message",
                        scope.file().text(create.span()),
                        "the entries are not a literal",
                        evidence(create));
            }
        }

        private void field(@Nullable Mapping options, String key, String framework, Create create) {
            Expression channel = options == null ? null : options.get(key);
            if (channel != null) {
                add("publish", text(channel), text(channel), framework, create);
            }
        }

        // ---- jobs

        private void schedule(Call call) {
            boolean cron = call.name().equals("schedule") && imports("node-cron|croner");
            boolean jobs = call.name().equals("scheduleJob") && imports("node-schedule");
            if ((cron || jobs) && call.arguments().size() > 1) {
                Expression first = argument(call, 0).orElse(call);
                boolean named = jobs && call.arguments().size() > 2;
                Expression time = named ? argument(call, 1).orElse(first) : first;
                scheduled(
                        time,
                        call,
                        argument(call, named ? 2 : 1).orElse(null),
                        cron ? "node-cron" : "node-schedule");
            }
        }

        private void scheduled(
                Expression time, Expression at, @Nullable Expression task, String framework) {
            boolean named = task instanceof Name || task instanceof Select;
            String handler = named && task != null ? scope.file().text(task.span()) : caller;
            String name = named && task != null ? Decorators.name(task) : inner(task);
            Value value = code.values().first(time, scope);
            if (!value.known()) {
                findings.unresolved(
                        "schedule",
                        scope.file().text(time.span()),
                        "the time is not a constant",
                        evidence(at));
            }
            findings.add(
                    new Schedule(
                            name.isEmpty() ? handler : name,
                            value.known() ? value.text() : "",
                            handler,
                            framework,
                            value.confidence(),
                            evidence(at)));
        }

        /** What a lambda calls first. */
        private String inner(@Nullable Expression task) {
            if (!(task instanceof Lambda lambda)) {
                return "";
            }
            String body = scope.file().text(lambda.body());
            Matcher call =
                    Pattern.compile("([\\w.]+)\\(")
                            .matcher(body.substring(0, Math.min(body.length(), 500)));
            return call.find() && !call.group(1).startsWith("console")
                    ? call.group(1).replaceFirst("^.*\\.", "")
                    : "";
        }
    }
}
