package io.digitalworker.facts.framework.node;

import io.digitalworker.facts.code.Located;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.MemberKind;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.Message;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.syntax.Annotation;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Create;
import io.digitalworker.facts.syntax.Expression.Lambda;
import io.digitalworker.facts.syntax.Expression.Mapping;
import io.digitalworker.facts.syntax.Expression.Sequence;
import io.digitalworker.facts.syntax.Parameter;
import java.util.List;
import java.util.Optional;

/** Messages of KafkaJS, amqplib, Bull, emitters and Nest clients. */
record SentMessages(ScriptSite site, Findings findings) {
    void message(Call call) {
        Expression receiver = call.receiver();
        if (receiver == null || call.arguments().isEmpty()) {
            return;
        }
        Expression first = ScriptSite.argument(call, 0).orElse(call);
        String type = site.typed(receiver);
        String owner = Decorators.name(receiver);
        switch (call.name()) {
            case "send", "subscribe" -> kafka(call, first);
            case "sendToQueue" -> publish(first, "", "amqplib", call, "publish");
            case "consume" -> {
                if (site.imports("amqplib.*")) {
                    publish(first, "", "amqplib", call, "consume");
                }
            }
            case "publish" -> published(call, first, type, owner);
            case "add" -> queue(call, first, receiver);
            case "process" -> {
                if (site.imports("bull|bee-queue|@nestjs/bull")) {
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

    private void kafka(Call call, Expression first) {
        boolean ours = first instanceof Mapping && site.imports("kafkajs|@confluentinc/.*");
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
            publish(topic, site.text(topic), "kafkajs", call, direction);
        }
        if (options.get("topics") instanceof Sequence topics) {
            topics.items().forEach(t -> publish(t, site.text(t), "kafkajs", call, direction));
        }
    }

    private void published(Call call, Expression first, String type, String owner) {
        if (site.imports("amqplib.*") && call.arguments().size() > 2) {
            Expression key = ScriptSite.argument(call, 1).orElse(first);
            add("publish", site.text(key), site.text(first), "amqplib", call);
        } else if (type.equals("EventBus") || owner.equalsIgnoreCase("eventBus")) {
            String event = first instanceof Create create ? create.type() : "";
            if (!event.isEmpty()) {
                findings.add(
                        new Message(
                                "publish",
                                event,
                                "",
                                event,
                                site.caller(),
                                "nestjs-cqrs",
                                Confidence.LITERAL,
                                site.evidence(call)));
            }
        } else if (site.imports("ioredis|redis") && call.arguments().size() == 2) {
            add("publish", site.text(first), site.text(first), "redis", call);
        }
    }

    private void queue(Call call, Expression first, Expression receiver) {
        Located made = site.code().symbols().definition(receiver, site.scope());
        if (made.expression() instanceof Create create
                && create.type().matches("(Bull\\.)?Queue")
                && !create.arguments().isEmpty()) {
            String channel =
                    site.code()
                            .values()
                            .first(create.arguments().get(0).value(), made.scope())
                            .text();
            boolean named = call.arguments().size() > 1 && !(first instanceof Mapping);
            add("publish", named ? site.text(first) : channel, channel, "bullmq", call);
        } else if (site.typed(receiver).equals("Queue")
                || site.typed(receiver).equals("Bull.Queue")) {
            String channel = injected(Decorators.name(receiver));
            boolean named = call.arguments().size() > 1 && !(first instanceof Mapping);
            add("publish", named ? site.text(first) : channel, channel, "bullmq", call);
        }
    }

    /** The queue of {@code @InjectQueue('x')} on a constructor's parameter. */
    private String injected(String field) {
        TypeDeclaration type = site.scope().type();
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
                    return inject.flatMap(a -> a.argument(0)).map(site::text).orElse("");
                }
            }
        }
        return "";
    }

    private void queueConsumer(Expression receiver, Call call) {
        Located made = site.code().symbols().definition(receiver, site.scope());
        if (made.expression() instanceof Create create && !create.arguments().isEmpty()) {
            String channel =
                    site.code()
                            .values()
                            .first(create.arguments().get(0).value(), made.scope())
                            .text();
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
        Expression inner = name instanceof Mapping m && m.get("cmd") != null ? m.get("cmd") : name;
        boolean queue = framework.equals("amqplib");
        String text = inner == null ? "" : site.text(inner);
        add(direction, text, queue ? text : channel, framework, call);
    }

    private void add(
            String direction, String name, String channel, String framework, Expression at) {
        boolean known = !name.contains("{");
        if (!known) {
            findings.unresolved(
                    "message",
                    site.scope().file().text(at.span()),
                    "the name is not a constant",
                    site.evidence(at));
        }
        findings.add(
                new Message(
                        direction,
                        name,
                        channel,
                        "",
                        site.caller(),
                        framework,
                        known ? Confidence.RESOLVED : Confidence.UNRESOLVED,
                        site.evidence(at)));
    }

    void created(Create create) {
        boolean worker = create.type().equals("Worker") && site.imports("bullmq");
        if (worker && create.arguments().size() > 1) {
            String queue = site.text(create.arguments().get(0).value());
            add("consume", queue, queue, "bullmq", create);
        }
    }
}
