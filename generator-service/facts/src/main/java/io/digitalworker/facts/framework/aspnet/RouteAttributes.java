package io.digitalworker.facts.framework.aspnet;

import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Located;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.code.TypeName;
import io.digitalworker.facts.code.Value;
import io.digitalworker.facts.code.Values;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.MemberKind;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.framework.aspnet.Web.Placed;
import io.digitalworker.facts.lexer.Tokens;
import io.digitalworker.facts.syntax.Annotation;
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Name;
import io.digitalworker.facts.syntax.Expression.Text;
import io.digitalworker.facts.syntax.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What attributes say of routes and methods, those of the archive that derive from them too. */
final class RouteAttributes {
    private static final int MAX_BASES = 6;
    private static final Map<String, String> VERBS =
            Map.of(
                    "HttpGet", "GET",
                    "HttpPost", "POST",
                    "HttpPut", "PUT",
                    "HttpDelete", "DELETE",
                    "HttpPatch", "PATCH",
                    "HttpHead", "HEAD",
                    "HttpOptions", "OPTIONS");
    private static final Set<String> ROOTS =
            Set.of("Route", "AcceptVerbs", "HttpMethod", "IRouteTemplateProvider", "RoutePrefix");

    private final Web web;

    RouteAttributes(Web web) {
        this.web = web;
    }

    /**
     * One attribute.
     *
     * @param template null when it gives none
     * @param methods empty when it says nothing of them
     * @param verb whether it is one of those that name methods
     */
    record Route(@Nullable Value template, List<String> methods, boolean verb, Placed placed) {}

    /** What an attribute says of a route; nothing if it is about something else. */
    Optional<Route> read(Placed placed) {
        return read(placed.annotation(), placed.scope(), placed, 0);
    }

    private Optional<Route> read(Annotation annotation, Scope scope, Placed placed, int depth) {
        String name = annotation.simpleName();
        String verb = VERBS.get(name);
        if (verb != null) {
            Value template = text(annotation.argument("template", 0), scope);
            return Optional.of(new Route(template, List.of(verb), true, placed));
        }
        switch (name) {
            case "Route", "RoutePrefix" -> {
                Value template = text(annotation.argument("template", 0), scope);
                Value given = template == null ? new Value("", true, true) : template;
                return Optional.of(new Route(given, List.of(), false, placed));
            }
            case "AcceptVerbs" -> {
                Value template = text(annotation.argument("Route"), scope);
                return Optional.of(new Route(template, verbs(annotation, scope), true, placed));
            }
            default -> {
                return depth < MAX_BASES ? own(annotation, scope, placed, depth) : Optional.empty();
            }
        }
    }

    private @Nullable Value text(Optional<Expression> expression, Scope scope) {
        return expression
                .filter(e -> !(e instanceof Name name && name.name().equals("null")))
                .map(e -> web.text(e, scope))
                .orElse(null);
    }

    private List<String> verbs(Annotation annotation, Scope scope) {
        List<String> verbs = new ArrayList<>();
        for (Argument argument : annotation.arguments()) {
            if (argument.name() == null) {
                for (Value value : web.code().values().items(argument.value(), scope)) {
                    verbs.add(value.text().replaceAll("[{}]", "").toUpperCase(Locale.ROOT));
                }
            }
        }
        return verbs;
    }

    // ---- attributes of the archive

    /** Follows the call of the base constructor. */
    private Optional<Route> own(Annotation annotation, Scope scope, Placed placed, int depth) {
        Optional<TypeDeclaration> declared = declared(annotation, scope);
        if (declared.isEmpty() || !routes(declared.get())) {
            return Optional.empty();
        }
        TypeDeclaration type = declared.get();
        CodeFile file = web.file(type);
        Member constructor = constructor(type, annotation.arguments().size());
        Scope inner = bound(type, constructor, annotation, scope);
        for (String base : type.bases()) {
            Optional<Route> above = above(type, file, base, constructor, inner, placed, depth);
            if (above.isPresent()) {
                Value template = templateOf(type, inner);
                return template == null
                        ? above
                        : Optional.of(
                                new Route(
                                        template,
                                        above.get().methods(),
                                        above.get().verb(),
                                        placed));
            }
        }
        Value template = templateOf(type, inner);
        return template == null
                ? Optional.empty()
                : Optional.of(new Route(template, List.of(), false, placed));
    }

