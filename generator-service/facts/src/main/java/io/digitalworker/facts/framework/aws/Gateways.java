package io.digitalworker.facts.framework.aws;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.data.DataNode;
import io.digitalworker.facts.data.DataNode.Entry;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.Endpoint;
import io.digitalworker.facts.fact.Message;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.aws.Template.Declared;
import io.digitalworker.facts.framework.contract.ContractPath;
import io.digitalworker.facts.framework.contract.OpenApi;
import io.digitalworker.facts.source.Evidence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The endpoints of a template's gateways: events of functions, trees of API Gateway resources, route
 * keys, and OpenAPI within the template. The API stands among the conditions when it is named, so that
 * the same path in two APIs can be told apart.
 */
final class Gateways {
    private static final int MAX_DEPTH = 32;
    private static final Set<String> METHODS =
            Set.of("get", "post", "put", "delete", "patch", "head", "options");
    private static final Map<String, String> BODIES =
            Map.of(
                    "AWS::Serverless::Api", "DefinitionBody",
                    "AWS::Serverless::HttpApi", "DefinitionBody",
                    "AWS::ApiGateway::RestApi", "Body",
                    "AWS::ApiGatewayV2::Api", "Body");
    private final CodeBase code;
    private final Template template;
    private final Lambdas lambdas;
    private final Findings findings;
    private final Set<String> emitted = new HashSet<>();

    Gateways(CodeBase code, Template template, Lambdas lambdas, Findings findings) {
        this.code = code;
        this.template = template;
        this.lambdas = lambdas;
        this.findings = findings;
    }

    void emit() {
        for (Declared resource : template.resources()) {
            resource.events().forEach(event -> event(resource, event));
            switch (resource.type()) {
                case "AWS::ApiGateway::Method" -> method(resource);
                case "AWS::ApiGatewayV2::Route" -> route(resource);
                default -> {}
            }
        }
        for (Declared api : template.resources(BODIES.keySet().toArray(String[]::new))) {
            body(api);
        }
    }

    private void add(
            String method,
            String path,
            String handler,
            List<String> needs,
            List<String> conditions,
            Confidence confidence,
            Evidence place) {
        String plain = ContractPath.normal(path);
        String upper = method.toUpperCase(Locale.ROOT);
        String verb = upper.equals("*") || upper.isEmpty() ? "ANY" : upper;
        emitted.add(verb + " " + plain);
        findings.add(
                new Endpoint(
                        verb,
                        plain,
                        List.of(),
                        handler,
                        CloudFormation.ENDPOINTS,
                        AwsPaths.parameters(plain),
                        null,
                        List.of(),
                        needs,
                        conditions,
                        confidence,
                        place));
    }

    private void event(Declared function, Entry event) {
        String type = event.value().get("Type").text("");
        if (!type.equals("Api") && !type.equals("HttpApi")) {
            return;
        }
        DataNode properties = event.value().get("Properties");
        String path = template.text(properties.get("Path"));
        if (path.contains("{AWS::")) {
            findings.unresolved("endpoint", path, "not a constant", template.evidence(event));
            return;
        }
        DataNode api =
                properties.has("RestApiId") ? properties.get("RestApiId") : properties.get("ApiId");
        Optional<Declared> gateway = template.referred(api);
        List<String> conditions = new ArrayList<>();
        gateway.ifPresent(each -> conditions.add("api " + each.name()));
        conditions.addAll(Template.with(List.of(), function.condition()));
        add(
                template.text(properties.get("Method")),
                path.isEmpty() ? "/{proxy+}" : path,
                lambdas.handlerOf(function.name()),
                needs(type, gateway, properties.get("Auth")),
                conditions,
                Confidence.LITERAL,
                template.evidence(event));
    }

    /** The event's own authorizer, else the API's default one. */
    private List<String> needs(String type, Optional<Declared> gateway, DataNode own) {
        DataNode shared = template.root().get("Globals", type, "Auth");
        DataNode auth = gateway.map(g -> g.properties().get("Auth")).orElse(shared);
        String authorizer = template.text(own.get("Authorizer"));
        String named =
                authorizer.isEmpty()
                        ? template.text(
                                auth.has("DefaultAuthorizer")
                                        ? auth.get("DefaultAuthorizer")
                                        : shared.get("DefaultAuthorizer"))
                        : authorizer;
        List<String> needs = new ArrayList<>();
        if (named.equals("NONE")) {
            needs.add("anonymous");
        } else if (!named.isEmpty()) {
            List<String> scopes = own.get("AuthorizationScopes").texts();
            needs.add(scopes.isEmpty() ? named : named + "(" + String.join(", ", scopes) + ")");
        }
        DataNode key =
                own.has("ApiKeyRequired") ? own.get("ApiKeyRequired") : auth.get("ApiKeyRequired");
        if (key.bool().orElse(false)) {
            needs.add("api-key");
        }
        return needs;
    }

    // ---- trees of resources

