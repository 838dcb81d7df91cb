package io.digitalworker.facts.framework.python;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Located;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.code.Symbol;
import io.digitalworker.facts.code.Value;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.source.Evidence;
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Blueprints that are registered, and rules and resources that are added by calls. */
final class FlaskCalls {
    private final Python python;
    private final CodeBase code;
    private final FlaskRouters routers;
    private final FlaskViews views;
    private final RoutedEndpoints endpoints;

    FlaskCalls(Python python, FlaskRouters routers, FlaskViews views, RoutedEndpoints endpoints) {
        this.python = python;
        this.code = python.code();
        this.routers = routers;
        this.views = views;
        this.endpoints = endpoints;
    }

    void called(Python.Called called) {
        Call call = called.call();
        Expression receiver = call.receiver();
        Scope scope = called.scope();
        if (receiver == null) {
            return;
        }
        List<String> keys = routers.routers(receiver, scope, 8);
        if (keys.isEmpty()) {
            return;
        }
        switch (call.name()) {
            case "register_blueprint", "blueprint" -> within(called, keys, "url_prefix");
            case "add_namespace" -> within(called, keys, "path");
            case "init_app" ->
                    Argument.at(call.arguments(), 0).stream()
                            .flatMap(e -> routers.routers(e, scope, 8).stream())
                            .forEach(app -> keys.forEach(api -> routers.mount(app, api, null)));
            case "add_resource" -> resource(called, keys);
            default -> rule(called, keys);
        }
    }

    private void within(Python.Called called, List<String> parents, String prefixName) {
        Call call = called.call();
        Scope scope = called.scope();
        Optional<Expression> child = Argument.at(call.arguments(), 0);
        List<String> children = child.map(e -> children(e, scope)).orElse(List.of());
        if (children.isEmpty() && child.isPresent()) {
            endpoints.outside(called, child.get());
        }
        int position = prefixName.equals("path") ? 1 : 9;
        List<Value> prefix =
                Argument.of(call.arguments(), prefixName, position)
                        .filter(e -> !FlaskRouters.isNone(e))
                        .map(e -> code.values().all(e, scope))
                        .orElse(null);
        for (String parent : parents) {
            children.forEach(key -> routers.mount(parent, key, prefix));
        }
    }

    /** A blueprint, or several in a list as Sanic has it. */
    private List<String> children(Expression child, Scope scope) {
        List<String> keys = new ArrayList<>(routers.routers(child, scope, 8));
        if (keys.isEmpty()) {
            for (Located item : python.items(child, scope)) {
                keys.addAll(routers.routers(item.expression(), item.scope(), 8));
            }
        }
        return keys;
    }

    private void resource(Python.Called called, List<String> keys) {
        List<Argument> arguments = called.call().arguments();
        Optional<Expression> of = Argument.of(arguments, "resource", 0);
        Optional<TypeDeclaration> type = of.flatMap(e -> type(e, called.scope()));
        CodeFile file = called.scope().file();
        Evidence evidence = file.evidence(called.call().span());
        List<Expression> paths =
                arguments.stream()
                        .filter(a -> a.name() == null || a.name().equals("*"))
                        .map(Argument::value)
                        .skip(of.isPresent() ? 1 : 0)
                        .toList();
        for (Expression path : paths) {
            for (Located item : spread(path, called.scope())) {
                List<Value> values = code.values().all(item.expression(), item.scope());
                if (type.isPresent()) {
                    views.ofClass(type.get(), values, keys);
                } else {
                    String handler = of.map(e -> Python.shown(e, file)).orElse("");
                    views.serve(List.of("ANY"), values, handler, List.of(), evidence, keys);
                }
            }
        }
    }

    private List<Located> spread(Expression path, Scope scope) {
        List<Located> items = python.items(path, scope);
        return items.isEmpty() ? List.of(new Located(path, scope)) : items;
    }

    private Optional<TypeDeclaration> type(Expression expression, Scope scope) {
        return code.symbols()
                .find(expression, scope)
                .filter(s -> s instanceof Symbol.Type)
                .map(s -> ((Symbol.Type) s).declaration());
    }

    private void rule(Python.Called called, List<String> keys) {
        Call call = called.call();
        Scope scope = called.scope();
        boolean sanic = call.name().equals("add_route");
        Optional<Expression> rule =
                Argument.of(call.arguments(), sanic ? "uri" : "rule", sanic ? 1 : 0);
        Optional<Expression> view =
                Argument.of(call.arguments(), sanic ? "handler" : "view_func", sanic ? 0 : 2);
        if (rule.isEmpty() || view.isEmpty()) {
            return;
        }
        List<Value> paths = code.values().all(rule.get(), scope);
        List<String> methods =
                Argument.named(call.arguments(), "methods")
                        .map(e -> python.methods(e, scope))
                        .orElse(List.of());
        Expression plain = unwrapped(code.symbols().definition(view.get(), scope).expression());
        Expression receiver = plain instanceof Call as ? as.receiver() : null;
        Optional<TypeDeclaration> type =
                receiver == null ? Optional.empty() : type(receiver, scope);
        if (type.isPresent()) {
            views.ofClass(type.get(), paths, methods, keys);
            return;
        }
        Optional<Symbol> symbol = code.symbols().find(plain, scope);
        boolean function = symbol.isPresent() && symbol.get() instanceof Symbol.Function;
        Member member = function ? ((Symbol.Function) symbol.get()).member() : null;
        Evidence evidence = member == null ? scope.file().evidence(call.span()) : member.evidence();
        String handler =
                member == null ? Python.shown(plain, scope.file()) : member.qualifiedName();
        views.serve(
                methods.isEmpty() ? List.of("GET") : methods,
                paths,
                handler,
                member == null ? List.of() : member.annotations(),
                evidence,
                keys);
    }

    /** {@code login_required(X.as_view('x'))} without what is around it. */
    private static Expression unwrapped(Expression view) {
        Expression at = view;
        for (int i = 0; i < 5 && at instanceof Call call && !call.name().equals("as_view"); i++) {
            at = call.arguments().isEmpty() ? at : call.arguments().get(0).value();
        }
        return at;
    }
}