    private Optional<TypeDeclaration> declared(Annotation annotation, Scope scope) {
        return web.types()
                .find(annotation.name() + "Attribute", scope.file())
                .or(() -> web.types().find(annotation.name(), scope.file()));
    }

    private boolean routes(TypeDeclaration type) {
        return web.types().basesAbove(type).stream()
                .map(base -> TypeName.of(base.replaceFirst("\\(.*", "")).simpleName())
                .map(base -> base.replaceFirst("Attribute$", ""))
                .anyMatch(base -> ROOTS.contains(base) || VERBS.containsKey(base));
    }

    private static @Nullable Member constructor(TypeDeclaration type, int arguments) {
        Member best = null;
        for (Member member : type.members()) {
            if (member.kind() == MemberKind.CONSTRUCTOR) {
                boolean fits = member.parameters().size() == arguments;
                best = best == null || fits ? member : best;
            }
        }
        return best;
    }

    private Scope bound(
            TypeDeclaration type,
            @Nullable Member constructor,
            Annotation annotation,
            Scope scope) {
        Scope inner = Scope.of(web.file(type), type);
        List<Parameter> parameters = constructor == null ? primary(type) : constructor.parameters();
        for (int i = 0; i < parameters.size(); i++) {
            Parameter parameter = parameters.get(i);
            Optional<Expression> given = Argument.of(annotation.arguments(), parameter.name(), i);
            Expression value = given.isPresent() ? given.get() : parameter.defaultValue();
            if (value != null) {
                inner =
                        inner.with(
                                parameter.name(),
                                new Located(value, given.isPresent() ? scope : inner));
            }
        }
        return inner;
    }

    private List<Parameter> primary(TypeDeclaration type) {
        CodeFile file = web.file(type);
        Tokens tokens = file.tokens();
        int end = tokens.at(type.body().isEmpty() ? type.span().end() : type.body().start());
        for (int i = tokens.at(type.span().start()); i < end; i++) {
            if (tokens.is(i, "class") && tokens.is(i + 2, '(')) {
                return file.syntax().parameters(i + 2);
            }
        }
        return List.of();
    }

    private Optional<Route> above(
            TypeDeclaration type,
            CodeFile file,
            String base,
            @Nullable Member constructor,
            Scope inner,
            Placed placed,
            int depth) {
        String name = TypeName.of(base.replaceFirst("\\(.*", "")).simpleName();
        List<Argument> arguments = handedUp(type, file, name, constructor);
        if (name.equals("HttpMethodAttribute")) {
            List<String> methods = new ArrayList<>();
            Argument.at(arguments, 0)
                    .ifPresent(
                            e ->
                                    Values.itemsOf(e)
                                            .forEach(v -> methods.add(web.text(v, inner).text())));
            Value template = text(Argument.at(arguments, 1), inner);
            return Optional.of(new Route(template, methods, true, placed));
        }
        Annotation upper = new Annotation(name, arguments, type.span());
        return read(upper, inner, placed, depth + 1);
    }

    /** The arguments of {@code : base(…)}, or behind the base type of a primary constructor. */
    private static List<Argument> handedUp(
            TypeDeclaration type, CodeFile file, String base, @Nullable Member constructor) {
        Tokens tokens = file.tokens();
        int from =
                tokens.at(constructor == null ? type.span().start() : constructor.span().start());
        int until =
                constructor == null
                        ? (type.body().isEmpty() ? type.span().end() : type.body().start())
                        : constructor.span().end();
        String word = constructor == null ? base : "base";
        int end = tokens.at(until);
        for (int i = from; i < end; i++) {
            if (tokens.is(i, word) && tokens.is(i + 1, '(')) {
                return file.syntax().arguments(i + 1);
            }
        }
        return List.of();
    }

    /** {@code public string Template => "…"}. */
    private @Nullable Value templateOf(TypeDeclaration type, Scope inner) {
        boolean has =
                type.members().stream()
                        .anyMatch(
                                m ->
                                        m.name().equals("Template")
                                                && m.kind() == MemberKind.PROPERTY);
        if (!has) {
            return null;
        }
        Value value = web.text(new Name("Template", type.span()), inner);
        return value.known() ? value : null;
    }

    static Value plain(String text) {
        return new Value(text, true, true);
    }

    static Text literal(String text, Annotation at) {
        return new Text(text, at.span());
    }
}
