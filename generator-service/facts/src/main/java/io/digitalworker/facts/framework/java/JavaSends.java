package io.digitalworker.facts.framework.java;

import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.code.Symbol;
import io.digitalworker.facts.code.Value;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.Message;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.java.JavaBodies.Site;
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Create;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Calls that send messages and publish events. */
record JavaSends(JavaCode code, Findings findings) {
    static final Map<String, String> TEMPLATES =
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
    static final Set<String> SENDS =
            Set.of("send", "convertAndSend", "sendDefault", "convertSendAndReceive");

    void sent(Site site) {
        Call call = site.call();
        Expression receiver = call.receiver();
        String type = receiver == null ? "" : declared(receiver, site.scope());
        String simple = JavaListeners.simple(type);
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
            return JavaListeners.simple(create.type());
        }
        return code.base()
                .symbols()
                .typeOf(event, scope)
                .map(TypeDeclaration::simpleName)
                .orElse(JavaListeners.simple(declared(event, scope)));
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
