package io.digitalworker.facts.framework.java;

import io.digitalworker.facts.code.TypeName;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.declaration.TypeKind;
import io.digitalworker.facts.fact.Input;
import io.digitalworker.facts.fact.Response;
import io.digitalworker.facts.framework.java.Inherited.Declaration;
import io.digitalworker.facts.framework.java.Inherited.Noted;
import io.digitalworker.facts.syntax.Annotation;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a controller's method takes and answers.
 *
 * @param request type of the body; null if it takes none
 */
record SpringSignature(List<Input> inputs, @Nullable String request, List<Response> responses) {
    private static final List<String> ANSWERS =
            List.of(
                    "ResponseEntity",
                    "HttpEntity",
                    "Mono",
                    "CompletableFuture",
                    "CompletionStage",
                    "Callable",
                    "DeferredResult",
                    "WebAsyncTask",
                    "ListenableFuture",
                    "Future",
                    "Single",
                    "Maybe",
                    "Uni");
    private static final List<String> BODIES =
            List.of("HttpEntity", "RequestEntity", "Mono", "Optional");
    private static final Set<String> SIMPLE =
            Set.of(
                    "String",
                    "int",
                    "long",
                    "boolean",
                    "double",
                    "float",
                    "short",
                    "Integer",
                    "Long",
                    "Boolean",
                    "Double",
                    "Float",
                    "Short",
                    "BigDecimal",
                    "UUID",
                    "LocalDate",
                    "LocalDateTime",
                    "Instant",
                    "Date");
    private static final Map<String, String> IN =
            Map.of(
                    "PathVariable", "path",
                    "MatrixVariable", "path",
                    "RequestParam", "query",
                    "RequestPart", "form",
                    "RequestHeader", "header",
                    "CookieValue", "cookie");
    private static final Set<String> NEUTRAL =
            Set.of(
                    "Valid",
                    "Validated",
                    "ModelAttribute",
                    "Parameter",
                    "ApiParam",
                    "Nullable",
                    "NonNull",
                    "NotNull",
                    "Nonnull",
                    "ParameterObject",
                    "Schema",
                    "BindParam");

    SpringSignature {
        inputs = List.copyOf(inputs);
        responses = List.copyOf(responses);
    }

    static SpringSignature of(JavaCode code, Inherited method, String path) {
        List<Input> inputs = new ArrayList<>();
        String request = null;
        List<Parameter> parameters = method.parameters();
        for (int i = 0; i < parameters.size(); i++) {
            List<Noted> annotations = method.annotations(i);
            String type = method.filled(parameters.get(i).type());
            if (isBody(type, annotations)) {
                request = body(type);
            } else {
                input(code, method, parameters.get(i), type, annotations)
                        .map(input -> placed(input, path))
                        .ifPresent(inputs::add);
            }
        }
        return new SpringSignature(ofPath(inputs, path), request, responses(method));
    }

    /** Path parameters are those of the path, bound or not; those of other paths are left out. */
    static List<Input> ofPath(List<Input> inputs, String path) {
        List<String> names = UrlPath.names(path);
        List<Input> all =
                new ArrayList<>(
                        inputs.stream()
                                .filter(i -> !i.in().equals("path") || names.contains(i.name()))
                                .map(i -> i.in().equals("path") ? required(i) : i)
                                .toList());
        for (String name : names) {
            if (all.stream().noneMatch(i -> i.in().equals("path") && i.name().equals(name))) {
                all.add(new Input(name, "path", "", true));
            }
        }
        return all;
    }

    /** A plain parameter named like one of the path: a generated interface has its annotation. */
    private static Input placed(Input input, String path) {
        boolean ofPath = input.in().equals("query") && UrlPath.names(path).contains(input.name());
        return ofPath ? new Input(input.name(), "path", input.type(), true) : input;
    }

    private static Input required(Input input) {
        return new Input(input.name(), input.in(), input.type(), true);
    }

