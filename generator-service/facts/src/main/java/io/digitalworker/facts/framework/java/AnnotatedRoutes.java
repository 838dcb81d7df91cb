package io.digitalworker.facts.framework.java;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.code.TypeName;
import io.digitalworker.facts.code.Value;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.declaration.TypeKind;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.Endpoint;
import io.digitalworker.facts.fact.Input;
import io.digitalworker.facts.fact.Response;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.Framework;
import io.digitalworker.facts.framework.java.Inherited.Declaration;
import io.digitalworker.facts.framework.java.Inherited.Noted;
import io.digitalworker.facts.syntax.Annotation;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Micronaut's controllers and Quarkus' reactive routes. */
public final class AnnotatedRoutes implements Framework {
    private static final String MICRONAUT = "io.micronaut.http.annotation.";
    private static final String QUARKUS = "io.quarkus.vertx.web.";
    private static final Map<String, String> VERBS =
            Map.of(
                    "Get", "GET",
                    "Post", "POST",
                    "Put", "PUT",
                    "Delete", "DELETE",
                    "Patch", "PATCH",
                    "Head", "HEAD",
                    "Options", "OPTIONS");
    private static final Map<String, String> IN =
            Map.of(
                    "PathVariable", "path",
                    "QueryValue", "query",
                    "Header", "header",
                    "CookieValue", "cookie",
                    "Part", "form",
                    "Param", "query");
    private static final List<String> ANSWERS =
            List.of("HttpResponse", "Mono", "Single", "Maybe", "Uni", "CompletableFuture");

    @Override
    public void extract(CodeBase base, Findings findings) {
        if (!JavaCode.holds(base, "micronaut", "Route")) {
            return;
        }
        JavaCode code = JavaCode.of(base);
        for (TypeDeclaration type : code.with("Controller", "Route")) {
            if (type.kind() != TypeKind.CLASS || type.has("abstract")) {
                continue;
            }
            CodeFile file = code.fileOf(type);
            Optional<Annotation> controller =
                    JavaCode.annotation(type.annotations(), file, "Controller", MICRONAUT);
            controller.ifPresent(c -> micronaut(code, type, c, findings));
            quarkus(code, type, findings);
        }
    }

    private static void micronaut(
            JavaCode code, TypeDeclaration type, Annotation controller, Findings findings) {
        Value base = code.value(controller, code.scope(type), "value", "uri").orElse(none());
        String file = type.evidence().path();
        Value context = code.settings().filled(file, "micronaut.server.context-path");
        Value prefix = SpringPrefixes.plus(context, base);
        for (Inherited method : Inherited.of(code, type)) {
            for (Noted noted : method.annotations()) {
                String verb = VERBS.get(noted.annotation().simpleName());
                Scope at = noted.scope();
                if (verb != null
                        && JavaCode.isFrom(at.file(), noted.annotation().name(), MICRONAUT)) {
                    List<Value> paths = code.values(noted.annotation(), at, "uris", "value", "uri");
                    for (Value path : paths.isEmpty() ? List.of(none()) : paths) {
                        Value whole = SpringPrefixes.plus(prefix, path);
                        add(code, type, method, verb, whole, "micronaut", findings);
                    }
                }
            }
        }
    }

    private static Value none() {
        return new Value("", true, true);
    }

    private static void quarkus(JavaCode code, TypeDeclaration type, Findings findings) {
        CodeFile file = code.fileOf(type);
        Scope scope = code.scope(type);
        Optional<Annotation> base =
                JavaCode.annotation(type.annotations(), file, "RouteBase", QUARKUS);
        Value root = code.settings().filled(file.path(), "quarkus.http.root-path");
        Value outer = base.flatMap(a -> code.value(a, scope, "path")).orElse(none());
        Value prefix = SpringPrefixes.plus(root, outer);
        for (Inherited method : Inherited.of(code, type)) {
            Declaration at = method.nearest();
            for (Annotation annotation : at.member().annotations()) {
                if (annotation.is("Route")
                        && JavaCode.isFrom(at.file(), annotation.name(), QUARKUS)) {
                    route(code, type, method, annotation, prefix, findings);
                }
            }
        }
    }

