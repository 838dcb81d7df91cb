package io.digitalworker.facts.framework.java;

import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.code.TypeName;
import io.digitalworker.facts.code.Value;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.MemberKind;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.fact.Input;
import io.digitalworker.facts.fact.Response;
import io.digitalworker.facts.framework.java.Inherited.Declaration;
import io.digitalworker.facts.framework.java.Inherited.Noted;
import io.digitalworker.facts.syntax.Annotation;
import io.digitalworker.facts.syntax.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a JAX-RS method says: its verbs, its path, what it takes and answers.
 *
 * @param verbs upper case; empty for a sub-resource locator
 * @param path null if it has none
 */
record JaxRsMethod(Inherited method, List<String> verbs, @Nullable Value path) {
    static final String[] PACKAGES = {
        "javax.ws.rs.", "jakarta.ws.rs.", "org.jboss.resteasy.", "io.quarkus.", "io.dropwizard."
    };
    private static final Set<String> VERBS =
            Set.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS");
    private static final Map<String, String> IN =
            Map.ofEntries(
                    Map.entry("PathParam", "path"),
                    Map.entry("MatrixParam", "path"),
                    Map.entry("QueryParam", "query"),
                    Map.entry("HeaderParam", "header"),
                    Map.entry("CookieParam", "cookie"),
                    Map.entry("FormParam", "form"),
                    Map.entry("FormDataParam", "form"),
                    Map.entry("RestPath", "path"),
                    Map.entry("RestMatrix", "path"),
                    Map.entry("RestQuery", "query"),
                    Map.entry("RestHeader", "header"),
                    Map.entry("RestCookie", "cookie"),
                    Map.entry("RestForm", "form"));
    private static final Set<String> INJECTED =
            Set.of("Context", "Suspended", "Auth", "Inject", "Sse", "ConfigProperty");
    private static final List<String> ANSWERS =
            List.of(
                    "Uni",
                    "RestResponse",
                    "CompletionStage",
                    "CompletableFuture",
                    "Mono",
                    "Response");
    private static final Set<String> CONTEXT =
            Set.of(
                    "UriInfo",
                    "HttpHeaders",
                    "SecurityContext",
                    "Request",
                    "SseEventSink",
                    "Sse",
                    "AsyncResponse",
                    "HttpServletRequest",
                    "HttpServletResponse",
                    "RoutingContext",
                    "Principal");

    JaxRsMethod {
        verbs = List.copyOf(verbs);
    }

    /** A resource method or locator; empty for any other method. */
    static Optional<JaxRsMethod> of(JavaCode code, Inherited method) {
        List<String> verbs = new ArrayList<>();
        Value path = null;
        for (Noted noted : method.annotations()) {
            String name = noted.annotation().simpleName();
            if (name.equals("Path") && path == null && isJaxRs(noted)) {
                path =
                        code.value(noted.annotation(), noted.scope(), "value")
                                .orElse(new Value("", true, true));
            } else {
                verb(code, noted).ifPresent(verbs::add);
            }
        }
        return verbs.isEmpty() && path == null
                ? Optional.empty()
                : Optional.of(new JaxRsMethod(method, verbs.stream().distinct().toList(), path));
    }

    static boolean isJaxRs(Noted noted) {
        return JavaCode.isFrom(noted.scope().file(), noted.annotation().name(), PACKAGES);
    }

    private static Optional<String> verb(JavaCode code, Noted noted) {
        String name = noted.annotation().simpleName();
        if (VERBS.contains(name) && isJaxRs(noted)) {
            return Optional.of(name);
        }
        return SpringMapping.declared(code, noted)
                .flatMap(type -> Annotation.find(type.annotations(), "HttpMethod"))
                .flatMap(a -> code.value(a, noted.scope(), "value"))
                .map(value -> value.known() ? value.text() : name);
    }

    /** A locator's type, or that of any method. */
    String type() {
        return method.type();
    }

    List<String> consumes(JavaCode code) {
        return method.annotations().stream()
                .filter(noted -> noted.annotation().is("Consumes"))
                .findFirst()
                .map(noted -> code.values(noted.annotation(), noted.scope(), "value"))
                .orElse(List.of())
                .stream()
                .map(value -> "consumes: " + value.text().replaceAll("^\\{|\\}$", ""))
                .toList();
    }

