package io.digitalworker.facts.framework.java;

import io.digitalworker.facts.budget.Descent;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.code.Value;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.declaration.TypeKind;
import io.digitalworker.facts.framework.java.Inherited.Noted;
import io.digitalworker.facts.syntax.Annotation;
import io.digitalworker.facts.syntax.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a {@code @RequestMapping}, one of its shortcuts, or an annotation of the archive that stands for
 * one of them says.
 *
 * @param methods upper case; empty for any
 * @param paths empty if there is none
 * @param conditions params, headers and consumed types, as written
 * @param annotation that stands at the class or method
 */
record SpringMapping(
        List<String> methods, List<Value> paths, List<String> conditions, Noted annotation) {
    static final String WEB = "org.springframework.web.bind.annotation.";
    private static final String EXCHANGE = "org.springframework.web.service.annotation.";
    private static final String REQUEST_MAPPING = "RequestMapping";
    private static final int MAX_META = 5;
    private static final int MAX_ANNOTATIONS = 200;
    private static final Map<String, String> SHORTCUTS =
            Map.of(
                    "GetMapping", "GET",
                    "PostMapping", "POST",
                    "PutMapping", "PUT",
                    "DeleteMapping", "DELETE",
                    "PatchMapping", "PATCH");
    private static final Map<String, String> EXCHANGES =
            Map.of(
                    "GetExchange", "GET",
                    "PostExchange", "POST",
                    "PutExchange", "PUT",
                    "DeleteExchange", "DELETE",
                    "PatchExchange", "PATCH");

    SpringMapping {
        methods = List.copyOf(methods);
        paths = List.copyOf(paths);
        conditions = List.copyOf(conditions);
    }

    /** The mapping among the annotations of a class or method. */
    static Optional<SpringMapping> among(JavaCode code, List<Noted> annotations) {
        return annotations.stream().flatMap(a -> of(code, a, start()).stream()).findFirst();
    }

    private static Descent start() {
        return Descent.of(MAX_META - 1, MAX_ANNOTATIONS);
    }

    static Optional<SpringMapping> of(JavaCode code, Noted noted) {
        return of(code, noted, start());
    }

    private static Optional<SpringMapping> of(JavaCode code, Noted noted, Descent depth) {
        Annotation annotation = noted.annotation();
        CodeFile file = noted.scope().file();
        String name = annotation.simpleName();
        if (JavaCode.isFrom(file, annotation.name(), WEB) && SHORTCUTS.containsKey(name)) {
            return Optional.of(direct(code, noted, List.of(SHORTCUTS.getOrDefault(name, ""))));
        }
        if (JavaCode.isFrom(file, annotation.name(), EXCHANGE)) {
            return exchange(code, noted, name);
        }
        if (name.equals(REQUEST_MAPPING) && JavaCode.isFrom(file, annotation.name(), WEB)) {
            return Optional.of(direct(code, noted, methods(code, noted)));
        }
        return !depth.ended() ? meta(code, noted, depth) : Optional.empty();
    }

    private static Optional<SpringMapping> exchange(JavaCode code, Noted noted, String name) {
        if (EXCHANGES.containsKey(name)) {
            return Optional.of(direct(code, noted, List.of(EXCHANGES.getOrDefault(name, ""))));
        }
        if (!name.equals("HttpExchange")) {
            return Optional.empty();
        }
        String method = code.text(noted.annotation(), noted.scope(), "", "method");
        List<String> methods = method.isEmpty() ? List.of() : List.of(upper(method));
        return Optional.of(direct(code, noted, methods));
    }

    private static SpringMapping direct(JavaCode code, Noted noted, List<String> methods) {
        List<Value> paths = code.values(noted.annotation(), noted.scope(), "path", "value", "url");
        return new SpringMapping(methods, paths, conditions(code, noted), noted);
    }

    private static List<String> conditions(JavaCode code, Noted noted) {
        List<String> conditions = new ArrayList<>();
        for (String element : List.of("params", "headers", "consumes")) {
            for (Value value : code.values(noted.annotation(), noted.scope(), element)) {
                conditions.add(element + ": " + bare(value.text()));
            }
        }
        return conditions;
    }

    /** A constant of a library, such as a media type, by its name. */
    private static String bare(String text) {
        return text.startsWith("{") && text.endsWith("}")
                ? text.substring(1, text.length() - 1)
                : text;
    }

    /** {@code RequestMethod.POST}, {@code POST} by a static import, or several of them. */
    private static List<String> methods(JavaCode code, Noted noted) {
        List<String> methods = new ArrayList<>();
        JavaCode.element(noted.annotation(), "method")
                .ifPresent(
                        expression -> {
                            List<Expression> items =
                                    expression instanceof Expression.Sequence sequence
                                            ? sequence.items()
                                            : List.of(expression);
                            items.forEach(item -> methods.add(method(code, item, noted.scope())));
                        });
        return methods;
    }

    private static String method(JavaCode code, Expression expression, Scope scope) {
        Expression at = expression;
        if (!(at instanceof Expression.Select)) {
            at = code.base().symbols().definition(at, scope).expression();
        }
        String name =
                at instanceof Expression.Select select
                        ? select.name()
                        : at instanceof Expression.Name plain ? plain.name() : "";
        return upper(name);
    }

    private static String upper(String method) {
        String name = method.toUpperCase(Locale.ROOT).replaceAll("[^A-Z]", "");
        return name.isEmpty() ? "ANY" : name;
    }

    /** An annotation that the archive declares and that is annotated with a mapping itself. */
    private static Optional<SpringMapping> meta(JavaCode code, Noted noted, Descent depth) {
        Annotation annotation = noted.annotation();
        Optional<TypeDeclaration> declared = declared(code, noted);
        if (declared.isEmpty()) {
            return Optional.empty();
        }
        Scope inside = code.scope(declared.get());
        for (Annotation above : declared.get().annotations()) {
            Optional<SpringMapping> base = of(code, new Noted(above, inside), depth.deeper());
            if (base.isPresent()) {
                List<Value> own = code.values(annotation, noted.scope(), aliases(declared.get()));
                List<Value> paths = own.isEmpty() ? base.get().paths() : own;
                return Optional.of(
                        new SpringMapping(
                                base.get().methods(), paths, base.get().conditions(), noted));
            }
        }
        return Optional.empty();
    }

    /** The elements of an annotation that stand for the path of its mapping. */
    private static String[] aliases(TypeDeclaration annotation) {
        return annotation.members().stream()
                .filter(member -> isPath(member))
                .map(Member::name)
                .toArray(String[]::new);
    }

    private static boolean isPath(Member member) {
        Optional<Annotation> alias = Annotation.find(member.annotations(), "AliasFor");
        if (alias.isEmpty()) {
            return false;
        }
        boolean same = alias.get().arguments().isEmpty();
        String attribute =
                JavaCode.element(alias.get(), "attribute", "value")
                        .filter(Expression.Text.class::isInstance)
                        .map(text -> ((Expression.Text) text).value())
                        .orElse(member.name());
        return same || attribute.equals("path") || attribute.equals("value");
    }

    /** The annotation type that an annotation is of, where the archive declares it. */
    static Optional<TypeDeclaration> declared(JavaCode code, Noted noted) {
        return code.types()
                .find(noted.annotation().name(), noted.scope().file())
                .filter(type -> type.kind() == TypeKind.ANNOTATION);
    }

    /** Whether an annotation is one, or is annotated with one over any number of steps. */
    static boolean means(JavaCode code, Noted noted, List<String> names, String... packages) {
        return means(code, noted, names, start(), packages);
    }

    private static boolean means(
            JavaCode code, Noted noted, List<String> names, Descent depth, String... packages) {
        Annotation annotation = noted.annotation();
        if (names.contains(annotation.simpleName())
                && JavaCode.isFrom(noted.scope().file(), annotation.name(), packages)) {
            return true;
        }
        if (depth.ended()) {
            return false;
        }
        return declared(code, noted)
                .map(
                        type ->
                                type.annotations().stream()
                                        .map(a -> new Noted(a, code.scope(type)))
                                        .anyMatch(
                                                a ->
                                                        means(
                                                                code,
                                                                a,
                                                                names,
                                                                depth.deeper(),
                                                                packages)))
                .orElse(false);
    }
}
