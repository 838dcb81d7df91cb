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
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.Response;
import io.digitalworker.facts.fact.Service;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.Framework;
import io.digitalworker.facts.source.Evidence;
import io.digitalworker.facts.syntax.Annotation;
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Dialect;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Mapping;
import io.digitalworker.facts.syntax.Expression.Select;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * FastAPI and Starlette: applications, routers within routers, sub-applications, decorated functions
 * and methods (also of class-based views), routes added by calls.
 */
public final class FastApi implements Framework {
    private static final Set<String> PACKAGES =
            Set.of(
                    "fastapi",
                    "starlette",
                    "fastapi_utils",
                    "fastapi_versioning",
                    "fastapi_restful");
    private static final Set<String> APPLICATIONS = Set.of("FastAPI", "Starlette");
    private static final Set<String> ROUTERS =
            Set.of("FastAPI", "Starlette", "APIRouter", "Router", "InferringRouter");
    private static final Set<String> METHODS =
            Set.of("get", "post", "put", "delete", "patch", "head", "options", "trace");
    private static final Set<String> OTHERS =
            Set.of("api_route", "route", "websocket", "websocket_route");
    private static final Set<String> CALLS =
            Set.of(
                    "include_router",
                    "mount",
                    "add_api_route",
                    "add_route",
                    "add_websocket_route",
                    "add_api_websocket_route");

