package io.digitalworker.facts.framework.python;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Located;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.code.Value;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.fact.Response;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.syntax.Annotation;
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Django Ninja: functions decorated by an API or by a router that is added to one. */
final class DjangoNinja {
    private static final Set<String> PACKAGES = Set.of("ninja", "ninja_extra");
    private static final Set<String> CLASSES = Set.of("NinjaAPI", "NinjaExtraAPI", "Router");
    private static final Set<String> METHODS =
            Set.of("get", "post", "put", "delete", "patch", "api_operation");

    private final Python python;
    private final CodeBase code;
    private final Findings findings;
    private final RouteTree tree = new RouteTree();
    private final Map<String, List<Way>> mounted = new LinkedHashMap<>();

    DjangoNinja(Python python, Findings findings) {
        this.python = python;
        this.code = python.code();
        this.findings = findings;
    }

    /** The API of this key is included at a path. */
    void mount(String api, Way way) {
        mounted.computeIfAbsent(api, k -> new ArrayList<>()).add(way);
    }

    /** Adds the endpoints of all that was mounted. */
    void emit() {
        if (mounted.isEmpty()) {
            return;
        }
        for (CodeFile file : python.files("add_router")) {
            for (Python.Called called : python.calls(file, Set.of("add_router"))) {
                python.turns(called).forEach(this::added);
            }
        }
        for (CodeFile file : python.files(METHODS.stream().sorted().toArray(String[]::new))) {
            for (TypeDeclaration type : file.types()) {
                type.members().forEach(member -> decorated(file, type, member));
            }
        }
    }

    private Optional<String> router(Expression expression, Scope scope) {
        Located made = python.made(expression, scope);
        Optional<String> kind = python.makes(made.expression(), made.scope(), CLASSES, PACKAGES);
        if (kind.isEmpty()) {
            return Optional.empty();
        }
        String key = python.key(made);
        tree.add(new RouteTree.Router(key, List.of(), !kind.get().equals("Router"), List.of()));
        return Optional.of(key);
    }

    private void added(Python.Called called) {
        Scope scope = called.scope();
        Expression receiver = called.call().receiver();
        Optional<Expression> prefix = Argument.of(called.call().arguments(), "prefix", 0);
        Optional<Expression> child = Argument.of(called.call().arguments(), "router", 1);
        if (receiver == null || prefix.isEmpty() || child.isEmpty()) {
            return;
        }
        Optional<String> parent = router(receiver, scope);
        Optional<String> key =
                child.get() instanceof Text text
                        ? named(text.value(), scope)
                        : router(child.get(), scope);
        if (parent.isPresent() && key.isPresent()) {
            List<Value> values = code.values().all(prefix.get(), scope);
            tree.mount(
                    new RouteTree.Mount(
                            parent.get(), key.get(), values, false, List.of(), List.of()));
        }
    }

    /** {@code "events.api.router"}. */
    private Optional<String> named(String dotted, Scope scope) {
        int dot = dotted.lastIndexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        return code.symbols()
                .module(dotted.substring(0, dot), scope.file())
                .flatMap(
                        file -> {
                            Expression name =
                                    Python.named(
                                            dotted.substring(dot + 1),
                                            new io.digitalworker.facts.syntax.Span(0, 0));
                            return router(name, Scope.of(file));
                        });
    }

    private void decorated(CodeFile file, TypeDeclaration type, Member member) {
        for (Annotation annotation : member.annotations()) {
            int dot = annotation.name().lastIndexOf('.');
            String last = Python.last(annotation.name());
            Optional<Expression> path =
                    annotation.argument("path", last.equals("api_operation") ? 1 : 0);
            if (dot > 0 && METHODS.contains(last) && path.isPresent()) {
                Scope scope = python.around(file, annotation.span());
                Expression receiver =
                        Python.named(annotation.name().substring(0, dot), annotation.span());
                router(receiver, scope)
                        .ifPresent(
                                key ->
                                        serve(
                                                key,
                                                member,
                                                annotation,
                                                path.get(),
                                                scope,
                                                Scope.of(file, type)));
            }
        }
    }

    private void serve(
            String key,
            Member member,
            Annotation annotation,
            Expression path,
            Scope scope,
            Scope of) {
        String last = Python.last(annotation.name());
        List<String> methods =
                last.equals("api_operation")
                        ? annotation
                                .argument("methods", 0)
                                .map(e -> python.methods(e, scope))
                                .orElse(List.of("GET"))
                        : List.of(last.toUpperCase(Locale.ROOT));
        FastApiSignature signature = new FastApiSignature(python);
        signature.read(member, of);
        List<Response> responses =
                annotation
                        .argument("response")
                        .filter(e -> !(e instanceof Expression.Mapping))
                        .map(e -> List.of(new Response(200, scope.file().text(e.span()))))
                        .orElse(List.of());
        List<String> needs =
                annotation
                        .argument("auth")
                        .map(e -> List.of(Python.shown(e, scope.file())))
                        .orElse(List.of());
        Served served =
                new Served(
                        methods,
                        code.values().all(path, scope),
                        member.qualifiedName(),
                        "django-ninja",
                        signature.inputs().stream()
                                .filter(i -> !i.name().equals("request"))
                                .toList(),
                        signature.request(),
                        responses,
                        needs,
                        member.evidence());
        for (Way way : tree.ways(key)) {
            for (List<Way> roots : mounted.values()) {
                roots.forEach(root -> served.at(joined(root, way), UrlPath::converted, findings));
            }
        }
    }

    private static Way joined(Way root, Way inner) {
        List<Value> parts = inner.paths().stream().map(p -> new Value(p, true, false)).toList();
        return root.plus(parts).needing(inner.authorization()).and(inner.confidence());
    }
}
