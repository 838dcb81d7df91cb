package io.digitalworker.facts.framework.python;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Located;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.code.Symbol;
import io.digitalworker.facts.code.Value;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.declaration.TypeKind;
import io.digitalworker.facts.fact.Input;
import io.digitalworker.facts.fact.Response;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.Framework;
import io.digitalworker.facts.source.Evidence;
import io.digitalworker.facts.syntax.Annotation;
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Dialect;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Name;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Flask with blueprints in blueprints, views as functions and classes, the resources of its REST
 * extensions; Quart and Sanic, which are alike.
 */
public final class Flask implements Framework {
    private static final Set<String> PACKAGES =
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
    private static final Set<String> CLASSES =
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
    private static final Pattern CONVERTER = Pattern.compile("<(\\w+)(?:\\([^()]*\\))?:(\\w+)>");
    private static final Set<String> METHODS =
            Set.of("get", "post", "put", "delete", "patch", "head", "options");
    private static final Set<String> HANDLERS =
            Set.of("get", "post", "put", "delete", "patch", "head");
    private static final Set<String> CALLS =
            Set.of(
                    "register_blueprint",
                    "blueprint",
                    "add_url_rule",
                    "add_resource",
                    "add_namespace",
                    "init_app",
                    "add_route");

    @Override
    public void extract(CodeBase code, Findings findings) {
        boolean used =
                code.filesWith(Dialect.PYTHON, CLASSES.toArray(new String[0])).stream()
                        .anyMatch(f -> Python.imports(f, PACKAGES));
        if (used) {
            new Run(new Python(code), findings).all();
        }
    }

    /** The facts of one code base. */
    private static final class Run {
        private final Python python;
        private final CodeBase code;
        private final Findings findings;
        private final RouteTree tree = new RouteTree();
        private final Map<Served, List<String>> served = new LinkedHashMap<>();
        private final Set<String> standing = new LinkedHashSet<>();
        private boolean dynamic;

        Run(Python python, Findings findings) {
            this.python = python;
            this.code = python.code();
            this.findings = findings;
        }

        void all() {
            for (CodeFile file :
                    python.files("route", "resource", "get", "post", "put", "delete", "patch")) {
                for (TypeDeclaration type : file.types()) {
                    Scope at = python.around(file, type.span());
                    for (Annotation annotation : type.annotations()) {
                        decorated(at, annotation, null, type);
                    }
                    for (Member member : type.members()) {
                        for (Annotation annotation : member.annotations()) {
                            Scope scope = python.around(file, annotation.span());
                            boolean method = scope.member() == null && type.kind() != TypeKind.FILE;
                            decorated(
                                    method ? Scope.of(file, type) : scope,
                                    annotation,
                                    member,
                                    type);
                        }
                    }
                }
            }
            for (CodeFile file : python.files(CALLS.toArray(new String[0]))) {
                for (Python.Called called : python.calls(file, CALLS)) {
                    python.turns(called).forEach(this::called);
                }
            }
            served.forEach(this::emit);
        }

        // ---- applications, blueprints, APIs

        private List<String> routers(Expression expression, Scope scope, int steps) {
            if (steps <= 0) {
                return List.of();
            }
            Located made = python.made(expression, scope);
            Optional<String> kind =
                    python.makes(made.expression(), made.scope(), CLASSES, PACKAGES);
            if (kind.isPresent() && made.expression() instanceof Call call) {
                return List.of(router(call, made, kind.get(), steps));
            }
            int position = Python.parameter(made.expression(), made.scope());
            Member member = made.scope().member();
            if (position < 0 || member == null) {
                return List.of();
            }
            Set<String> keys = new LinkedHashSet<>();
            for (Located given : python.handedOver(member, made.scope().file(), position)) {
                keys.addAll(routers(given.expression(), given.scope(), steps - 1));
            }
            return List.copyOf(keys);
        }