    private void method(Declared method) {
        DataNode properties = method.properties();
        Optional<String> path = path(properties.get("ResourceId"), MAX_DEPTH);
        if (path.isEmpty()) {
            findings.unresolved(
                    "endpoint",
                    method.name() + " " + template.text(properties.get("ResourceId")),
                    "its path is declared outside the template",
                    template.evidence(method));
            return;
        }
        String integration = template.text(properties.get("Integration", "Type"));
        boolean preflight =
                template.text(properties.get("HttpMethod")).equalsIgnoreCase("OPTIONS")
                        && integration.equals("MOCK");
        if (!preflight) {
            add(
                    template.text(properties.get("HttpMethod")),
                    path.get(),
                    lambdas.handlerIn(properties.get("Integration")),
                    authorization(properties),
                    conditions(method, properties.get("RestApiId")),
                    Confidence.RESOLVED,
                    template.evidence(method));
        }
    }

    private List<String> conditions(Declared declared, DataNode api) {
        List<String> conditions = new ArrayList<>();
        template.referred(api).ifPresent(each -> conditions.add("api " + each.name()));
        return Template.with(conditions, declared.condition());
    }

    private Optional<String> path(DataNode id, int depth) {
        Optional<Declared> resource = template.referred(id);
        if (resource.isEmpty() || depth <= 0) {
            return Optional.empty();
        }
        if (!resource.get().type().equals("AWS::ApiGateway::Resource")) {
            return Optional.of("");
        }
        DataNode properties = resource.get().properties();
        String part = template.text(properties.get("PathPart"));
        return path(properties.get("ParentId"), depth - 1).map(parent -> parent + "/" + part);
    }

    private List<String> authorization(DataNode properties) {
        String type = template.text(properties.get("AuthorizationType"));
        List<String> needs = new ArrayList<>();
        template.referred(properties.get("AuthorizerId"))
                .map(Declared::name)
                .ifPresentOrElse(
                        needs::add,
                        () -> {
                            if (!type.isEmpty()) {
                                needs.add(type.equals("NONE") ? "anonymous" : type);
                            }
                        });
        if (properties.get("ApiKeyRequired").bool().orElse(false)) {
            needs.add("api-key");
        }
        return needs;
    }

    // ---- HTTP and WebSocket APIs

    private void route(Declared route) {
        DataNode properties = route.properties();
        String key = template.text(properties.get("RouteKey"));
        String handler = integrated(properties.get("Target"));
        String[] parts = key.strip().split("\\s+", 2);
        if (parts.length == 2 && parts[1].startsWith("/")) {
            add(
                    parts[0],
                    parts[1],
                    handler,
                    authorization(properties),
                    conditions(route, properties.get("ApiId")),
                    Confidence.LITERAL,
                    template.evidence(route));
        } else if (isSocket(properties.get("ApiId"))) {
            findings.add(
                    new Message(
                            "consume",
                            key,
                            template.text(properties.get("ApiId")),
                            "",
                            handler,
                            "websocket",
                            Confidence.LITERAL,
                            template.evidence(route)));
        } else if (key.equals("$default")) {
            add(
                    "ANY",
                    "/{proxy+}",
                    handler,
                    authorization(properties),
                    conditions(route, properties.get("ApiId")),
                    Confidence.LITERAL,
                    template.evidence(route));
        } else {
            findings.unresolved("endpoint", key, "not a route key", template.evidence(route));
        }
    }

    private boolean isSocket(DataNode api) {
        return template.referred(api)
                .map(each -> template.text(each.properties().get("ProtocolType")))
                .filter("WEBSOCKET"::equalsIgnoreCase)
                .isPresent();
    }

    private String integrated(DataNode target) {
        return template.referred(target)
                .map(each -> lambdas.handlerIn(each.properties().get("IntegrationUri")))
                .orElse("");
    }

    // ---- OpenAPI within the template

    private void body(Declared api) {
        DataNode body = api.properties().get(BODIES.getOrDefault(api.type(), ""));
        DataNode paths = body.get("paths");
        for (Entry path : paths.entries()) {
            for (Entry operation : path.value().entries()) {
                String key = operation.key().toLowerCase(Locale.ROOT);
                boolean any = key.equals("x-amazon-apigateway-any-method");
                boolean verb = any || METHODS.contains(key);
                String address =
                        (any ? "ANY" : key.toUpperCase(Locale.ROOT))
                                + " "
                                + ContractPath.normal(path.key());
                boolean preflight = key.equals("options") && isMock(operation.value());
                if (verb && !preflight && !emitted.contains(address)) {
                    operation(api, body, path.key(), any ? "ANY" : key, operation);
                }
            }
        }
    }

    private static boolean isMock(DataNode operation) {
        return operation
                .get("x-amazon-apigateway-integration", "type")
                .text("")
                .equalsIgnoreCase("mock");
    }

    private void operation(
            Declared api, DataNode body, String path, String method, Entry operation) {
        DataNode integration = operation.value().get("x-amazon-apigateway-integration");
        String handler = lambdas.handlerIn(integration);
        String id = operation.value().get("operationId").text("");
        List<String> conditions = Template.with(List.of("api " + api.name()), api.condition());
        String plain = ContractPath.normal(path);
        findings.add(
                OpenApi.embedded(
                        code,
                        template.file(),
                        body,
                        method.toUpperCase(Locale.ROOT),
                        plain,
                        operation,
                        handler.isEmpty() ? id : handler,
                        CloudFormation.ENDPOINTS,
                        conditions));
    }
}