    @Override
    public void extract(CodeBase code, Findings findings) {
        String[] words = ROUTERS.toArray(new String[0]);
        boolean used =
                code.filesWith(Dialect.PYTHON, words).stream()
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
        private final Map<String, TypeDeclaration> services = new TreeMap<>();
        private boolean dynamic;

        Run(Python python, Findings findings) {
            this.python = python;
            this.code = python.code();
            this.findings = findings;
        }

        void all() {
            for (CodeFile file : python.files(words())) {
                for (TypeDeclaration type : file.types()) {
                    type.members().forEach(member -> decorated(file, type, member));
                }
            }
            for (CodeFile file : python.files(CALLS.toArray(new String[0]))) {
                for (Python.Called called : python.calls(file, CALLS)) {
                    python.turns(called).forEach(this::called);
                }
            }
            for (CodeFile file : python.files("Starlette", "routes")) {
                python.calls(file, Set.of("Starlette", "FastAPI", "Router")).forEach(this::listed);
            }
            served.forEach(this::emit);
            services.values().forEach(this::service);
        }

        private static String[] words() {
            Set<String> words = new LinkedHashSet<>(METHODS);
            words.addAll(OTHERS);
            return words.stream().sorted().toArray(String[]::new);
        }

        // ---- routers

        /** Keys of the routers that an expression may be; none if it is no router. */
        private List<String> routers(Expression expression, Scope scope, int steps) {
            if (steps <= 0) {
                return List.of();
            }
            Located made = python.made(expression, scope);
            Optional<String> kind =
                    python.makes(made.expression(), made.scope(), ROUTERS, PACKAGES);
            if (kind.isPresent() && made.expression() instanceof Call call) {
                return List.of(router(call, made, APPLICATIONS.contains(kind.get())));
            }
            if (made.expression() instanceof Select select && select.name().equals("router")) {
                return routers(select.target(), made.scope(), steps - 1);
            }
            int position = Python.parameter(made.expression(), made.scope());
            return position < 0 ? List.of() : handedOver(made, position, steps);
        }

        private List<String> handedOver(Located made, int position, int steps) {
            Member member = made.scope().member();
            if (member == null) {
                return List.of();
            }
            Set<String> keys = new LinkedHashSet<>();
            for (Located given : python.handedOver(member, made.scope().file(), position)) {
                keys.addAll(routers(given.expression(), given.scope(), steps - 1));
            }
            String type = Python.last(member.parameters().get(position).type());
            if (keys.isEmpty() && ROUTERS.contains(type)) {
                String key = made.scope().file().path() + "#" + member.qualifiedName() + "()";
                tree.add(new RouteTree.Router(key, List.of(), true, List.of()));
                return List.of(key);
            }
            return List.copyOf(keys);
        }

        private String router(Call call, Located made, boolean root) {
            String key = python.key(made);
            if (!tree.has(key)) {
                List<Value> prefix =
                        Argument.named(call.arguments(), "prefix")
                                .map(e -> code.values().all(e, made.scope()))
                                .orElse(List.of());
                List<String> needs = dependencies(call.arguments(), made.scope());
                tree.add(new RouteTree.Router(key, prefix, root, needs));
            }
            return key;
        }

        private List<String> dependencies(List<Argument> arguments, Scope scope) {
            FastApiSignature signature = new FastApiSignature(python);
            Argument.named(arguments, "dependencies")
                    .ifPresent(
                            list -> {
                                for (Located item : python.items(list, scope)) {
                                    if (item.expression() instanceof Call call) {
                                        signature.depends(call, item.scope());
                                    }
                                }
                            });
            return signature.authorization();
        }

        // ---- mounts and routes by call

        private void called(Python.Called called) {
            Call call = called.call();
            Expression receiver = call.receiver();
            List<String> parents =
                    receiver == null ? List.of() : routers(receiver, called.scope(), 8);
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
            List<String> children = routers(child.get(), scope, 8);
            if (children.isEmpty()) {
                outside(called, child.get());
            }
            int position = prefixName.equals("path") ? 0 : 9;
            List<Value> prefix =
                    Argument.of(call.arguments(), prefixName, position)
                            .map(e -> code.values().all(e, scope))
                            .orElse(List.of());
            List<String> needs = dependencies(call.arguments(), scope);
            for (String parent : parents) {
                for (String key : children) {
                    tree.mount(
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
            CodeFile file = called.scope().file();
            String name = Python.dotted(child instanceof Call call ? call.function() : child);
            String origin = Python.origin(name, file);
            boolean library = origin.contains(".") && !origin.equals(name);
            boolean files = child instanceof Call call && call.name().equals("StaticFiles");
            if (!files) {
                dynamic |= !library;
                findings.unresolved(
                        "endpoint",
                        file.text(called.call().span()),
                        library ? "defined outside the archive" : "dynamic",
                        file.evidence(called.call().span()));
            }
        }

        private void added(Python.Called called, List<String> routers) {
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
                            : methods(call.arguments(), scope, List.of("GET"));
            Evidence evidence = scope.file().evidence(call.span());
            route(call.arguments(), scope, methods, path.get(), endpoint.get(), evidence, routers);
        }

        private void route(
                List<Argument> arguments,
                Scope scope,
                List<String> methods,
                Expression path,
                Expression endpoint,
                Evidence evidence,
                List<String> routers) {
            Optional<Symbol> symbol = code.symbols().find(endpoint, scope);
            List<Value> paths = code.values().all(path, scope);
            if (symbol.isPresent() && symbol.get() instanceof Symbol.Function function) {
                Scope of = Scope.of(function.file(), function.type());
                Evidence at = function.member().evidence();
                serve(methods, paths, function.member(), of, arguments, scope, at, routers);
                return;
            }
            String handler = Python.shown(endpoint, scope.file());
            served.put(new Served(methods, paths, handler, "fastapi", evidence), routers);
        }

        private List<String> methods(
                List<Argument> arguments, Scope scope, List<String> otherwise) {
            return Argument.named(arguments, "methods")
                    .map(e -> python.methods(e, scope))
                    .filter(m -> !m.isEmpty())
                    .orElse(otherwise);
        }

        /** {@code routes=[Route("/x", f), Mount("/y", routes=[…])]}. */
        private void listed(Python.Called called) {
            Optional<Expression> routes = Argument.named(called.call().arguments(), "routes");
            if (routes.isPresent()) {
                for (String key : routers(called.call(), called.scope(), 8)) {
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
                tree.add(new RouteTree.Router(inner, List.of(), false, List.of()));
                tree.mount(new RouteTree.Mount(key, inner, prefix, false, List.of(), List.of()));
                routes.ifPresent(r -> listed(r, scope, inner, depth + 1));
                second.stream()
                        .flatMap(app -> routers(app, scope, 8).stream())
                        .forEach(
                                child ->
                                        tree.mount(
                                                new RouteTree.Mount(
                                                        key, child, prefix, false, List.of(),
                                                        List.of())));
            } else if (second.isPresent() && call.name().matches("Route|APIRoute|WebSocketRoute")) {
                List<String> methods =
                        call.name().startsWith("WebSocket")
                                ? List.of("WS")
                                : methods(call.arguments(), scope, List.of("GET"));
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

        // ---- decorated functions

        private void decorated(CodeFile file, TypeDeclaration type, Member member) {
            for (Annotation annotation : member.annotations()) {
                int dot = annotation.name().lastIndexOf('.');
                String last = Python.last(annotation.name());
                Optional<Expression> path = annotation.argument("path", 0);
                if (dot > 0
                        && path.isPresent()
                        && (METHODS.contains(last) || OTHERS.contains(last))) {
                    decorated(file, type, member, annotation, path.get());
                }
            }
        }

        private void decorated(
                CodeFile file,
                TypeDeclaration type,
                Member member,
                Annotation annotation,
                Expression path) {
            int dot = annotation.name().lastIndexOf('.');
            String last = annotation.name().substring(dot + 1);
            Scope scope = python.around(file, annotation.span());
            scope =
                    scope.member() == null && type.kind() != TypeKind.FILE
                            ? Scope.of(file, type)
                            : scope;
            Expression receiver =
                    Python.named(annotation.name().substring(0, dot), annotation.span());
            List<String> routers = routers(receiver, scope, 8);
            if (routers.isEmpty()) {
                unknown(file, member, annotation);
                return;
            }
            List<String> methods =
                    last.startsWith("websocket")
                            ? List.of("WS")
                            : METHODS.contains(last)
                                    ? List.of(last.toUpperCase(Locale.ROOT))
                                    : methods(annotation.arguments(), scope, List.of("GET"));
            List<Value> paths = code.values().all(path, scope);
            Scope of = Scope.of(file, type);
            serve(
                    methods,
                    paths,
                    member,
                    of,
                    annotation.arguments(),
                    scope,
                    member.evidence(),
                    routers);
        }

        /** Something like a route on something that cannot be followed. */
        private void unknown(CodeFile file, Member member, Annotation annotation) {
            boolean path =
                    annotation.arguments().get(0).value() instanceof Expression.Text text
                            && (text.value().isEmpty() || text.value().startsWith("/"));
            if (path && Python.imports(file, Set.of("fastapi"))) {
                findings.unresolved(
                        "endpoint",
                        file.text(annotation.span()),
                        "its router cannot be told",
                        member.evidence());
            }
        }

        private void serve(
                List<String> methods,
                List<Value> paths,
                Member member,
                Scope of,
                List<Argument> arguments,
                Scope scope,
                Evidence evidence,
                List<String> routers) {
            FastApiSignature signature = new FastApiSignature(python);
            signature.read(member, of);
            services.putAll(signature.services());
            List<String> needs =
                    Way.merged(dependencies(arguments, scope), signature.authorization());
            served.put(
                    new Served(
                            methods,
                            paths,
                            member.qualifiedName(),
                            "fastapi",
                            signature.inputs(),
                            signature.request(),
                            methods.contains("WS")
                                    ? List.of()
                                    : responses(member, arguments, scope),
                            Way.merged(needs, ofClass(of)),
                            evidence),
                    routers);
        }

        /** What a class-based view depends on as a whole. */
        private List<String> ofClass(Scope of) {
            FastApiSignature signature = new FastApiSignature(python);
            TypeDeclaration type = of.type();
            if (type != null && type.kind() != TypeKind.FILE) {
                for (Member member : type.members()) {
                    if (!member.initializer().isEmpty()
                            && of.file().expression(member.initializer()) instanceof Call call
                            && call.name().matches("Depends|Security")) {
                        signature.depends(call, of);
                    }
                }
            }
            return signature.authorization();
        }

        private List<Response> responses(Member member, List<Argument> arguments, Scope scope) {
            List<Response> responses = new ArrayList<>();
            Optional<Expression> model = Argument.named(arguments, "response_model");
            String type =
                    model.map(e -> scope.file().text(e.span()).replaceAll("\\s", ""))
                            .orElse(member.type());
            boolean plain = model.isEmpty() && type.endsWith("Response");
            boolean none = plain || type.equals("None");
            int status =
                    Argument.named(arguments, "status_code").map(e -> status(e, scope)).orElse(200);
            responses.add(new Response(status, none ? "" : type));
            Argument.named(arguments, "responses")
                    .map(e -> code.symbols().definition(e, scope))
                    .ifPresent(at -> more(at, responses));
            return responses;
        }

        private void more(Located at, List<Response> responses) {
            if (!(at.expression() instanceof Mapping mapping)) {
                return;
            }
            for (Expression.Entry entry : mapping.entries()) {
                Expression key = entry.key();
                int status = key == null ? 0 : status(key, at.scope());
                Located value = code.symbols().definition(entry.value(), at.scope());
                Expression model =
                        value.expression() instanceof Mapping of ? of.get("model") : null;
                String type = model == null ? "" : Python.shown(model, value.scope().file());
                if (status >= 100 && responses.stream().noneMatch(r -> r.status() == status)) {
                    responses.add(new Response(status, type));
                }
            }
        }

        private int status(Expression expression, Scope scope) {
            String last = Python.last(Python.dotted(expression));
            String text =
                    last.matches("HTTP_\\d{3}.*")
                            ? last.substring(5, 8)
                            : code.values().first(expression, scope).text();
            return text.matches("\\d{3}") ? Integer.parseInt(text) : HttpStatus.named(last);
        }

        // ---- facts

        private void emit(Served endpoint, List<String> routers) {
            for (String router : new LinkedHashSet<>(routers)) {
                List<Way> ways = tree.ways(router);
                if (ways.isEmpty() && tree.hasRoot() && !dynamic) {
                    findings.unresolved(
                            "endpoint",
                            endpoint.shown(),
                            "its router is not mounted",
                            endpoint.evidence());
                } else if (ways.isEmpty()) {
                    endpoint.at(tree.own(router), UrlPath::typed, findings);
                }
                ways.forEach(way -> endpoint.at(way, UrlPath::typed, findings));
            }
        }

        private void service(TypeDeclaration type) {
            List<String> uses = new ArrayList<>();
            for (Member member : type.members()) {
                if (member.name().equals("__init__")) {
                    member.parameters().stream()
                            .filter(p -> !p.type().isEmpty())
                            .forEach(p -> uses.add(p.type()));
                }
            }
            findings.add(
                    new Service(
                            type.name(),
                            type.name(),
                            "request",
                            "fastapi",
                            uses,
                            Confidence.RESOLVED,
                            type.evidence()));
        }
    }
}