    private static boolean isBody(String type, List<Noted> annotations) {
        String name = TypeName.of(type).simpleName();
        return annotations.stream().anyMatch(a -> a.annotation().is("RequestBody"))
                || name.equals("HttpEntity")
                || name.equals("RequestEntity");
    }

    private static String body(String type) {
        return JavaCode.unwrapped(type, BODIES);
    }

    private static Optional<Input> input(
            JavaCode code,
            Inherited method,
            Parameter parameter,
            String type,
            List<Noted> annotations) {
        for (Noted noted : annotations) {
            String in = IN.get(noted.annotation().simpleName());
            if (in != null) {
                return Optional.of(annotated(code, noted, in, parameter, type));
            }
        }
        return bound(code, method, parameter, type, annotations);
    }

    private static Input annotated(
            JavaCode code, Noted noted, String in, Parameter parameter, String type) {
        Annotation annotation = noted.annotation();
        String name = code.text(annotation, noted.scope(), "", "value", "name");
        String bare = JavaCode.unwrapped(type, List.of("Optional"));
        boolean optional =
                !bare.equals(type)
                        || annotation.argument("defaultValue").isPresent()
                        || annotation
                                .argument("required")
                                .map(
                                        e ->
                                                e instanceof Expression.Name n
                                                        && n.name().equals("false"))
                                .orElse(false);
        boolean file = bare.contains("MultipartFile") || bare.contains("FilePart");
        return new Input(
                name.isEmpty() ? parameter.name() : name,
                in.equals("query") && file ? "form" : in,
                bare,
                !optional);
    }

    /** A parameter without an annotation that says where it comes from: a form, or a plain value. */
    private static Optional<Input> bound(
            JavaCode code,
            Inherited method,
            Parameter parameter,
            String type,
            List<Noted> annotations) {
        boolean neutral =
                annotations.stream().allMatch(a -> NEUTRAL.contains(a.annotation().simpleName()));
        String name = TypeName.of(type).simpleName();
        if (!neutral) {
            return Optional.empty();
        }
        if (SIMPLE.contains(name)) {
            return Optional.of(new Input(parameter.name(), "query", type, false));
        }
        Declaration at = method.nearest();
        boolean form =
                code.find(type, at.file(), at.type())
                        .filter(t -> t.kind() == TypeKind.CLASS || t.kind() == TypeKind.RECORD)
                        .filter(t -> !isFramework(code, t))
                        .isPresent();
        return form
                ? Optional.of(new Input(parameter.name(), "form", type, false))
                : Optional.empty();
    }

    private static boolean isFramework(JavaCode code, TypeDeclaration type) {
        return code.types().inherits(type, "Authentication")
                || code.types().inherits(type, "Principal")
                || code.types().inherits(type, "UserDetails");
    }

    private static List<Response> responses(Inherited method) {
        String type = JavaCode.unwrapped(method.type(), ANSWERS);
        boolean none = type.equals("void") || type.equals("Void") || type.equals("ModelAndView");
        String body = none ? "" : type;
        for (Noted noted : method.annotations()) {
            if (noted.annotation().is("ResponseStatus")) {
                int status = HttpStatuses.of(JavaCode.element(noted.annotation(), "value", "code"));
                return List.of(new Response(status == 0 ? 200 : status, body));
            }
        }
        List<Response> told = told(method, body);
        return told.isEmpty() ? List.of(new Response(200, body)) : told;
    }

    /** The statuses that the method's body names. */
    private static List<Response> told(Inherited method, String body) {
        Declaration at = method.nearest();
        if (!method.type().contains("ResponseEntity") || at.member().body().isEmpty()) {
            return List.of();
        }
        Set<Integer> statuses = HttpStatuses.named(at.file(), at.member().body());
        return statuses.stream()
                .map(status -> new Response(status, status < 300 && status != 204 ? body : ""))
                .toList();
    }
}
