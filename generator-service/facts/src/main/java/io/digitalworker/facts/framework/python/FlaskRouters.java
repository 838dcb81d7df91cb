package io.digitalworker.facts.framework.python;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.Located;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.code.Value;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Name;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The applications, blueprints, APIs and namespaces that expressions of the code are. */
final class FlaskRouters {
    static final Set<String> PACKAGES =
            Set.of(
                    "flask",
                    "flask_restful",
                    "flask_restx",
                    "flask_restplus",
                    "flask_smorest",
                    "apiflask",
                    "quart",
                    "sanic",
                    "flask_openapi3",
                    "flask_rest_api");
    private static final Set<String> APPLICATIONS =
            Set.of("Flask", "APIFlask", "Quart", "Sanic", "OpenAPI");
    static final Set<String> CLASSES =
            Set.of(
                    "Flask",
                    "APIFlask",
                    "Quart",
                    "Sanic",
                    "OpenAPI",
                    "Blueprint",
                    "APIBlueprint",
                    "Api",
                    "Namespace");
    private final Python python;
    private final CodeBase code;
    private final RoutedEndpoints endpoints;
    private final Set<String> standing = new LinkedHashSet<>();
    private final Map<String, List<String>> handed = new HashMap<>();

    FlaskRouters(Python python, RoutedEndpoints endpoints) {
        this.python = python;
        this.code = python.code();
        this.endpoints = endpoints;
    }

    /** Keys of the routers that serve without being registered. */
    Set<String> standing() {
        return standing;
    }

    List<String> routers(Expression expression, Scope scope, int steps) {
        if (steps <= 0) {
            return List.of();
        }
        Located made = python.made(expression, scope);
        Optional<String> kind = python.makes(made.expression(), made.scope(), CLASSES, PACKAGES);
        if (kind.isPresent() && made.expression() instanceof Call call) {
            return List.of(router(call, made, kind.get(), steps));
        }
        if (made.expression() instanceof Call call
                && call.name().equals("namespace")
                && call.receiver() != null) {
            return namespaces(call, made, steps);
        }
        int position = Python.parameter(made.expression(), made.scope());
        Member member = made.scope().member();
        if (position < 0 || member == null) {
            return List.of();
        }
        String parameter = Python.parameterKey(member, made.scope().file(), position);
        List<String> known = handed.putIfAbsent(parameter, List.of()); // of a ring, each once
        if (known != null) {
            return known;
        }
        Set<String> keys = new LinkedHashSet<>();
        for (Located given : python.handedOver(member, made.scope().file(), position)) {
            keys.addAll(routers(given.expression(), given.scope(), steps - 1));
        }
        handed.put(parameter, List.copyOf(keys));
        return List.copyOf(keys);
    }

    /** {@code api.namespace('name')}: makes one and adds it. */
    private List<String> namespaces(Call call, Located made, int steps) {
        List<String> parents =
                call.receiver() == null
                        ? List.of()
                        : routers(call.receiver(), made.scope(), steps - 1);
        if (parents.isEmpty()) {
            return List.of();
        }
        String key = router(call, made, "Namespace", steps);
        parents.forEach(parent -> mount(parent, key, null));
        return List.of(key);
    }

    private String router(Call call, Located made, String kind, int steps) {
        String key = python.key(made);
        if (endpoints.tree().has(key)) {
            return key;
        }
        String prefix =
                kind.equals("Api") ? "prefix" : kind.equals("Namespace") ? "path" : "url_prefix";
        List<Value> values =
                Argument.named(call.arguments(), prefix)
                        .filter(e -> !isNone(e))
                        .map(e -> code.values().all(e, made.scope()))
                        .orElseGet(() -> kind.equals("Namespace") ? named(call, made) : List.of());
        endpoints
                .tree()
                .add(new RouteTree.Router(key, values, APPLICATIONS.contains(kind), List.of()));
        if (kind.equals("Api")) {
            Optional<Expression> app =
                    Argument.at(call.arguments(), 0)
                            .or(() -> Argument.named(call.arguments(), "app"))
                            .or(() -> Argument.named(call.arguments(), "blueprint"));
            standing.add(key);
            app.stream()
                    .flatMap(e -> routers(e, made.scope(), steps - 1).stream())
                    .forEach(parent -> mount(parent, key, null));
        }
        return key;
    }

    private List<Value> named(Call call, Located made) {
        return Argument.of(call.arguments(), "name", 0)
                .map(e -> code.values().first(e, made.scope()))
                .map(v -> List.of(new Value("/" + v.text(), v.known(), false)))
                .orElse(List.of());
    }

    void mount(String parent, String child, @Nullable List<Value> prefix) {
        standing.remove(child);
        endpoints
                .tree()
                .mount(new RouteTree.Mount(parent, child, prefix, true, List.of(), List.of()));
    }

    static boolean isNone(Expression expression) {
        return expression instanceof Name name && name.name().equals("None");
    }
}
