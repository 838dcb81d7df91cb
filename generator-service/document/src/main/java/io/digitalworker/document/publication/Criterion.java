package io.digitalworker.document.publication;

import io.digitalworker.api.Feature;
import io.digitalworker.document.brief.Clauses;
import io.digitalworker.document.brief.FactNames;
import io.digitalworker.document.brief.FeatureEvidence;
import io.digitalworker.document.brief.Material;
import io.digitalworker.facts.fact.ConfigurationKey;
import io.digitalworker.facts.fact.Endpoint;
import io.digitalworker.facts.fact.Entity;
import io.digitalworker.facts.fact.ExternalCall;
import io.digitalworker.facts.fact.Fact;
import io.digitalworker.facts.fact.Message;
import io.digitalworker.facts.fact.Permission;
import io.digitalworker.facts.fact.Response;
import io.digitalworker.facts.fact.Schedule;
import io.digitalworker.facts.fact.Validation;
import io.digitalworker.facts.fact.View;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** An acceptance criterion in EARS. Names of the code are parts of their own. */
record Criterion(List<Part> parts) {
    /** Of a feature, this many are listed at most; the others are counted. */
    private static final int LISTED = 60;

    private static final String SHALL = " THE SYSTEM SHALL ";

    /** Words, or a name of the code. */
    record Part(String words, boolean isCode) {}

    Criterion {
        parts = parts.stream().filter(part -> !part.words().isEmpty()).toList();
    }

    /** What the facts say that belong to a feature, the nearest first. */
    static List<Criterion> of(Material material, FeatureEvidence feature) {
        Set<Criterion> criteria = new LinkedHashSet<>();
        material.linked(feature.feature().id()).facts().forEach(fact -> add(fact, criteria));
        List<Criterion> listed = new ArrayList<>(criteria.stream().limit(LISTED).toList());
        int more = criteria.size() - listed.size();
        if (more > 0) {
            listed.add(question("[" + more + " more stand in the traceability table]"));
        }
        return listed;
    }

    /** What is only intended: clause by clause in the words of the descriptor. */
    static List<Criterion> intended(Feature feature) {
        return Clauses.of(feature.description()).stream()
                .map(clause -> question("THE SYSTEM SHALL make this true: “" + clause + "”"))
                .toList();
    }

    static Criterion question(String words) {
        return new Criterion(List.of(new Part(RequirementsMarkdown.oneLine(words), false)));
    }

    private static void add(Fact fact, Set<Criterion> criteria) {
        if (fact instanceof Endpoint endpoint) {
            endpoint(endpoint, criteria);
        } else if (fact instanceof Validation rule) {
            criteria.add(validation(rule));
        } else if (fact instanceof Message message) {
            criteria.add(message(message));
        } else if (fact instanceof View view && !view.route().isEmpty()) {
            criteria.add(
                    ears(view, "WHEN ", view.route(), " is opened" + SHALL + "show ", view.name()));
        } else if (fact instanceof Schedule task && !task.expression().isEmpty()) {
            criteria.add(
                    ears(
                            task,
                            "WHEN ",
                            task.expression(),
                            " is due" + SHALL + "run ",
                            task.name()));
        } else if (fact instanceof Permission permission) {
            criteria.add(
                    ears(
                            permission,
                            "WHERE a caller has the permission ",
                            permission.name(),
                            SHALL + "allow what it guards",
                            ""));
        } else if (fact instanceof ConfigurationKey key && key.use().equals("read")) {
            criteria.add(ears(key, "WHERE ", key.key(), " is set" + SHALL + "follow it", ""));
        } else if (fact instanceof Entity entity && !entity.table().isEmpty()) {
            criteria.add(
                    ears(entity, SHALL.strip() + " store ", entity.name(), " in ", entity.table()));
        } else if (fact instanceof ExternalCall call && !call.url().isEmpty()) {
            String address = call.method() + " " + call.url();
            criteria.add(ears(call, SHALL.strip() + " call ", address, " through ", call.client()));
        }
    }

    private static void endpoint(Endpoint endpoint, Set<Criterion> criteria) {
        String address = FactNames.headline(endpoint);
        String answer = endpoint.handler().isEmpty() ? "answer" : "answer by ";
        criteria.add(
                ears(
                        endpoint,
                        "WHEN a client requests ",
                        address,
                        SHALL + answer,
                        endpoint.handler()));
        for (Response response : endpoint.responses()) {
            if (!response.type().isEmpty()) {
                criteria.add(
                        ears(
                                endpoint,
                                "WHEN ",
                                address,
                                " succeeds with " + response.status() + SHALL + "return ",
                                response.type()));
            }
        }
        for (String right : endpoint.authorization()) {
            if (!right.equals("anonymous")) {
                criteria.add(
                        ears(
                                endpoint,
                                "IF a caller does not meet ",
                                right,
                                " THEN" + SHALL + "refuse ",
                                address));
            }
        }
    }

    private static Criterion validation(Validation rule) {
        String field = rule.field().isEmpty() ? rule.target() : rule.target() + "." + rule.field();
        String bound = rule.bound().isEmpty() ? rule.rule() : rule.rule() + " " + rule.bound();
        return ears(rule, "IF ", field, " breaks the rule ", bound, " THEN" + SHALL + "reject it");
    }

    private static Criterion message(Message message) {
        String by = message.handler().isEmpty() ? "" : " by ";
        return message.direction().equals("consume")
                ? ears(
                        message,
                        "WHEN ",
                        message.name(),
                        " arrives" + SHALL + "handle it" + by,
                        message.handler())
                : ears(message, SHALL.strip() + " publish ", message.name(), by, message.handler());
    }

    /** Words and names in turn, then the place. */
    private static Criterion ears(Fact fact, String... turns) {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < turns.length; i++) {
            parts.add(new Part(turns[i], i % 2 == 1));
        }
        parts.add(new Part(" (", false));
        parts.add(new Part(fact.evidence().id(), true));
        parts.add(new Part(")", false));
        return new Criterion(parts);
    }
}
