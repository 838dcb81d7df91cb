package io.digitalworker.facts.framework.python;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Located;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.code.Symbol;
import io.digitalworker.facts.code.Value;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.fact.Input;
import io.digitalworker.facts.fact.Response;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.source.Evidence;
import io.digitalworker.facts.syntax.Annotation;
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Mapping;
import io.digitalworker.facts.syntax.Expression.Name;
import io.digitalworker.facts.syntax.Expression.Select;
import io.digitalworker.facts.syntax.Expression.Text;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which methods a view of Django or of the REST framework answers, and with what. */
final class DjangoViews {
    private static final List<String> HANDLERS =
            List.of("get", "post", "put", "patch", "delete", "head", "trace");

    /** What classes of the libraries answer, with the action that stands for it. */
    private static final Map<String, List<String>> GENERIC = DjangoGenerics.methods();

    private static final Pattern STATUS = Pattern.compile("HTTP_(2\\d\\d)_");
    private static final Set<String> WRITING = Set.of("POST", "PUT", "PATCH");
    private final Python python;
    private final CodeBase code;
    private final DjangoPermissions permissions;
    private final Findings findings;

    /** A path of the URL configuration with what its parts said about parameters. */
    record At(Way way, List<Input> inputs, Evidence evidence) {}

    DjangoViews(Python python, Findings findings) {
        this.python = python;
        this.code = python.code();
        this.permissions = new DjangoPermissions(python);
        this.findings = findings;
    }

    /** Adds the endpoints of what a path leads to. */
    void view(Expression view, Scope scope, At at) {
        view(view, scope, at, List.of(), 0);
    }

    private void view(Expression view, Scope scope, At at, List<String> methods, int depth) {
        if (view instanceof Text text) {
            named(text, scope, at, methods);
            return;
        }
        Located made = code.symbols().definition(view, scope);
        if (made.expression() instanceof Call call && depth < 8) {
            called(call, made.scope(), at, methods, depth);
            return;
        }
        Optional<Symbol> symbol = code.symbols().find(made.expression(), made.scope());
        if (symbol.isPresent() && symbol.get() instanceof Symbol.Function function) {
            function(function, at, methods);
        } else if (symbol.isPresent() && symbol.get() instanceof Symbol.Type type) {
            type(type.declaration(), at, methods);
        } else {
            outside(view, made.scope().file(), at, methods);
        }
    }

    /** {@code 'app.views.list'}, as old versions had it. */
    private void named(Text text, Scope scope, At at, List<String> methods) {
        int dot = text.value().lastIndexOf('.');
        Optional<Symbol> symbol =
                dot < 0
                        ? Optional.empty()
                        : code.symbols()
                                .module(text.value().substring(0, dot), scope.file())
                                .flatMap(
                                        m ->
                                                code.symbols()
                                                        .exported(
                                                                m,
                                                                text.value().substring(dot + 1)));
        if (symbol.isPresent() && symbol.get() instanceof Symbol.Function function) {
            function(function, at, methods);
        } else {
            serve(methods.isEmpty() ? List.of("ANY") : methods, text.value(), at);
        }
    }

    private void called(Call call, Scope scope, At at, List<String> methods, int depth) {
        Expression receiver = call.receiver();
        if (call.name().equals("as_view") && receiver != null) {
            asView(call, receiver, scope, at, methods);
            return;
        }
        String decorator = call.function() instanceof Call inner ? inner.name() : call.name();
        Optional<Expression> inner = Argument.at(call.arguments(), 0);
        Optional<Symbol> symbol = code.symbols().find(call.function(), scope);
        boolean type = symbol.isPresent() && symbol.get() instanceof Symbol.Type;
        if (type) {
            type(((Symbol.Type) symbol.get()).declaration(), at, methods);
        } else if (inner.isPresent() && isView(inner.get(), scope)) {
            List<String> only =
                    call.function() instanceof Call arguments
                            ? restricted(decorator, arguments.arguments(), scope)
                            : restricted(decorator, List.of(), scope);
            At needing =
                    DjangoPermissions.authorizes(decorator)
                            ? new At(
                                    at.way().needing(List.of(decorator)),
                                    at.inputs(),
                                    at.evidence())
                            : at;
            view(inner.get(), scope, needing, only.isEmpty() ? methods : only, depth + 1);
        } else {
            outside(call, scope.file(), at, methods);
        }
    }