    private static void route(
            JavaCode code,
            TypeDeclaration type,
            Inherited method,
            Annotation annotation,
            Value prefix,
            Findings findings) {
        Declaration at = method.nearest();
        Value path =
                code.value(annotation, at.scope(), "path", "regex")
                        .orElse(new Value(hyphenated(method.name()), true, false));
        Value whole = SpringPrefixes.plus(prefix, vertx(path));
        List<Expression> given =
                JavaCode.element(annotation, "methods")
                        .map(e -> e instanceof Expression.Sequence s ? s.items() : List.of(e))
                        .orElse(List.of());
        if (annotation.argument("type").isPresent()) {
            return;
        }
        List<String> verbs =
                given.stream()
                        .map(e -> at.file().text(e.span()).replaceAll(".*\\.", ""))
                        .map(v -> v.toUpperCase(Locale.ROOT))
                        .toList();
        for (String verb : verbs.isEmpty() ? List.of("ANY") : verbs) {
            add(code, type, method, verb, whole, "quarkus", findings);
        }
    }

    /** {@code /a/:id} is {@code /a/{id}}. */
    static Value vertx(Value path) {
        String text = path.text().replaceAll(":([A-Za-z_]\\w*)", "{$1}");
        return new Value(text, path.known(), path.literal());
    }

    private static String hyphenated(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    private static void add(
            JavaCode code,
            TypeDeclaration type,
            Inherited method,
            String verb,
            Value whole,
            String framework,
            Findings findings) {
        Member member = method.nearest().member();
        if (!whole.known() || !verb.matches("[A-Z]+")) {
            findings.unresolved(
                    "endpoint",
                    type.name() + "." + member.name() + ": " + whole.text(),
                    "not a constant",
                    member.evidence());
            return;
        }
        String path = UrlPath.of(whole.text());
        List<Noted> above = new ArrayList<>(method.annotations());
        List<String> own = Authorizations.of(code, above);
        String returned = JavaCode.unwrapped(method.type(), ANSWERS);
        String body = returned.equals("void") ? "" : returned;
        findings.add(
                new Endpoint(
                        verb,
                        path,
                        List.of(),
                        type.name() + "." + member.name(),
                        framework,
                        inputs(code, method, verb, path),
                        request(method, verb, path),
                        List.of(new Response(200, body)),
                        own.isEmpty()
                                ? Authorizations.of(code, SpringControllers.above(code, type))
                                : own,
                        List.of(),
                        whole.literal() ? Confidence.LITERAL : Confidence.RESOLVED,
                        member.evidence()));
    }

    private static List<Input> inputs(JavaCode code, Inherited method, String verb, String path) {
        List<Input> inputs = new ArrayList<>();
        boolean query = verb.equals("GET") || verb.equals("DELETE");
        for (int i = 0; i < method.parameters().size(); i++) {
            Parameter parameter = method.parameters().get(i);
            boolean optional =
                    parameter.type().startsWith("Optional")
                            || Annotation.find(parameter.annotations(), "Nullable").isPresent();
            for (Noted noted : method.annotations(i)) {
                String in = IN.get(noted.annotation().simpleName());
                if (in != null) {
                    String name = code.text(noted.annotation(), noted.scope(), "", "value", "name");
                    inputs.add(
                            new Input(
                                    name.isEmpty() ? parameter.name() : name,
                                    in,
                                    parameter.type(),
                                    !optional));
                }
            }
            boolean ofPath = UrlPath.names(path).contains(parameter.name());
            if (method.annotations(i).stream().noneMatch(AnnotatedRoutes::tells)
                    && (ofPath || (query && isSimple(parameter)))) {
                String in = ofPath ? "path" : "query";
                inputs.add(new Input(parameter.name(), in, parameter.type(), !optional));
            }
        }
        return SpringSignature.ofPath(inputs, path);
    }

    private static boolean tells(Noted noted) {
        return IN.containsKey(noted.annotation().simpleName()) || noted.annotation().is("Body");
    }

    private static boolean isSimple(Parameter parameter) {
        return List.of("String", "int", "long", "Integer", "Long", "boolean", "Boolean", "UUID")
                .contains(TypeName.of(parameter.type()).simpleName());
    }

    private static @Nullable String request(Inherited method, String verb, String path) {
        boolean none = verb.equals("GET") || verb.equals("HEAD") || verb.equals("ANY");
        for (int i = 0; i < method.parameters().size(); i++) {
            Parameter parameter = method.parameters().get(i);
            List<Noted> annotations = method.annotations(i);
            boolean body = annotations.stream().anyMatch(a -> a.annotation().is("Body"));
            if (body || (!none && annotations.isEmpty() && isPlain(parameter, path))) {
                return parameter.type();
            }
        }
        return null;
    }

    private static boolean isPlain(Parameter parameter, String path) {
        return !UrlPath.names(path).contains(parameter.name())
                && !isSimple(parameter)
                && !List.of("RoutingContext", "RoutingExchange", "HttpRequest", "Authentication")
                        .contains(TypeName.of(parameter.type()).simpleName());
    }
}
