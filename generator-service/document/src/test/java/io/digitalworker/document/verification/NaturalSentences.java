package io.digitalworker.document.verification;

import io.digitalworker.document.brief.FactNames;
import io.digitalworker.document.brief.Material;
import io.digitalworker.document.brief.Tally;
import io.digitalworker.document.prose.ClaimClass;
import io.digitalworker.document.prose.MentionKind;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import io.digitalworker.facts.fact.Call;
import io.digitalworker.facts.fact.ConfigurationKey;
import io.digitalworker.facts.fact.Endpoint;
import io.digitalworker.facts.fact.Entity;
import io.digitalworker.facts.fact.ExternalCall;
import io.digitalworker.facts.fact.Fact;
import io.digitalworker.facts.fact.FactKind;
import io.digitalworker.facts.fact.Message;
import io.digitalworker.facts.fact.Permission;
import io.digitalworker.facts.fact.Schedule;
import io.digitalworker.facts.fact.Service;
import io.digitalworker.facts.fact.TestCount;
import io.digitalworker.facts.fact.Validation;
import io.digitalworker.facts.fact.View;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** True sentences about the facts of any code, in many shapes, as a model would write them. */
final class NaturalSentences {
    /** Sentences about facts of a kind; in braces the parts of the fact that they name. */
    private static final List<String> SHAPES =
            List.of(
                    "endpoints: A client reaches {handler} by calling {address}.",
                    "endpoints: Requests to {address} are handled by {handler}.",
                    "endpoints: {address} is served by {handler}.",
                    "endpoints: Behind {address} stands the method {handler}.",
                    "endpoints: When a request arrives at {address}, it is routed to {handler}.",
                    "endpoints: {handler} answers {address}, and the caller is given status {status}.",
                    "endpoints: The endpoint {address} takes the parameter {parameter}.",
                    "endpoints: Callers of {address} pass {parameter} along with the request.",
                    "endpoints: {address} expects a body of type {request}.",
                    "endpoints: {handler} receives its input as {request}.",
                    "endpoints: {address} requires {authorization}.",
                    "endpoints: In the normal case {address} responds with {status}.",
                    "calls: {from} calls {to}.",
                    "calls: To do its work, {from} relies on {to}.",
                    "calls: {from} delegates part of the work to {to}.",
                    "calls: {to} is invoked by {from}.",
                    "calls: As part of its flow, {from} hands over to {to} and goes on with the result.",
                    "calls: Among the callers of {to} is {from}.",
                    "entities: The entity {name} is kept in the table {table}.",
                    "entities: {name} has a field {field}.",
                    "entities: Among other things, {name} records {field}.",
                    "entities: The field {field} of {name} is of type {type}.",
                    "entities: Through {relationField}, {name} refers to {related}.",
                    "entities: {name} is linked to {related}.",
                    "entities: {name} carries the fields {field} and {lastField}.",
                    "messages/publish: {handler} publishes {name}.",
                    "messages/publish: The event {name} is raised by {handler}.",
                    "messages/publish: Interested parties learn of it from {name}, which {handler} emits.",
                    "messages/consume: {handler} consumes {name}.",
                    "messages/consume: What arrives as {name} is handled by {handler}.",
                    "messages/consume: When {name} is received, {handler} takes over.",
                    "messages: {name} travels over {channel}.",
                    "configuration: The setting {key} is of type {type}.",
                    "configuration: By default, {key} is set to {value}.",
                    "configuration: Operators can adjust the behaviour by {key}.",
                    "validations: The field {field} of {target} is limited to {bound}.",
                    "validations: {target} has a rule {rule} for its field {field}.",
                    "validations: Input for {field} is checked against the rule {rule}.",
                    "services: {name} implements {contract}.",
                    "services: Classes that ask for {contract} are given {name}.",
                    "services: {name} depends on {used}.",
                    "services: {used} is injected into {name}.",
                    "services: The class {name} is registered as {lifetime}.",
                    "permissions: The permission {name} is granted to {subject}.",
                    "permissions: One of the rights that the code knows is {name}.",
                    "views: The page {name} displays {model}.",
                    "views: On {name}, a person can enter {field}.",
                    "schedules: {handler} is run by the schedule {name}.",
                    "schedules: The task {name} starts at {expression}.",
                    "externalCalls: {caller} sends requests to {url}.",
                    "externalCalls: The external system at {url} is called by {caller}.",
                    "tests: {name} covers {subject}.");

    private static final List<String> COUNTS =
            List.of(
                    "endpoints: The module answers at {n} addresses.",
                    "entities: There are {n} entities in the model.",
                    "calls: Between its members, {n} calls have been found.",
                    "messages: The code exchanges {n} messages.",
                    "validations: Input is guarded by {n} validation rules.",
                    "services: {n} services are registered.");

    private static final Pattern HOLE = Pattern.compile("\\{(\\w+)\\}");

    private final Material material;
    private final int each;

    /**
     * @param each facts of a kind that a shape is filled in with, at most
     */
    NaturalSentences(Material material, int each) {
        this.material = material;
        this.each = each;
    }

