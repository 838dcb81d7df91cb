package io.digitalworker.facts.framework.aws;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.Located;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.Endpoint;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.contract.ContractPath;
import io.digitalworker.facts.source.Evidence;
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Call;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Methods, proxies and routes that are added to an API. */
final class CdkEndpoints {
    private static final int MAX_STEPS = 24;
    private final CodeBase code;
    private final CdkValues values;
    private final Findings findings;

    CdkEndpoints(CodeBase code, CdkValues values, Findings findings) {
        this.code = code;
        this.values = values;
        this.findings = findings;
    }

    void method(Call call, Scope scope) {
        Optional<Expression> verb =
                Argument.named(call.arguments(), "http_method")
                        .or(() -> Argument.at(call.arguments(), 0));
        String method = verb.map(v -> values.text(new Located(v, scope))).orElse("");
        Optional<String> path = path(CdkValues.receiver(call), scope, MAX_STEPS);
        Evidence place = scope.file().evidence(call.span());
        if (path.isEmpty() || !method.matches("[A-Za-z]{3,7}")) {
            findings.unresolved(
                    "endpoint",
                    SdkTexts.source(call, scope),
                    path.isEmpty() ? "the resource cannot be followed" : "not a constant",
                    place);
            return;
        }
        Optional<Construct> function =
                call.arguments().stream()
                        .skip(1)
                        .findFirst()
                        .flatMap(argument -> values.within(argument.value(), scope));
        endpoint(method, path.get(), function, needs(call, scope), place);
    }

    private List<String> needs(Call call, Scope scope) {
        List<String> needs = new ArrayList<>();
        List<Given> all = new ArrayList<>(List.of(Given.of(code, call, scope)));
        call.arguments().stream()
                .skip(2)
                .findFirst()
                .ifPresent(argument -> all.add(Given.of(code, argument.value(), scope)));
        for (Given given : all) {
            given.get("authorizationType").map(values::text).ifPresent(needs::add);
            given.get("apiKeyRequired")
                    .map(at -> SdkTexts.lastName(at.expression()))
                    .filter("true"::equalsIgnoreCase)
                    .ifPresent(yes -> needs.add("api-key"));
        }
        return needs.stream().filter(need -> !need.isEmpty()).distinct().toList();
    }

    void proxy(Call call, Scope scope) {
        Optional<String> path = path(CdkValues.receiver(call), scope, MAX_STEPS);
        Given given = values.given(call, scope);
        boolean any =
                given.get("anyMethod")
                        .map(at -> SdkTexts.lastName(at.expression()))
                        .map(text -> !text.equalsIgnoreCase("false"))
                        .orElse(true);
        if (any && path.isPresent()) {
            Optional<Construct> function =
                    given.get("defaultIntegration")
                            .flatMap(at -> values.within(at.expression(), at.scope()));
            Evidence place = scope.file().evidence(call.span());
            endpoint("ANY", path.get() + "/{proxy+}", function, List.of(), place);
        }
    }

    void routes(Call call, Scope scope) {
        Given given = values.given(call, scope);
        Evidence place = scope.file().evidence(call.span());
        Optional<String> path =
                given.get("path").flatMap(at -> code.values().text(at.expression(), at.scope()));
        if (path.isEmpty()) {
            findings.unresolved("endpoint", SdkTexts.source(call, scope), "not a constant", place);
            return;
        }
        Optional<Construct> function =
                given.get("integration").flatMap(at -> values.within(at.expression(), at.scope()));
        List<String> needs =
                given.get("authorizer").map(values::text).filter(t -> !t.isEmpty()).stream()
                        .toList();
        Set<String> methods = new LinkedHashSet<>();
        given.get("methods")
                .ifPresent(
                        at -> {
                            for (Expression item : values.itemsOf(at)) {
                                methods.add(values.text(new Located(item, at.scope())));
                            }
                        });
        for (String method : methods.isEmpty() ? Set.of("ANY") : methods) {
            endpoint(method, path.get(), function, needs, place);
        }
    }

    private void endpoint(
            String method,
            String path,
            Optional<Construct> function,
            List<String> needs,
            Evidence place) {
        String plain = ContractPath.normal(path);
        findings.add(
                new Endpoint(
                        method.toUpperCase(Locale.ROOT),
                        plain,
                        List.of(),
                        function.map(values::handler).orElse(""),
                        CloudFormation.ENDPOINTS,
                        AwsPaths.parameters(plain),
                        null,
                        List.of(),
                        needs,
                        List.of(),
                        Confidence.RESOLVED,
                        place));
    }

    /** The path of a resource, from its API's root on. */
    private Optional<String> path(Expression expression, Scope scope, int steps) {
        if (steps <= 0) {
            return Optional.empty();
        }
        String selected = Given.plain(SdkTexts.lastName(expression));
        if (selected.equals("root")) {
            return Optional.of("");
        }
        Located at = values.defined(expression, scope);
        if (!(at.expression() instanceof Call call)) {
            boolean root = Given.plain(SdkTexts.lastName(at.expression())).equals("root");
            return root ? Optional.of("") : Optional.empty();
        }
        String name = Given.plain(call.name());
        if (name.equals("getroot")) {
            return Optional.of("");
        }
        Optional<String> part =
                call.arguments().stream()
                        .findFirst()
                        .flatMap(argument -> code.values().text(argument.value(), at.scope()));
        Expression receiver = call.receiver();
        boolean adds = Set.of("addresource", "resourceforpath", "getresource").contains(name);
        if (name.equals("addproxy") && receiver != null) {
            return path(receiver, at.scope(), steps - 1).map(base -> base + "/{proxy+}");
        }
        if (!adds || part.isEmpty() || receiver == null) {
            return Optional.empty();
        }
        return path(receiver, at.scope(), steps - 1).map(base -> base + "/" + part.get());
    }

    /** {@code LambdaRestApi} hands everything to its function unless {@code proxy} is off. */
    void everything(Construct api, Evidence place) {
        boolean off =
                api.props()
                        .get("proxy")
                        .map(at -> SdkTexts.lastName(at.expression()))
                        .filter("false"::equalsIgnoreCase)
                        .isPresent();
        if (!off) {
            Optional<Construct> function =
                    api.props()
                            .get("handler")
                            .flatMap(at -> values.construct(at.expression(), at.scope()));
            endpoint("ANY", "/", function, List.of(), place);
            endpoint("ANY", "/{proxy+}", function, List.of(), place);
        }
    }
}