    private boolean isView(Expression expression, Scope scope) {
        if (expression instanceof Call) {
            return true;
        }
        return !Python.dotted(expression).isEmpty()
                && code.symbols().find(expression, scope).isPresent();
    }

    private List<String> restricted(String decorator, List<Argument> arguments, Scope scope) {
        return switch (decorator) {
            case "require_GET", "require_safe" -> List.of("GET");
            case "require_POST" -> List.of("POST");
            case "require_http_methods", "api_view" ->
                    Argument.of(arguments, "http_method_names", 0)
                            .or(() -> Argument.named(arguments, "request_method_list"))
                            .map(e -> python.methods(e, scope))
                            .orElse(decorator.equals("api_view") ? List.of("GET") : List.of());
            default -> List.of();
        };
    }

    // ---- functions

    private void function(Symbol.Function found, At at, List<String> given) {
        Member member = found.member();
        List<String> methods = given;
        List<String> needs = new ArrayList<>();
        Scope scope = Scope.of(found.file(), found.type());
        for (Annotation annotation : member.annotations()) {
            String name = annotation.simpleName();
            List<String> only = restricted(name, annotation.arguments(), scope);
            methods = only.isEmpty() ? methods : only;
            if (name.equals("permission_classes")) {
                annotation
                        .argument(0)
                        .ifPresent(e -> needs.addAll(permissions.permissions(e, scope)));
            } else if (DjangoPermissions.authorizes(name)) {
                needs.add(permissions.needed(annotation, scope));
            }
        }
        Served served =
                new Served(
                        methods.isEmpty() ? List.of("ANY") : methods,
                        List.of(),
                        member.qualifiedName(),
                        "django",
                        at.inputs(),
                        null,
                        List.of(),
                        needs,
                        member.evidence());
        served.at(at.way(), UnaryOperator.identity(), findings);
    }

    // ---- classes

    private void asView(Call call, Expression receiver, Scope scope, At at, List<String> methods) {
        Optional<Symbol> symbol = code.symbols().find(receiver, scope);
        Optional<Expression> first = Argument.of(call.arguments(), "actions", 0);
        Located actions = first.isEmpty() ? null : code.symbols().definition(first.get(), scope);
        boolean mapped = actions != null && actions.expression() instanceof Mapping;
        if (symbol.isPresent() && symbol.get() instanceof Symbol.Type type) {
            if (mapped && actions != null) {
                actions(type.declaration(), (Mapping) actions.expression(), at);
            } else {
                type(type.declaration(), at, methods);
            }
        } else {
            outside(receiver, scope.file(), at, methods);
        }
    }

    /** {@code as_view({'get': 'list'})}. */
    private void actions(TypeDeclaration type, Mapping mapping, At at) {
        for (Expression.Entry entry : mapping.entries()) {
            String method = entry.keyText();
            if (method != null && entry.value() instanceof Text action) {
                action(type, method.toUpperCase(Locale.ROOT), action.value(), null, at);
            }
        }
    }

    /** A class as a view. */
    void type(TypeDeclaration type, At at, List<String> given) {
        Map<String, Symbol.Function> members = python.members(type);
        Set<String> methods = new LinkedHashSet<>(given);
        if (given.isEmpty()) {
            HANDLERS.stream()
                    .filter(
                            h ->
                                    members.containsKey(h)
                                            && Python.isFunction(members.get(h).member()))
                    .forEach(h -> methods.add(h.toUpperCase(Locale.ROOT)));
            permissions
                    .libraryBases(type)
                    .forEach(base -> methods.addAll(GENERIC.getOrDefault(base, List.of())));
            methods.retainAll(allowed(type, methods));
        }
        if (methods.isEmpty()) {
            methods.add("ANY");
        }
        for (String method : methods) {
            action(type, method, doing(method, members), null, at);
        }
    }

