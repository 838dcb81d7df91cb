package io.digitalworker.facts.framework.aws;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.data.DataNode;
import io.digitalworker.facts.data.DataNode.Entry;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.Resource;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.aws.Handlers.Handler;
import io.digitalworker.facts.framework.aws.Template.Declared;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The functions of a template with their settings, and where their handlers stand. */
final class Lambdas {
    static final Set<String> TYPES = Set.of("AWS::Lambda::Function", "AWS::Serverless::Function");

    private static final Map<String, String> SETTINGS =
            Map.of(
                    "Runtime", "runtime",
                    "MemorySize", "memory",
                    "Timeout", "timeout",
                    "ReservedConcurrentExecutions", "reservedConcurrency",
                    "Handler", "handler",
                    "PackageType", "packageType",
                    "AutoPublishAlias", "alias",
                    "Tracing", "tracing",
                    "FunctionName", "functionName",
                    "ImageUri", "image");

    private final Template template;
    private final Findings findings;
    private final Map<String, Handler> handlers = new LinkedHashMap<>();

    Lambdas(CodeBase code, Template template, Findings findings) {
        this.template = template;
        this.findings = findings;
        Handlers files = new Handlers(code.tree());
        for (Declared function : functions()) {
            handlers.put(function.name(), handler(files, function));
        }
    }

    private List<Declared> functions() {
        return template.resources(TYPES.toArray(String[]::new));
    }

    private Handler handler(Handlers files, Declared function) {
        String written = template.text(template.property(function, "Handler"));
        return written.isEmpty()
                ? new Handler(function.name(), "")
                : files.find(template.file().file().directory(), code(function), written);
    }

    private String code(Declared function) {
        DataNode uri = template.property(function, "CodeUri");
        DataNode node = uri.isMissing() ? function.properties().get("Code") : uri;
        String code = node.isMapping() && node.tag().isEmpty() ? "" : template.text(node);
        return code.startsWith("s3:") || code.contains("{") ? "" : code;
    }

    /** The name of a function's handler; the resource's own name for what is no function here. */
    String handlerOf(String resource) {
        Handler handler = handlers.get(resource);
        return handler == null ? resource : handler.name();
    }

    /** The handler of the first function that a value refers to; empty if it refers to none. */
    String handlerIn(DataNode value) {
        return template.references(value).stream()
                .filter(handlers::containsKey)
                .findFirst()
                .map(this::handlerOf)
                .orElse("");
    }

    Optional<String> functionIn(DataNode value) {
        return template.references(value).stream().filter(handlers::containsKey).findFirst();
    }

    void emit() {
        for (Declared function : functions()) {
            findings.add(
                    new Resource(
                            function.name(),
                            function.type(),
                            CloudFormation.FRAMEWORK,
                            settings(function),
                            template.references(function.properties()).stream()
                                    .filter(name -> !name.equals(function.name()))
                                    .toList(),
                            Confidence.LITERAL,
                            template.evidence(function)));
        }
    }

    private SortedMap<String, String> settings(Declared function) {
        SortedMap<String, String> settings = new TreeMap<>();
        SETTINGS.forEach(
                (key, name) ->
                        put(name, template.text(template.property(function, key)), settings));
        put("code", code(function), settings);
        Handler handler = handlers.get(function.name());
        put("file", handler == null ? "" : handler.file(), settings);
        put("condition", function.condition(), settings);
        put("environment", String.join(", ", variables(function)), settings);
        for (String key : List.of("DeadLetterQueue", "DeadLetterConfig")) {
            template.references(template.property(function, key)).stream()
                    .findFirst()
                    .ifPresent(queue -> put("deadLetter", queue, settings));
        }
        return settings;
    }

    private List<String> variables(Declared function) {
        Map<String, DataNode> all = environment(function);
        return List.copyOf(all.keySet());
    }

    /** What the function finds in its environment, with what is set for all functions. */
    Map<String, DataNode> environment(Declared function) {
        Map<String, DataNode> all = new TreeMap<>();
        if (function.type().startsWith("AWS::Serverless::")) {
            DataNode globals = template.root().get("Globals", "Function", "Environment");
            globals.get("Variables").entries().forEach(e -> all.put(e.key(), e.value()));
        }
        for (Entry entry : function.properties().get("Environment", "Variables").entries()) {
            all.put(entry.key(), entry.value());
        }
        return all;
    }

    private static void put(String key, String value, SortedMap<String, String> settings) {
        if (!value.isEmpty()) {
            settings.put(key, value);
        }
    }
}
