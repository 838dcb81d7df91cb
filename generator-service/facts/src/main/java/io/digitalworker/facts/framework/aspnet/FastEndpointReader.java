package io.digitalworker.facts.framework.aspnet;

import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.code.TypeName;
import io.digitalworker.facts.code.Value;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.Endpoint;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.syntax.Dialect;
import io.digitalworker.facts.syntax.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads all endpoint classes. */
final class FastEndpointReader {
    private static final String NAME = "fastendpoints";
    private final Web web;
    private final FastEndpointConfiguration configuration;
    private final FastEndpointRoutes routes;
    private final Findings findings;

    FastEndpointReader(Web web, Findings findings) {
        this.web = web;
        this.configuration = new FastEndpointConfiguration(web);
        this.routes = new FastEndpointRoutes(web);
        this.findings = findings;
    }

    void read() {
        for (CodeFile file : web.code().files(Dialect.CSHARP)) {
            if (!web.projects().tests(file)) {
                for (TypeDeclaration type : file.types()) {
                    if (!type.has("abstract") && !type.bases().isEmpty()) {
                        base(type).ifPresent(base -> endpoint(type, base));
                    }
                }
            }
        }
    }

    /** The base of the library, as written: {@code Endpoint<TRequest, TResponse>}. */
    private Optional<String> base(TypeDeclaration type) {
        return web.types().basesAbove(type).stream()
                .map(base -> base.replaceFirst("\\(.*", ""))
                .filter(FastEndpointReader::isBase)
                .findFirst();
    }

    private void endpoint(TypeDeclaration type, String base) {
        FastEndpointSetup setup = configuration.of(type);
        if (setup.routes.isEmpty() || setup.methods.isEmpty()) {
            return;
        }
        for (Value route : setup.routes) {
            routed(type, base, setup, route);
        }
    }

    private void routed(TypeDeclaration type, String base, FastEndpointSetup setup, Value route) {
        Mount group = configuration.group(setup, web.file(type));
        if (!route.known() || !group.known()) {
            findings.unresolved(
                    "endpoint",
                    group.prefix() + "/" + route.text(),
                    "not a constant",
                    type.evidence());
            return;
        }
        CodeFile file = web.file(type);
        String full = routes.full(setup, group, route.text(), file);
        boolean literal = route.literal() && full.equals(route.text());
        for (String method : setup.methods) {
            Template template = Template.of(full);
            findings.add(fact(type, base, setup, group, method, template, literal));
        }
    }

    private Endpoint fact(
            TypeDeclaration type,
            String base,
            FastEndpointSetup setup,
            Mount group,
            String method,
            Template template,
            boolean literal) {
        String request = requestOf(base);
        Scope scope = web.scope(type);
        Inputs inputs = new Inputs(web, template, method, Inputs.Rules.MINIMAL);
        boolean body = !method.equals("GET") && !method.equals("HEAD") && !method.equals("DELETE");
        if (!request.isEmpty()) {
            fields(inputs, request, scope, template, body);
        }
        Answers answers = new Answers(web);
        setup.described.forEach(call -> answers.called(call, scope));
        String response = responseOf(base);
        answers.returned(response.isEmpty() ? "IResult" : response);
        Set<String> needs = new LinkedHashSet<>(setup.needs);
        needs.addAll(setup.needs.contains(Access.ANONYMOUS) ? List.of() : group.needs());
        if (needs.isEmpty()) {
            needs.add(Access.AUTHENTICATED);
        }
        return new Endpoint(
                method,
                template.path(),
                List.of(),
                type.name(),
                NAME,
                inputs.done(),
                body && !request.isEmpty() && !request.equals("EmptyRequest")
                        ? request
                        : inputs.request(),
                answers.done(),
                Access.simplified(needs),
                List.of(),
                literal ? Confidence.LITERAL : Confidence.RESOLVED,
                type.evidence());
    }

    /** Properties of the request are bound from the path by name, the rest from the query or body. */
    private void fields(
            Inputs inputs, String request, Scope scope, Template template, boolean body) {
        Optional<TypeDeclaration> type = web.type(request, scope.file());
        if (type.isEmpty()) {
            return;
        }
        Scope inner = web.scope(type.get());
        List<Parameter> bound = new ArrayList<>();
        for (Parameter property : inputs.properties(type.get())) {
            boolean marked =
                    property.annotations().stream()
                            .anyMatch(
                                    a ->
                                            a.name().startsWith("From")
                                                    || a.is("QueryParam")
                                                    || a.is("RouteParam"));
            if (marked || template.has(property.name()) || !body) {
                bound.add(property);
            }
        }
        inputs.add(bound, inner);
    }

    // ---- what is set

    private static boolean isBase(String base) {
        String name = base.contains("<") ? base.substring(0, base.indexOf('<')) : base;
        String simple = name.substring(name.lastIndexOf('.') + 1);
        return Set.of(
                                "Endpoint",
                                "EndpointWithoutRequest",
                                "EndpointWithMapping",
                                "EndpointWithMapper",
                                "EndpointWithoutRequestAndMapper")
                        .contains(simple)
                || name.startsWith("Ep.");
    }

    private static String requestOf(String base) {
        if (base.startsWith("Ep.")) {
            int at = base.indexOf("Req<");
            return at < 0 ? "" : TypeName.of(base.substring(at)).argument();
        }
        return base.contains("WithoutRequest") ? "" : TypeName.of(base).argument();
    }

    private static String responseOf(String base) {
        if (base.startsWith("Ep.")) {
            int at = base.indexOf("Res<");
            return at < 0 ? "" : TypeName.of(base.substring(at)).argument();
        }
        List<String> arguments = TypeName.of(base).arguments();
        int at = base.contains("WithoutRequest") ? 0 : 1;
        String response = arguments.size() > at ? arguments.get(at) : "";
        return response.equals("EmptyResponse") ? "" : response;
    }
}
