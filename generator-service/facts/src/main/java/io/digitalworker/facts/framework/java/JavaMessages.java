package io.digitalworker.facts.framework.java;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.code.Symbol;
import io.digitalworker.facts.code.TypeName;
import io.digitalworker.facts.code.Value;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.MemberKind;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.Message;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.Framework;
import io.digitalworker.facts.framework.java.JavaBodies.Site;
import io.digitalworker.facts.syntax.Annotation;
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Create;
import io.digitalworker.facts.syntax.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Messages and events: Spring's listeners and templates, its application events, SmallRye's channels
 * (with the topics that settings give them) and CDI's events.
 */
public final class JavaMessages implements Framework {
    /** Annotation of a listener, its framework and the elements that name the channel. */
    private record Listener(String framework, List<String> elements, String packages) {}

    private static final Map<String, Listener> LISTENERS =
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
    private static final Set<String> EVENTS =
            Set.of("EventListener", "TransactionalEventListener", "ApplicationModuleListener");
    private static final Map<String, String> TEMPLATES =
            Map.of(
                    "KafkaTemplate", "kafka",
                    "RabbitTemplate", "rabbitmq",
                    "AmqpTemplate", "rabbitmq",
                    "JmsTemplate", "jms",
                    "SqsTemplate", "sqs",
                    "StreamBridge", "stream",
                    "SimpMessagingTemplate", "websocket",
                    "SimpMessageSendingOperations", "websocket",
                    "ReactiveKafkaProducerTemplate", "kafka");
    private static final Set<String> SENDS =
            Set.of("send", "convertAndSend", "sendDefault", "convertSendAndReceive");

    @Override
    public void extract(CodeBase base, Findings findings) {
        List<String> words = new ArrayList<>(LISTENERS.keySet());
        words.addAll(EVENTS);
        words.addAll(TEMPLATES.keySet());
        words.addAll(
                List.of(
                        "publishEvent",
                        "Incoming",
                        "Outgoing",
                        "Channel",
                        "Observes",
                        "fire",
                        "ObservesAsync",
                        "fireAsync"));
        String[] all = words.toArray(String[]::new);
        if (!JavaCode.holds(base, all)) {
            return;
        }
        JavaCode code = JavaCode.of(base);
        Reading reading = new Reading(code, findings);
        for (TypeDeclaration type : code.with(all)) {
            type.members().forEach(member -> reading.member(type, member));
        }
        Set<String> calls = Set.of("publishEvent", "fire", "fireAsync");
        JavaBodies.calls(
                        code.files(all),
                        call -> calls.contains(call.name()) || SENDS.contains(call.name()))
                .forEach(reading::sent);
    }

    /** One reading of a code base. */
    private record Reading(JavaCode code, Findings findings) {

        void member(TypeDeclaration type, Member member) {
            CodeFile file = code.fileOf(type);
            for (Annotation annotation : member.annotations()) {
                String name = annotation.simpleName();
                Listener listener = LISTENERS.get(name);
                if (listener != null
                        && JavaCode.isFrom(file, annotation.name(), listener.packages())) {
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
            return (annotation.is("Incoming")
                            || annotation.is("Outgoing")
                            || annotation.is("Channel"))
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
                                file,
                                annotation.name(),
                                "jakarta.enterprise.",
                                "javax.enterprise.")) {
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

        private static String simple(String written) {
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
                    code.value(annotation, code.scope(type), "value")
                            .orElse(new Value("", true, true));
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

        // ---- calls

        void sent(Site site) {
            Call call = site.call();
            Expression receiver = call.receiver();
            String type = receiver == null ? "" : declared(receiver, site.scope());
            String simple = simple(type);
            if (call.name().equals("publishEvent") && receiver != null) {
                published(site, Argument.at(call.arguments(), 0), "spring");
            } else if (call.name().startsWith("fire") && simple.equals("Event")) {
                published(site, Argument.at(call.arguments(), 0), "cdi");
            } else if (TEMPLATES.containsKey(simple) && SENDS.contains(call.name())) {
                template(site, TEMPLATES.getOrDefault(simple, ""));
            }
        }

        /** The type of a variable or field as declared, of the archive or not. */
        private String declared(Expression receiver, Scope scope) {
            Optional<Symbol> symbol = code.base().symbols().find(receiver, scope);
            return symbol.filter(Symbol.Typed.class::isInstance)
                    .map(s -> ((Symbol.Typed) s).type())
                    .orElse("");
        }

        private void published(Site site, Optional<Expression> event, String framework) {
            String payload = event.map(e -> typeOf(e, site.scope())).orElse("");
            if (payload.isEmpty()) {
                unresolved(site);
                return;
            }
            findings.add(
                    new Message(
                            "publish",
                            payload,
                            "",
                            payload,
                            site.caller(),
                            framework,
                            Confidence.LITERAL,
                            site.file().evidence(site.call().span())));
        }

        private String typeOf(Expression event, Scope scope) {
            if (event instanceof Create create) {
                return simple(create.type());
            }
            return code.base()
                    .symbols()
                    .typeOf(event, scope)
                    .map(TypeDeclaration::simpleName)
                    .orElse(simple(declared(event, scope)));
        }

        private void unresolved(Site site) {
            findings.unresolved(
                    "message",
                    site.file().text(site.call().span()),
                    "dynamic",
                    site.file().evidence(site.call().span()));
        }

        private void template(Site site, String framework) {
            List<Argument> given = site.call().arguments();
            List<Value> names = new ArrayList<>();
            int strings = framework.equals("rabbitmq") ? given.size() - 1 : 1;
            for (int i = 0; i < Math.min(Math.max(strings, 0), given.size()); i++) {
                Value value = code.base().values().first(given.get(i).value(), site.scope());
                names.add(code.settings().fill(value, site.file().path()));
            }
            if (names.isEmpty() || !names.stream().allMatch(Value::known) || given.size() < 2) {
                unresolved(site);
                return;
            }
            String channel = String.join("/", names.stream().map(Value::text).toList());
            String payload = typeOf(given.get(given.size() - 1).value(), site.scope());
            boolean literal = names.stream().allMatch(Value::literal);
            findings.add(
                    new Message(
                            "publish",
                            payload.isEmpty() ? channel : payload,
                            channel,
                            payload,
                            site.caller(),
                            framework,
                            literal ? Confidence.LITERAL : Confidence.RESOLVED,
                            site.file().evidence(site.call().span())));
        }
    }
}
