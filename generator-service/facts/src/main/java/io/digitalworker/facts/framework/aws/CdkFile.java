package io.digitalworker.facts.framework.aws;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.Resource;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.source.Evidence;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Call;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The constructs of one file, and what is added to them. */
final class CdkFile {
    private static final Set<String> SECRET = Set.of("secret", "password", "token");
    private final CodeBase code;
    private final Findings findings;
    private final Map<Expression, Construct> constructs = new LinkedHashMap<>();
    private final CdkValues values;
    private final CdkEndpoints endpoints;
    private final CdkTables tables;
    private final CdkTargets targets;

    CdkFile(CodeBase code, Findings findings) {
        this.code = code;
        this.findings = findings;
        this.values = new CdkValues(code);
        this.endpoints = new CdkEndpoints(code, values, findings);
        this.tables = new CdkTables(code, values);
        this.targets = new CdkTargets(code, values, findings);
    }

    void visit(Expression expression, Scope scope, String member) {
        Construct.of(code, expression, scope)
                .filter(CdkValues::isKnown)
                .ifPresent(construct -> constructs.putIfAbsent(expression, construct));
        if (!(expression instanceof Call call) || call.receiver() == null) {
            return;
        }
        switch (Given.plain(call.name())) {
            case "addmethod" -> endpoints.method(call, scope);
            case "addproxy" -> endpoints.proxy(call, scope);
            case "addroutes" -> endpoints.routes(call, scope);
            case "addglobalsecondaryindex" -> tables.index(call, scope, "");
            case "addlocalsecondaryindex" -> tables.index(call, scope, "local");
            case "addtarget", "addeventsource", "addsubscription" -> targets.target(call, scope);
            default -> {}
        }
    }

    void emit() {
        for (Construct construct : constructs.values()) {
            Evidence place = construct.scope().file().evidence(construct.place().span());
            String kind = construct.kind();
            if (kind.startsWith("Table")) {
                findings.add(tables.table(construct, place));
            } else if (kind.equals("Bucket")) {
                findings.add(tables.bucket(construct, place));
            } else if (kind.equals("Rule")) {
                targets.rule(construct, constructs.values(), place);
            } else if (kind.equals("LambdaRestApi")) {
                endpoints.everything(construct, place);
            }
            findings.add(resource(construct, place));
        }
    }

    private Resource resource(Construct construct, Evidence place) {
        SortedMap<String, String> settings = new TreeMap<>();
        Set<String> to = new LinkedHashSet<>();
        construct
                .props()
                .values()
                .forEach(
                        (key, value) -> {
                            String text = values.text(value);
                            boolean secret = SECRET.stream().anyMatch(key::contains);
                            if (!text.isEmpty() && text.length() <= 300 && !secret) {
                                settings.put(setting(key), text);
                            }
                        });
        String handler = values.handler(construct);
        if (CdkValues.type(construct).endsWith("::Function") && !handler.equals(construct.id())) {
            settings.put("handler", handler);
        }
        for (String key : List.of("deadLetterQueue", "targets")) {
            construct.props().get(key).ifPresent(at -> values.collect(at, to));
        }
        to.addAll(targets.of(construct));
        return new Resource(
                construct.id(),
                CdkValues.type(construct),
                Cdk.FRAMEWORK,
                settings,
                List.copyOf(to),
                Confidence.LITERAL,
                place);
    }

    private static String setting(String key) {
        return switch (key) {
            case "memorysize" -> "memory";
            case "reservedconcurrentexecutions" -> "reservedConcurrency";
            case "visibilitytimeout" -> "visibilityTimeout";
            default -> key;
        };
    }
}
