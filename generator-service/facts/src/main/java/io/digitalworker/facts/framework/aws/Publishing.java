package io.digitalworker.facts.framework.aws;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.Located;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.code.Value;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.Message;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.source.Evidence;
import io.digitalworker.facts.syntax.Dialect;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Create;
import io.digitalworker.facts.syntax.Expression.Mapping;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is published to EventBridge, SNS and SQS; names are given exactly as the code has them. */
final class Publishing {
    private static final String ENTRY = "PutEventsRequestEntry";
    private static final Map<String, String> SENDERS =
            Map.of(
                    "publish", "sns",
                    "publishbatch", "sns",
                    "sendmessage", "sqs",
                    "sendmessagebatch", "sqs");
    private static final Map<String, String> CHANNELS =
            Map.of("sns", "TopicArn", "sqs", "QueueUrl");
    private final CodeBase code;
    private final SdkTexts texts;
    private final Findings findings;
    private final Set<Expression> taken = new HashSet<>();

    Publishing(CodeBase code, SdkTexts texts, Findings findings) {
        this.code = code;
        this.texts = texts;
        this.findings = findings;
    }

    void visit(Expression expression, Scope scope, String member) {
        if (expression instanceof Mapping mapping) {
            if (mapping.get("DetailType") != null) {
                event(Given.of(code, mapping, scope), mapping, scope, member);
            }
        } else if (expression instanceof Create create) {
            made(create, scope, member);
        } else if (expression instanceof Call call) {
            called(call, scope, member);
        }
    }

    private void made(Create create, Scope scope, String member) {
        String type = Given.simple(create.type());
        if (type.equals(ENTRY) && !create.initializer().isEmpty()) {
            event(Given.of(code, create, scope), create, scope, member);
            return;
        }
        String bare = Given.plain(type.replaceFirst("(?:Command|Request)$", ""));
        String kind = type.equals(bare) ? null : SENDERS.get(bare);
        if (kind != null) {
            Given given = Given.first(code, create, scope).orElse(Given.NOTHING);
            send(kind, given, create, scope, member);
        }
    }

    private void called(Call call, Scope scope, String member) {
        boolean built = call.name().equals("build") || call.name().startsWith("with");
        if (built) {
            Given chain = Given.of(code, call, scope);
            String kind = SENDERS.get(Given.plain(chain.type().replaceFirst("Request$", "")));
            if (chain.type().equals(ENTRY) && chain.has("DetailType")) {
                event(chain, call, scope, member);
            } else if (kind != null && chain.type().endsWith("Request")) {
                send(kind, chain, call, scope, member);
            }
            return;
        }
        String kind = SENDERS.get(Given.plain(call.name()));
        if (kind != null && scope.file().dialect() != Dialect.PYTHON) {
            call.arguments().stream()
                    .findFirst()
                    .map(argument -> Given.of(code, argument.value(), scope))
                    .filter(given -> given.type().isEmpty())
                    .ifPresent(given -> send(kind, given, call, scope, member));
        }
    }

    private void send(String kind, Given given, Expression place, Scope scope, String member) {
        Optional<Located> channel = given.get(String.valueOf(CHANNELS.get(kind)));
        if (channel.isEmpty() || !taken.add(place)) {
            return;
        }
        Value name = texts.name(channel.get());
        String text = Triggers.shortName(name.text());
        add(text, text, kind, name.confidence(), member, scope.file().evidence(place.span()));
    }

    private void event(Given given, Expression place, Scope scope, String member) {
        Optional<Located> type = given.get("DetailType");
        if (type.isEmpty() || !taken.add(place)) {
            return;
        }
        Evidence evidence = scope.file().evidence(place.span());
        String source = given.get("Source").map(texts::name).map(Value::text).orElse("");
        String bus = given.get("EventBusName").map(texts::name).map(Value::text).orElse("default");
        String named = Triggers.shortName(bus);
        String channel = source.isEmpty() ? named : source + "@" + named;
        List<Value> names = code.values().all(type.get().expression(), type.get().scope());
        for (Value name : names) {
            if (name.known()) {
                add(name.text(), channel, "eventbridge", name.confidence(), member, evidence);
            } else {
                String written = SdkTexts.source(type.get().expression(), type.get().scope());
                findings.unresolved("message", written, "the detail type is computed", evidence);
            }
        }
    }

    private void add(
            String name,
            String channel,
            String framework,
            Confidence confidence,
            String member,
            Evidence evidence) {
        findings.add(
                new Message("publish", name, channel, "", member, framework, confidence, evidence));
    }
}