    /** Sentences, each with its shape. */
    Map<Sentence, String> told() {
        Map<Sentence, String> told = new LinkedHashMap<>();
        Map<String, Integer> times = new HashMap<>();
        for (Fact fact : material.facts().facts()) {
            Map<String, String> parts = parts(fact);
            for (String shape : SHAPES) {
                String[] sides = shape.split(": ", 2);
                boolean fits =
                        sides[0].equals(FactKind.of(fact).array())
                                || (fact instanceof Message message
                                        && sides[0].equals("messages/" + message.direction()));
                if (fits && fills(sides[1], parts) && times.merge(shape, 1, Integer::sum) <= each) {
                    told.put(filled(fact, sides[1], parts), shape);
                }
            }
        }
        COUNTS.forEach(shape -> count(shape, told));
        return told;
    }

    static int shapes() {
        return SHAPES.size() + COUNTS.size();
    }

    private void count(String shape, Map<Sentence, String> told) {
        String[] sides = shape.split(": ", 2);
        for (FactKind kind : FactKind.values()) {
            if (kind.array().equals(sides[0])) {
                Tally tally = Tally.count(material, Tally.ALL, kind);
                String[] words = sides[1].split("\\{n\\}", 2);
                List<Span> spans = new ArrayList<>();
                text(words[0], spans);
                String number = String.format("%,d", tally.value());
                spans.add(new Span.Mention(MentionKind.COUNT, tally.id(), number));
                text(words[1], spans);
                if (tally.value() > 1) {
                    told.put(new Sentence(spans, ClaimClass.EXTRACTED, List.of()), shape);
                }
            }
        }
    }

    private static boolean fills(String shape, Map<String, String> parts) {
        return HOLE.matcher(shape).results().allMatch(hole -> parts.containsKey(hole.group(1)));
    }

    private static Sentence filled(Fact fact, String shape, Map<String, String> parts) {
        List<Span> spans = new ArrayList<>();
        Matcher holes = HOLE.matcher(shape);
        int end = 0;
        while (holes.find()) {
            text(shape.substring(end, holes.start()), spans);
            String shown = parts.getOrDefault(holes.group(1), "");
            spans.add(new Span.Mention(MentionKind.FACT, FactNames.id(fact), shown));
            end = holes.end();
        }
        text(shape.substring(end), spans);
        return new Sentence(spans, ClaimClass.EXTRACTED, List.of(fact.evidence().id()));
    }

    private static void text(String words, List<Span> spans) {
        if (!words.isEmpty()) {
            spans.add(new Span.Text(words));
        }
    }

    /** The parts of a fact that it has. */
    private static Map<String, String> parts(Fact fact) {
        Map<String, String> parts = new HashMap<>();
        if (fact instanceof Endpoint of) {
            parts.put("address", of.method() + " " + of.path());
            parts.put("handler", of.handler());
            parts.put("request", of.request() == null ? "" : of.request());
            of.parameters().stream().limit(1).forEach(p -> parts.put("parameter", p.name()));
            of.responses().stream().limit(1).forEach(r -> parts.put("status", "" + r.status()));
            of.authorization().stream().limit(1).forEach(a -> parts.put("authorization", a));
        } else if (fact instanceof Call of) {
            parts.putAll(Map.of("from", of.from(), "to", of.to()));
        } else if (fact instanceof Entity of) {
            parts.putAll(Map.of("name", of.name(), "table", of.table()));
            of.fields().stream().limit(1).forEach(f -> parts.put("field", f.name()));
            of.fields().stream().limit(1).forEach(f -> parts.put("type", f.type()));
            of.fields().stream().skip(1).forEach(f -> parts.put("lastField", f.name()));
            of.relations().stream().limit(1).forEach(r -> parts.put("relationField", r.field()));
            of.relations().stream().limit(1).forEach(r -> parts.put("related", r.to()));
        } else if (fact instanceof Message of) {
            parts.putAll(
                    Map.of("name", of.name(), "handler", of.handler(), "channel", of.channel()));
        } else if (fact instanceof ConfigurationKey of) {
            parts.putAll(Map.of("key", of.key(), "type", of.type()));
            parts.put("value", of.value() == null ? "" : of.value());
        } else if (fact instanceof Validation of) {
            parts.putAll(Map.of("target", of.target(), "field", of.field(), "rule", of.rule()));
            parts.put("bound", of.rule().contains("max") ? of.bound() : "");
        } else if (fact instanceof Service of) {
            parts.putAll(Map.of("name", of.name(), "lifetime", of.lifetime()));
            parts.put("contract", of.contract().equals(of.name()) ? "" : of.contract());
            of.uses().stream().limit(1).forEach(used -> parts.put("used", used));
        } else if (fact instanceof Permission of) {
            parts.putAll(Map.of("name", of.name(), "subject", of.subject()));
        } else if (fact instanceof View of) {
            parts.putAll(Map.of("name", of.name(), "model", of.model()));
            of.fields().stream().limit(1).forEach(field -> parts.put("field", field));
        } else if (fact instanceof Schedule of) {
            parts.putAll(
                    Map.of(
                            "name",
                            of.name(),
                            "handler",
                            of.handler(),
                            "expression",
                            of.expression()));
        } else if (fact instanceof ExternalCall of) {
            parts.putAll(Map.of("caller", of.caller(), "url", of.url()));
        } else if (fact instanceof TestCount of) {
            parts.putAll(Map.of("name", of.name(), "subject", of.subject()));
        }
        parts.values().removeIf(String::isEmpty);
        return parts;
    }
}