    /** The member that does it: the method itself, else the action behind a generic one. */
    private static String doing(String method, Map<String, Symbol.Function> members) {
        List<String> actions =
                switch (method) {
                    case "GET" -> List.of("get", "list", "retrieve");
                    case "POST" -> List.of("post", "create");
                    case "PUT" -> List.of("put", "update");
                    case "PATCH" -> List.of("patch", "partial_update", "update");
                    case "DELETE" -> List.of("delete", "destroy");
                    default -> List.of(method.toLowerCase(Locale.ROOT));
                };
        return actions.stream()
                .filter(members::containsKey)
                .findFirst()
                .orElse(method.toLowerCase(Locale.ROOT));
    }

    /** Names of the base classes that are not the archive's. */
    Set<String> libraryBases(TypeDeclaration type) {
        return permissions.libraryBases(type);
    }

    /** Those that {@code http_method_names} leaves. */
    Set<String> allowed(TypeDeclaration type, Set<String> methods) {
        return python.attribute(type, "http_method_names")
                .map(at -> python.methods(at.expression(), at.scope()))
                .<Set<String>>map(LinkedHashSet::new)
                .orElse(methods);
    }

    /** One method of a class, done by a member that it may or may not declare itself. */
    void action(
            TypeDeclaration type,
            String method,
            String action,
            @Nullable Annotation annotation,
            At at) {
        Optional<Symbol.Function> member = code.symbols().types().member(type, action);
        boolean own = member.isPresent() && Python.isFunction(member.get().member());
        Evidence evidence =
                own && member.get().type().equals(type)
                        ? member.get().member().evidence()
                        : type.evidence();
        String serializer = serializer(type, annotation);
        boolean rest = !serializer.isEmpty();
        int status = status(method, own ? member.get() : null);
        new Served(
                        List.of(method),
                        List.of(),
                        own ? type.name() + "." + action : type.name(),
                        "django",
                        at.inputs(),
                        rest && WRITING.contains(method) ? serializer : null,
                        rest
                                ? List.of(new Response(status, status == 204 ? "" : serializer))
                                : List.of(),
                        permissions.needs(type, member.map(Symbol.Function::member), annotation),
                        evidence)
                .at(at.way(), UnaryOperator.identity(), findings);
    }

    /** As the method says itself, else as the generic views have it. */
    private static int status(String method, Symbol.@Nullable Function own) {
        if (own != null) {
            String body = own.file().text(own.member().body());
            Matcher said = STATUS.matcher(body);
            return said.find() ? Integer.parseInt(said.group(1)) : 200;
        }
        return method.equals("DELETE") ? 204 : method.equals("POST") ? 201 : 200;
    }

    private String serializer(TypeDeclaration type, @Nullable Annotation annotation) {
        Optional<Expression> own =
                annotation == null ? Optional.empty() : annotation.argument("serializer_class");
        if (own.isPresent()) {
            return Python.last(Python.dotted(own.get()));
        }
        return python.attribute(type, "serializer_class")
                .map(at -> Python.last(Python.dotted(at.expression())))
                .orElse("");
    }

    // ---- what is not of the archive

    private void outside(Expression view, CodeFile file, At at, List<String> given) {
        Expression named = view instanceof Call call ? call.function() : view;
        String name = Python.last(Python.origin(named, file));
        List<String> methods = given.isEmpty() ? GENERIC.getOrDefault(name, List.of()) : given;
        String handler = Python.dotted(named);
        serve(methods.isEmpty() ? List.of("ANY") : methods, handler, at);
    }

    private void serve(List<String> methods, String handler, At at) {
        new Served(
                        methods,
                        List.<Value>of(),
                        handler,
                        "django",
                        at.inputs(),
                        null,
                        List.of(),
                        List.of(),
                        at.evidence())
                .at(at.way(), UnaryOperator.identity(), findings);
    }

    /** The last of the names of an expression. */
    static String lastName(Expression expression) {
        return expression instanceof Select select
                ? select.name()
                : expression instanceof Name name ? name.name() : "";
    }
}