        private String router(Call call, Located made, String kind, int steps) {
            String key = python.key(made);
            if (tree.has(key)) {
                return key;
            }
            String prefix =
                    kind.equals("Api")
                            ? "prefix"
                            : kind.equals("Namespace") ? "path" : "url_prefix";
            List<Value> values =
                    Argument.named(call.arguments(), prefix)
                            .filter(e -> !isNone(e))
                            .map(e -> code.values().all(e, made.scope()))
                            .orElseGet(
                                    () -> kind.equals("Namespace") ? named(call, made) : List.of());
            tree.add(new RouteTree.Router(key, values, APPLICATIONS.contains(kind), List.of()));
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

        private void mount(String parent, String child, @Nullable List<Value> prefix) {
            standing.remove(child);
            tree.mount(new RouteTree.Mount(parent, child, prefix, true, List.of(), List.of()));
        }

        private static boolean isNone(Expression expression) {
            return expression instanceof Name name && name.name().equals("None");
        }

        // ---- calls

        private void called(Python.Called called) {
            Call call = called.call();
            Expression receiver = call.receiver();
            Scope scope = called.scope();
            if (receiver == null) {
                return;
            }
            List<String> routers = routers(receiver, scope, 8);
            if (routers.isEmpty()) {
                return;
            }
            switch (call.name()) {
                case "register_blueprint", "blueprint" -> within(called, routers, "url_prefix");
                case "add_namespace" -> within(called, routers, "path");
                case "init_app" ->
                        Argument.at(call.arguments(), 0).stream()
                                .flatMap(e -> routers(e, scope, 8).stream())
                                .forEach(app -> routers.forEach(api -> mount(app, api, null)));
                case "add_resource" -> resource(called, routers);
                default -> rule(called, routers);
            }
        }

        private void within(Python.Called called, List<String> parents, String prefixName) {
            Call call = called.call();
            Scope scope = called.scope();
            Optional<Expression> child = Argument.at(call.arguments(), 0);
            List<String> children = child.map(e -> children(e, scope)).orElse(List.of());
            if (children.isEmpty() && child.isPresent()) {
                String name = Python.dotted(child.get());
                String origin = Python.origin(name, scope.file());
                boolean library = origin.contains(".") && !origin.equals(name);
                dynamic |= !library;
                findings.unresolved(
                        "endpoint",
                        scope.file().text(call.span()),
                        library ? "defined outside the archive" : "dynamic",
                        scope.file().evidence(call.span()));
            }
            int position = prefixName.equals("path") ? 1 : 9;
            List<Value> prefix =
                    Argument.of(call.arguments(), prefixName, position)
                            .filter(e -> !isNone(e))
                            .map(e -> code.values().all(e, scope))
                            .orElse(null);
            for (String parent : parents) {
                children.forEach(key -> mount(parent, key, prefix));
            }
        }

        /** A blueprint, or several in a list as Sanic has it. */
        private List<String> children(Expression child, Scope scope) {
            List<String> keys = new ArrayList<>(routers(child, scope, 8));
            if (keys.isEmpty()) {
                for (Located item : python.items(child, scope)) {
                    keys.addAll(routers(item.expression(), item.scope(), 8));
                }
            }
            return keys;
        }

        private void resource(Python.Called called, List<String> routers) {
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
                        ofClass(type.get(), values, routers);
                    } else {
                        String handler = of.map(e -> Python.shown(e, file)).orElse("");
                        serve(List.of("ANY"), values, handler, List.of(), evidence, routers);
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

        private void rule(Python.Called called, List<String> routers) {
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
                ofClass(type.get(), paths, methods, routers);
                return;
            }
            Optional<Symbol> symbol = code.symbols().find(plain, scope);
            boolean function = symbol.isPresent() && symbol.get() instanceof Symbol.Function;
            Member member = function ? ((Symbol.Function) symbol.get()).member() : null;
            Evidence evidence =
                    member == null ? scope.file().evidence(call.span()) : member.evidence();
            String handler =
                    member == null ? Python.shown(plain, scope.file()) : member.qualifiedName();
            serve(
                    methods.isEmpty() ? List.of("GET") : methods,
                    paths,
                    handler,
                    member == null ? List.of() : member.annotations(),
                    evidence,
                    routers);
        }

        /** {@code login_required(X.as_view('x'))} without what is around it. */
        private static Expression unwrapped(Expression view) {
            Expression at = view;
            for (int i = 0;
                    i < 5 && at instanceof Call call && !call.name().equals("as_view");
                    i++) {
                at = call.arguments().isEmpty() ? at : call.arguments().get(0).value();
            }
            return at;
        }

        // ---- decorators

        private void decorated(
                Scope scope, Annotation annotation, @Nullable Member member, TypeDeclaration type) {
            int dot = annotation.name().lastIndexOf('.');
            String last = Python.last(annotation.name());
            boolean routes =
                    last.equals("route") || last.equals("resource") || METHODS.contains(last);
            if (dot <= 0 || !routes || annotation.arguments().isEmpty()) {
                return;
            }
            Expression receiver =
                    Python.named(annotation.name().substring(0, dot), annotation.span());
            List<String> routers = routers(receiver, scope, 8);
            if (routers.isEmpty()) {
                return;
            }
            for (Argument argument : annotation.arguments()) {
                boolean path =
                        argument.name() == null || argument.named("rule") || argument.named("uri");
                if (path) {
                    List<Value> paths = code.values().all(argument.value(), scope);
                    if (member == null) {
                        ofClass(type, paths, routers);
                    } else {
                        function(member, annotation, scope, paths, routers);
                        return;
                    }
                }
            }
        }

        private void function(
                Member member,
                Annotation annotation,
                Scope scope,
                List<Value> paths,
                List<String> routers) {
            String last = Python.last(annotation.name());
            List<String> methods =
                    METHODS.contains(last)
                            ? List.of(last.toUpperCase(Locale.ROOT))
                            : annotation
                                    .argument("methods")
                                    .map(e -> python.methods(e, scope))
                                    .orElse(List.of("GET"));
            serve(
                    methods,
                    paths,
                    member.qualifiedName(),
                    member.annotations(),
                    member.evidence(),
                    routers);
        }

        private void ofClass(TypeDeclaration type, List<Value> paths, List<String> routers) {
            ofClass(type, paths, List.of(), routers);
        }

        private void ofClass(
                TypeDeclaration type, List<Value> paths, List<String> only, List<String> routers) {
            Map<String, Symbol.Function> members = python.members(type);
            Set<String> methods = new LinkedHashSet<>();
            HANDLERS.stream()
                    .sorted()
                    .filter(members::containsKey)
                    .map(m -> m.toUpperCase(Locale.ROOT))
                    .filter(m -> only.isEmpty() || only.contains(m))
                    .forEach(methods::add);
            if (methods.isEmpty()) {
                python.attribute(type, "methods")
                        .ifPresent(
                                at -> methods.addAll(python.methods(at.expression(), at.scope())));
                methods.addAll(methods.isEmpty() && only.isEmpty() ? List.of("GET") : only);
            }
            List<Annotation> common = new ArrayList<>(type.annotations());
            for (String method : methods) {
                Symbol.Function member = members.get(method.toLowerCase(Locale.ROOT));
                List<Annotation> annotations = new ArrayList<>(common);
                if (member != null) {
                    annotations.addAll(member.member().annotations());
                }
                String handler =
                        member == null
                                ? type.name()
                                : type.name() + "." + method.toLowerCase(Locale.ROOT);
                boolean own = member != null && member.type().equals(type);
                Evidence evidence =
                        own && member != null ? member.member().evidence() : type.evidence();
                serve(
                        List.of(method),
                        paths,
                        handler,
                        annotations,
                        evidence,
                        routers,
                        decorators(type));
            }
        }

        /** {@code decorators = [login_required]}, {@code method_decorators}. */
        private List<String> decorators(TypeDeclaration type) {
            List<String> names = new ArrayList<>();
            for (String attribute : List.of("decorators", "method_decorators")) {
                python.attribute(type, attribute)
                        .ifPresent(
                                at -> {
                                    for (Located item : python.items(at.expression(), at.scope())) {
                                        Expression e = item.expression();
                                        names.add(
                                                e instanceof Call call
                                                        ? call.name()
                                                        : Python.last(Python.dotted(e)));
                                    }
                                });
            }
            return names.stream().filter(Run::authorizes).toList();
        }

        private static boolean authorizes(String name) {
            return name.toLowerCase(Locale.ROOT)
                    .matches(
                            ".*(login_required|jwt_required|token_required|auth_required|requires_auth"
                                    + "|roles?_(required|accepted)|permissions?_required|admin_required"
                                    + "|(admins?|authed|members?|users?)_only|require_(auth|login|role|token|permission)\\w*|authenticated).*");
        }

        private void serve(
                List<String> methods,
                List<Value> paths,
                String handler,
                List<Annotation> annotations,
                Evidence evidence,
                List<String> routers) {
            serve(methods, paths, handler, annotations, evidence, routers, List.of());
        }

        private void serve(
                List<String> methods,
                List<Value> paths,
                String handler,
                List<Annotation> annotations,
                Evidence evidence,
                List<String> routers,
                List<String> needs) {
            List<String> all = new ArrayList<>(needs);
            String request = null;
            List<Response> responses = new ArrayList<>();
            for (Annotation annotation : annotations) {
                String name = annotation.simpleName();
                boolean optional =
                        annotation.argument("optional").filter(e -> !Run.isFalse(e)).isPresent();
                if (authorizes(name) && !optional) {
                    all.add(name);
                } else if (name.matches("arguments|use_kwargs|use_args|expect|input")) {
                    request =
                            annotation
                                    .argument(0)
                                    .map(Run::schema)
                                    .filter(n -> !n.isEmpty())
                                    .orElse(request);
                } else if (name.matches("response|marshal_with|marshal_list_with|output")) {
                    response(annotation).ifPresent(responses::add);
                }
            }
            served.put(
                    new Served(
                            methods,
                            paths,
                            handler,
                            "flask",
                            typed(paths),
                            request,
                            responses,
                            all,
                            evidence),
                    routers);
        }

        private static List<Input> typed(List<Value> paths) {
            List<Input> inputs = new ArrayList<>();
            for (Value path : paths) {
                Matcher converter = CONVERTER.matcher(path.text());
                while (converter.find()) {
                    inputs.add(new Input(converter.group(2), "path", converter.group(1), true));
                }
            }
            return inputs;
        }

        private static boolean isFalse(Expression expression) {
            return expression instanceof Name name && name.name().equals("False");
        }

        private static String schema(Expression expression) {
            return expression instanceof Call call
                    ? call.name()
                    : Python.last(Python.dotted(expression));
        }

        private static Optional<Response> response(Annotation annotation) {
            Optional<Expression> first = annotation.argument(0);
            boolean code = first.isPresent() && first.get() instanceof Expression.Numeral;
            Optional<Expression> type = code ? annotation.argument("schema", 1) : first;
            Optional<Expression> status =
                    code
                            ? first
                            : annotation
                                    .argument("code")
                                    .or(() -> annotation.argument("status_code"));
            int number =
                    status.isPresent()
                                    && status.get() instanceof Expression.Numeral n
                                    && n.digits().matches("\\d{3}")
                            ? Integer.parseInt(n.digits())
                            : 200;
            return type.isPresent() || code
                    ? Optional.of(new Response(number, type.map(Run::schema).orElse("")))
                    : Optional.empty();
        }

        private void emit(Served endpoint, List<String> routers) {
            for (String router : new LinkedHashSet<>(routers)) {
                List<Way> ways = tree.ways(router);
                boolean alone = !tree.hasRoot() || dynamic || standing.contains(router);
                if (ways.isEmpty() && !alone) {
                    findings.unresolved(
                            "endpoint",
                            endpoint.shown(),
                            "its blueprint is not registered",
                            endpoint.evidence());
                } else if (ways.isEmpty()) {
                    endpoint.at(tree.own(router), UrlPath::converters, findings);
                }
                ways.forEach(way -> endpoint.at(way, UrlPath::converters, findings));
            }
        }
    }
}