    List<Input> inputs(JavaCode code, TypeDeclaration resource, String path) {
        List<Input> inputs = new ArrayList<>();
        for (int i = 0; i < method.parameters().size(); i++) {
            inputs(code, i, path, inputs);
        }
        for (Member member : resource.members()) {
            boolean field = member.kind() == MemberKind.FIELD;
            List<Noted> noted =
                    member.annotations().stream()
                            .map(a -> new Noted(a, code.scope(resource)))
                            .toList();
            if (field) {
                annotated(code, noted, member.name(), member.type()).ifPresent(inputs::add);
            }
        }
        return SpringSignature.ofPath(inputs, path);
    }

    private void inputs(JavaCode code, int at, String path, List<Input> inputs) {
        Parameter parameter = method.parameters().get(at);
        List<Noted> annotations = method.annotations(at);
        Optional<Input> input =
                annotated(code, annotations, parameter.name(), method.filled(parameter.type()));
        if (input.isPresent()) {
            inputs.add(input.get());
        } else if (has(annotations, "BeanParam") || has(annotations, "Valid")) {
            inputs.addAll(ofBean(code, parameter));
        } else if (UrlPath.names(path).contains(parameter.name()) && annotations.isEmpty()) {
            inputs.add(new Input(parameter.name(), "path", parameter.type(), true));
        }
    }

    private List<Input> ofBean(JavaCode code, Parameter parameter) {
        Declaration at = method.nearest();
        List<Input> inputs = new ArrayList<>();
        code.find(parameter.type(), at.file(), at.type())
                .map(code.types()::lineage)
                .orElse(List.of())
                .forEach(
                        type ->
                                type.members()
                                        .forEach(
                                                member ->
                                                        ofBean(code, type, member)
                                                                .ifPresent(inputs::add)));
        return inputs;
    }

    private static Optional<Input> ofBean(JavaCode code, TypeDeclaration type, Member member) {
        if (member.kind() != MemberKind.FIELD && member.kind() != MemberKind.PROPERTY) {
            return Optional.empty();
        }
        Scope scope = code.scope(type);
        List<Noted> noted = member.annotations().stream().map(a -> new Noted(a, scope)).toList();
        return annotated(code, noted, member.name(), member.type());
    }

    private static Optional<Input> annotated(
            JavaCode code, List<Noted> annotations, String name, String type) {
        for (Noted noted : annotations) {
            String in = IN.get(noted.annotation().simpleName());
            if (in != null && isParameter(noted)) {
                String given = code.text(noted.annotation(), noted.scope(), "", "value");
                boolean required = in.equals("path") || has(annotations, "NotNull");
                return Optional.of(new Input(given.isEmpty() ? name : given, in, type, required));
            }
        }
        return Optional.empty();
    }

    private static boolean isParameter(Noted noted) {
        return isJaxRs(noted)
                || JavaCode.isFrom(
                        noted.scope().file(), noted.annotation().name(), "org.glassfish.jersey.");
    }

    private static boolean has(List<Noted> annotations, String name) {
        return annotations.stream().anyMatch(a -> a.annotation().is(name));
    }

    /** The type of the parameter that nothing says the place of: the body. */
    @Nullable String request(JavaCode code, String path) {
        for (int i = 0; i < method.parameters().size(); i++) {
            Parameter parameter = method.parameters().get(i);
            List<Noted> annotations = method.annotations(i);
            boolean told =
                    annotations.stream()
                            .map(a -> a.annotation().simpleName())
                            .anyMatch(n -> IN.containsKey(n) || INJECTED.contains(n));
            boolean plain =
                    !told
                            && !has(annotations, "BeanParam")
                            && !has(annotations, "MultipartForm")
                            && !CONTEXT.contains(TypeName.of(parameter.type()).simpleName())
                            && !UrlPath.names(path).contains(parameter.name());
            if (plain && (!has(annotations, "Valid") || ofBean(code, parameter).isEmpty())) {
                return method.filled(parameter.type());
            }
        }
        return null;
    }

    List<Response> responses() {
        String type = JavaCode.unwrapped(method.type(), ANSWERS);
        boolean none = type.equals("void") || type.equals("Void");
        String body = none ? "" : type;
        for (Noted noted : method.annotations()) {
            if (noted.annotation().is("ResponseStatus")) {
                int status = HttpStatuses.of(JavaCode.element(noted.annotation(), "value"));
                return List.of(new Response(status == 0 ? 200 : status, body));
            }
        }
        Declaration at = method.nearest();
        if (method.type().contains("Response") && !at.member().body().isEmpty()) {
            Set<Integer> statuses = HttpStatuses.named(at.file(), at.member().body());
            if (!statuses.isEmpty()) {
                return statuses.stream()
                        .map(s -> new Response(s, s < 300 && s != 204 ? body : ""))
                        .toList();
            }
        }
        return List.of(new Response(none ? 204 : 200, body));
    }
}
