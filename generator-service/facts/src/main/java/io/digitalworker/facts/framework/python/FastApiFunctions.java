package io.digitalworker.facts.framework.python;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.code.Value;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.declaration.TypeKind;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.source.Evidence;
import io.digitalworker.facts.syntax.Annotation;
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Call;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Functions that serve an endpoint: by a decorator, or because they are handed over. */
final class FastApiFunctions {
    static final Set<String> METHODS =
            Set.of("get", "post", "put", "delete", "patch", "head", "options", "trace");
    static final Set<String> OTHERS = Set.of("api_route", "route", "websocket", "websocket_route");
    private final Python python;
    private final CodeBase code;
    private final FastApiRouters routers;
    private final FastApiResponses responses;
    private final RoutedEndpoints endpoints;
    private final Findings findings;
    private final Map<String, TypeDeclaration> services = new TreeMap<>();

    FastApiFunctions(
            Python python, FastApiRouters routers, RoutedEndpoints endpoints, Findings findings) {
        this.python = python;
        this.code = python.code();
        this.routers = routers;
        this.responses = new FastApiResponses(code);
        this.endpoints = endpoints;
        this.findings = findings;
    }

    /** Classes that functions depend on, by name. */
    Collection<TypeDeclaration> services() {
        return services.values();
    }

    void decorated(CodeFile file, TypeDeclaration type, Member member) {
        for (Annotation annotation : member.annotations()) {
            int dot = annotation.name().lastIndexOf('.');
            String last = Python.last(annotation.name());
            Optional<Expression> path = annotation.argument("path", 0);
            if (dot > 0 && path.isPresent() && (METHODS.contains(last) || OTHERS.contains(last))) {
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
        Expression receiver = Python.named(annotation.name().substring(0, dot), annotation.span());
        List<String> keys = routers.routers(receiver, scope, 8);
        if (keys.isEmpty()) {
            unknown(file, member, annotation);
            return;
        }
        List<String> methods =
                last.startsWith("websocket")
                        ? List.of("WS")
                        : METHODS.contains(last)
                                ? List.of(last.toUpperCase(Locale.ROOT))
                                : routers.methods(annotation.arguments(), scope, List.of("GET"));
        List<Value> paths = code.values().all(path, scope);
        Scope of = Scope.of(file, type);
        serve(methods, paths, member, of, annotation.arguments(), scope, member.evidence(), keys);
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

    void serve(
            List<String> methods,
            List<Value> paths,
            Member member,
            Scope of,
            List<Argument> arguments,
            Scope scope,
            Evidence evidence,
            List<String> keys) {
        FastApiSignature signature = new FastApiSignature(python);
        signature.read(member, of);
        services.putAll(signature.services());
        List<String> needs =
                Way.merged(routers.dependencies(arguments, scope), signature.authorization());
        endpoints.serve(
                new Served(
                        methods,
                        paths,
                        member.qualifiedName(),
                        "fastapi",
                        signature.inputs(),
                        signature.request(),
                        methods.contains("WS") ? List.of() : responses.of(member, arguments, scope),
                        Way.merged(needs, ofClass(of)),
                        evidence),
                keys);
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
}
