package io.digitalworker.facts.framework.java;

import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.TypeName;
import io.digitalworker.facts.code.Value;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.MemberKind;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.Message;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.syntax.Annotation;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Methods and fields that receive messages or hold a channel. */
record JavaListeners(JavaCode code, Findings findings) {
    /** Annotation of a listener, its framework and the elements that name the channel. */
    private record Listener(String framework, List<String> elements, String packages) {}

    static final Map<String, Listener> LISTENERS =
            Map.ofEntries(
                    Map.entry(
                            "KafkaListener",
                            new Listener(
                                    "kafka",
                                    List.of("topics", "topicPattern", "value"),
                                    "org.springframework.kafka.")),
                    Map.entry(
                            "RabbitListener",
                            new Listener(
                                    "rabbitmq",
                                    List.of("queues", "bindings", "value"),
                                    "org.springframework.amqp.")),
                    Map.entry(
                            "JmsListener",
                            new Listener(
                                    "jms", List.of("destination"), "org.springframework.jms.")),
                    Map.entry(
                            "SqsListener",
                            new Listener(
                                    "sqs", List.of("value", "queueNames"), "io.awspring.cloud.")),
                    Map.entry(
                            "StreamListener",
                            new Listener("stream", List.of("value"), "org.springframework.cloud.")),
                    Map.entry(
                            "MessageMapping",
                            new Listener(
                                    "websocket",
                                    List.of("value"),
                                    "org.springframework.messaging.")));
    static final Set<String> EVENTS =
            Set.of("EventListener", "TransactionalEventListener", "ApplicationModuleListener");

    void member(TypeDeclaration type, Member member) {
        CodeFile file = code.fileOf(type);
        for (Annotation annotation : member.annotations()) {
            String name = annotation.simpleName();
            Listener listener = LISTENERS.get(name);
            if (listener != null && JavaCode.isFrom(file, annotation.name(), listener.packages())) {
                listener(type, member, annotation, listener);
            } else if (EVENTS.contains(name)
                    && JavaCode.isFrom(file, annotation.name(), "org.springframework.")) {
                event(member, annotation);
            } else if (isChannel(file, annotation)) {
                channel(type, member, annotation);
            }
        }
        for (Parameter parameter : member.parameters()) {
            parameter(type, member, parameter);
        }
    }

    private static boolean isChannel(CodeFile file, Annotation annotation) {
        return (annotation.is("Incoming") || annotation.is("Outgoing") || annotation.is("Channel"))
                && JavaCode.isFrom(
                        file,
                        annotation.name(),
                        "org.eclipse.microprofile.reactive.messaging.",
                        "io.smallrye.reactive.messaging.");
    }

    private void parameter(TypeDeclaration type, Member member, Parameter parameter) {
        CodeFile file = code.fileOf(type);
        for (Annotation annotation : parameter.annotations()) {
            boolean observes = annotation.is("Observes") || annotation.is("ObservesAsync");
            if (observes
                    && JavaCode.isFrom(
                            file, annotation.name(), "jakarta.enterprise.", "javax.enterprise.")) {
                add("consume", simple(parameter.type()), "", member, "cdi", true);
            } else if (isChannel(file, annotation)) {
                injected(type, member, annotation, parameter.type());
            }
        }
    }

    private void listener(
            TypeDeclaration type, Member member, Annotation annotation, Listener listener) {
        String[] elements = listener.elements().toArray(String[]::new);
        List<Value> channels = code.values(annotation, code.scope(type), elements);
        String payload = payload(member);
        for (Value channel : channels) {
            if (channel.known()) {
                message("consume", payload, channel, member, listener.framework());
            } else {
                findings.unresolved(
                        "message",
                        member.qualifiedName() + ": " + channel.text(),
                        "not a constant",
                        member.evidence());
            }
        }
    }

