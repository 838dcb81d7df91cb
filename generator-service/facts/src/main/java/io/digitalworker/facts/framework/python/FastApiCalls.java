package io.digitalworker.facts.framework.python;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.Located;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.code.Symbol;
import io.digitalworker.facts.code.Value;
import io.digitalworker.facts.source.Evidence;
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Call;
import java.util.List;
import java.util.Optional;

/** Mounts and routes that are made by calls, and those that Starlette is given in a list. */
final class FastApiCalls {
    private final Python python;
    private final CodeBase code;
    private final FastApiRouters routers;
    private final FastApiFunctions functions;
    private final RoutedEndpoints endpoints;

    FastApiCalls(
            Python python,
            FastApiRouters routers,
            FastApiFunctions functions,
            RoutedEndpoints endpoints) {
        this.python = python;
        this.code = python.code();
        this.routers = routers;
        this.functions = functions;
        this.endpoints = endpoints;
    }

    void called(Python.Called called) {
        Call call = called.call();
        Expression receiver = call.receiver();
        List<String> parents =
                receiver == null ? List.of() : routers.routers(receiver, called.scope(), 8);
        if (parents.isEmpty()) {
            return;
        }
        if (call.name().equals("include_router")) {
            include(called, parents, Argument.of(call.arguments(), "router", 0), "prefix");
        } else if (call.name().equals("mount")) {
            include(called, parents, Argument.of(call.arguments(), "app", 1), "path");
        } else {
            added(called, parents);
        }
    }

    private void include(
            Python.Called called,
            List<String> parents,
            Optional<Expression> child,
            String prefixName) {
        Call call = called.call();
        Scope scope = called.scope();
        if (child.isEmpty()) {
            return;
        }
        List<String> children = routers.routers(child.get(), scope, 8);
        if (children.isEmpty()) {
            outside(called, child.get());
        }
        int position = prefixName.equals("path") ? 0 : 9;
        List<Value> prefix =
                Argument.of(call.arguments(), prefixName, position)
                        .map(e -> code.values().all(e, scope))
                        .orElse(List.of());
        List<String> needs = routers.dependencies(call.arguments(), scope);
        for (String parent : parents) {
            for (String key : children) {
                endpoints
                        .tree()
                        .mount(
                                new RouteTree.Mount(
                                        parent,
                                        key,
                                        prefix,
                                        false,
                                        needs,
                                        called.statement().conditions()));
            }
        }
    }

    private void outside(Python.Called called, Expression child) {
        if (!(child instanceof Call call && call.name().equals("StaticFiles"))) {
            endpoints.outside(called, child instanceof Call call ? call.function() : child);
        }
    }

    private void added(Python.Called called, List<String> keys) {
        Call call = called.call();
        Scope scope = called.scope();
        Optional<Expression> path = Argument.of(call.arguments(), "path", 0);
        Optional<Expression> endpoint =
                Argument.of(call.arguments(), "endpoint", 1)
                        .or(() -> Argument.named(call.arguments(), "route"));
        if (path.isEmpty() || endpoint.isEmpty()) {
            return;
        }
        List<String> methods =
                call.name().contains("websocket")
                        ? List.of("WS")
                        : routers.methods(call.arguments(), scope, List.of("GET"));
        Evidence evidence = scope.file().evidence(call.span());
        route(call.arguments(), scope, methods, path.get(), endpoint.get(), evidence, keys);
    }

    private void route(
            List<Argument> arguments,
            Scope scope,
            List<String> methods,
            Expression path,
            Expression endpoint,
            Evidence evidence,
            List<String> keys) {
        Optional<Symbol> symbol = code.symbols().find(endpoint, scope);
        List<Value> paths = code.values().all(path, scope);
        if (symbol.isPresent() && symbol.get() instanceof Symbol.Function function) {
            Scope of = Scope.of(function.file(), function.type());
            Evidence at = function.member().evidence();
            functions.serve(methods, paths, function.member(), of, arguments, scope, at, keys);
            return;
        }
        String handler = Python.shown(endpoint, scope.file());
        endpoints.serve(new Served(methods, paths, handler, "fastapi", evidence), keys);
    }

    /** {@code routes=[Route("/x", f), Mount("/y", routes=[…])]}. */
    void listed(Python.Called called) {
        Optional<Expression> routes = Argument.named(called.call().arguments(), "routes");
        if (routes.isPresent()) {
            for (String key : routers.routers(called.call(), called.scope(), 8)) {
                listed(routes.get(), called.scope(), key, 0);
            }
        }
    }

    private void listed(Expression list, Scope scope, String key, int depth) {
        for (Located item : python.items(list, scope)) {
            Located at = python.made(item.expression(), item.scope());
            if (at.expression() instanceof Call call && depth < 8) {
                listed(call, at.scope(), key, depth);
            }
        }
    }

    private void listed(Call call, Scope scope, String key, int depth) {
        Optional<Expression> path = Argument.of(call.arguments(), "path", 0);
        Optional<Expression> routes = Argument.named(call.arguments(), "routes");
        Optional<Expression> second =
                Argument.at(call.arguments(), 1)
                        .or(() -> Argument.named(call.arguments(), "endpoint"))
                        .or(() -> Argument.named(call.arguments(), "app"));
        if (path.isEmpty()) {
            return;
        }
        boolean mounts = call.name().equals("Mount");
        if (mounts) {
            List<Value> prefix = code.values().all(path.get(), scope);
            String inner = scope.file().path() + "#" + call.span().start();
            endpoints.tree().add(new RouteTree.Router(inner, List.of(), false, List.of()));
            endpoints
                    .tree()
                    .mount(new RouteTree.Mount(key, inner, prefix, false, List.of(), List.of()));
            routes.ifPresent(r -> listed(r, scope, inner, depth + 1));
            second.stream()
                    .flatMap(app -> routers.routers(app, scope, 8).stream())
                    .forEach(
                            child ->
                                    endpoints
                                            .tree()
                                            .mount(
                                                    new RouteTree.Mount(
                                                            key, child, prefix, false, List.of(),
                                                            List.of())));
        } else if (second.isPresent() && call.name().matches("Route|APIRoute|WebSocketRoute")) {
            List<String> methods =
                    call.name().startsWith("WebSocket")
                            ? List.of("WS")
                            : routers.methods(call.arguments(), scope, List.of("GET"));
            Evidence evidence = scope.file().evidence(call.span());
            route(
                    call.arguments(),
                    scope,
                    methods,
                    path.get(),
                    second.get(),
                    evidence,
                    List.of(key));
        }
    }
}
