package io.digitalworker.facts.framework.aws;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.Located;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.code.Value;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.Message;
import io.digitalworker.facts.fact.Schedule;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.source.Evidence;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Call;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a rule, a topic or an event source sets off. */
final class CdkTargets {
    private final Map<Expression, Set<String>> targets = new LinkedHashMap<>();
    private final CodeBase code;
    private final CdkValues values;
    private final Findings findings;

    CdkTargets(CodeBase code, CdkValues values, Findings findings) {
        this.code = code;
        this.values = values;
        this.findings = findings;
    }

    /** The ids of what was added to a construct. */
    Set<String> of(Construct construct) {
        return targets.getOrDefault(construct.place(), Set.of());
    }

    void target(Call call, Scope scope) {
        if (call.arguments().isEmpty()) {
            return;
        }
        Located source = values.defined(CdkValues.receiver(call), scope);
        values.within(call.arguments().get(0).value(), scope)
                .ifPresent(
                        found ->
                                targets.computeIfAbsent(
                                                source.expression(), s -> new LinkedHashSet<>())
                                        .add(found.id()));
        boolean eventSource = Given.plain(call.name()).equals("addeventsource");
        boolean subscription = Given.plain(call.name()).equals("addsubscription");
        Optional<Construct> owner = values.construct(CdkValues.receiver(call), scope);
        Optional<Construct> other = values.within(call.arguments().get(0).value(), scope);
        if (owner.isPresent() && other.isPresent() && (eventSource || subscription)) {
            Construct from = eventSource ? other.get() : owner.get();
            Construct to = eventSource ? owner.get() : other.get();
            consume(from, to, scope.file().evidence(call.span()));
        }
    }

    private void consume(Construct from, Construct to, Evidence place) {
        String framework =
                switch (from.kind()) {
                    case "Queue" -> "sqs";
                    case "Topic" -> "sns";
                    case "Table", "TableV2" -> "dynamodb-stream";
                    case "Bucket" -> "s3";
                    default -> Cdk.FRAMEWORK;
                };
        message(from.id(), from.id(), values.handler(to), framework, place);
    }

    private void message(
            String name, String channel, String handler, String framework, Evidence place) {
        findings.add(
                new Message(
                        "consume",
                        name,
                        channel,
                        "",
                        handler,
                        framework,
                        Confidence.RESOLVED,
                        place));
    }

    void rule(Construct rule, Collection<Construct> constructs, Evidence place) {
        Set<String> all = new LinkedHashSet<>(of(rule));
        rule.props().get("targets").ifPresent(at -> values.collect(at, all));
        List<String> handlers = new ArrayList<>();
        for (String id : all) {
            handlers.add(
                    constructs.stream()
                            .filter(each -> each.id().equals(id))
                            .findFirst()
                            .map(values::handler)
                            .orElse(id));
        }
        String handler = handlers.isEmpty() ? "" : handlers.get(0);
        rule.props()
                .get("schedule")
                .ifPresent(
                        at ->
                                findings.add(
                                        new Schedule(
                                                rule.id(),
                                                schedule(at),
                                                handler,
                                                Cdk.FRAMEWORK,
                                                Confidence.LITERAL,
                                                place)));
        rule.props()
                .get("eventPattern")
                .ifPresent(
                        at ->
                                pattern(
                                        at,
                                        values.text(rule, "eventBus").orElse("default"),
                                        handlers.isEmpty() ? List.of("") : handlers,
                                        place));
    }

    /** {@code Schedule.rate(Duration.minutes(5))} as written, without the class. */
    private static String schedule(Located located) {
        String text = SdkTexts.source(located.expression(), located.scope());
        return text.replaceFirst("^(?:[\\w.]*\\.)?Schedule\\.", "");
    }

    private void pattern(Located at, String bus, List<String> handlers, Evidence place) {
        Given pattern = Given.of(code, at.expression(), at.scope());
        EventPattern read =
                new EventPattern(texts(pattern, "source"), texts(pattern, "detailType"));
        for (String handler : handlers) {
            for (String type : read.names()) {
                message(type, read.channel(bus), handler, "eventbridge", place);
            }
        }
    }

    private List<String> texts(Given pattern, String key) {
        List<String> found = new ArrayList<>();
        pattern.get(key)
                .ifPresent(
                        at -> {
                            for (Expression item : values.itemsOf(at)) {
                                Value value = code.values().first(item, at.scope());
                                found.add(value.text());
                            }
                        });
        return found;
    }
}