    /** The first parameter that is no header, acknowledgment or the like. */
    private static String payload(Member member) {
        for (Parameter parameter : member.parameters()) {
            boolean header =
                    parameter.annotations().stream()
                            .anyMatch(
                                    a ->
                                            a.is("Header")
                                                    || a.is("Headers")
                                                    || a.is("DestinationVariable"));
            String name = TypeName.of(parameter.type()).simpleName();
            if (!header && !name.equals("Acknowledgment") && !name.equals("Channel")) {
                return held(parameter.type());
            }
        }
        return "";
    }

    private static String held(String written) {
        List<String> wrappers = List.of("Message", "List", "Flux", "Mono", "Multi", "Uni");
        TypeName name = TypeName.of(written);
        if (name.simpleName().equals("ConsumerRecord") || name.simpleName().equals("Record")) {
            List<String> arguments = name.arguments();
            return arguments.isEmpty() ? "" : arguments.get(arguments.size() - 1);
        }
        return JavaCode.unwrapped(written, wrappers);
    }

    static String simple(String written) {
        return TypeName.of(written).simpleName();
    }

    private void event(Member member, Annotation annotation) {
        List<String> named = new ArrayList<>();
        JavaCode.element(annotation, "value", "classes")
                .ifPresent(
                        e -> {
                            List<Expression> items =
                                    e instanceof Expression.Sequence s ? s.items() : List.of(e);
                            items.forEach(
                                    i ->
                                            Optional.ofNullable(SpringPrefixes.typeOf(i))
                                                    .ifPresent(named::add));
                        });
        if (named.isEmpty() && !member.parameters().isEmpty()) {
            named.add(simple(member.parameters().get(0).type()));
        }
        named.forEach(name -> add("consume", name, "", member, "spring", true));
    }

    /** A channel with the topic that the settings give it. */
    private void channel(TypeDeclaration type, Member member, Annotation annotation) {
        if (annotation.is("Channel") || member.kind() == MemberKind.FIELD) {
            injected(type, member, annotation, member.type());
            return;
        }
        boolean in = annotation.is("Incoming");
        String payload = in ? payload(member) : held(member.type());
        String plain = payload.equals("void") ? "" : payload;
        topic(type, member, annotation, in ? "consume" : "publish", plain);
    }

    private void injected(
            TypeDeclaration type, Member member, Annotation annotation, String written) {
        boolean emitter = written.contains("Emitter");
        String payload = TypeName.of(written).argument();
        topic(type, member, annotation, emitter ? "publish" : "consume", held(payload));
    }

    private void topic(
            TypeDeclaration type,
            Member member,
            Annotation annotation,
            String direction,
            String payload) {
        Value name =
                code.value(annotation, code.scope(type), "value").orElse(new Value("", true, true));
        if (!name.known()) {
            findings.unresolved(
                    "message",
                    member.qualifiedName() + ": " + name.text(),
                    "not a constant",
                    member.evidence());
            return;
        }
        String side = direction.equals("consume") ? "incoming" : "outgoing";
        String key = "mp.messaging." + side + "." + name.text() + ".";
        Value set =
                code.settings()
                        .filled(
                                type.evidence().path(),
                                key + "topic",
                                key + "address",
                                key + "queue.name");
        boolean given = !set.text().isEmpty() && set.known();
        message(direction, payload, given ? set : name, member, "smallrye");
    }

    private void message(
            String direction, String payload, Value channel, Member member, String framework) {
        findings.add(
                new Message(
                        direction,
                        payload.isEmpty() ? channel.text() : simple(payload),
                        channel.text(),
                        payload,
                        member.qualifiedName(),
                        framework,
                        channel.literal() ? Confidence.LITERAL : Confidence.RESOLVED,
                        member.evidence()));
    }

    private void add(
            String direction,
            String name,
            String channel,
            Member member,
            String framework,
            boolean literal) {
        findings.add(
                new Message(
                        direction,
                        name,
                        channel,
                        name,
                        member.qualifiedName(),
                        framework,
                        literal ? Confidence.LITERAL : Confidence.RESOLVED,
                        member.evidence()));
    }
}
