package io.digitalworker.facts.framework.python;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Located;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.code.Symbol;
import io.digitalworker.facts.code.Value;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.source.Evidence;
import io.digitalworker.facts.syntax.Annotation;
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Name;
import io.digitalworker.facts.syntax.Expression.Select;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Routers of the REST framework: what is registered with them, and the paths of view sets. */
final class DjangoRouters {
    private static final Set<String> PACKAGES =
            Set.of(
                    "rest_framework",
                    "rest_framework_nested",
                    "rest_framework_extensions",
                    "wagtail");
    private static final Set<String> ROUTERS =
            Set.of(
                    "DefaultRouter",
                    "SimpleRouter",
                    "BaseRouter",
                    "NestedSimpleRouter",
                    "NestedDefaultRouter",
                    "ExtendedSimpleRouter",
                    "ExtendedDefaultRouter",
                    "BulkRouter",
                    "WagtailAPIRouter");
    private static final Map<String, List<String>> ACTIONS = DjangoGenerics.actions();

    /** Actions with their method; true for those of a single object. */
    private static final String[][] STANDARD = {
        {"list", "GET", ""},
        {"create", "POST", ""},
        {"retrieve", "GET", "detail"},
        {"update", "PUT", "detail"},
        {"partial_update", "PATCH", "detail"},
        {"destroy", "DELETE", "detail"},
    };

    private final Python python;
    private final CodeBase code;
    private final DjangoViews views;
    private final Findings findings;
    private final Map<String, List<Registered>> registered = new HashMap<>();
    private final Map<String, List<String>> extended = new HashMap<>();
    private final Map<String, Located> routers = new HashMap<>();

    /** A view set of a router. */
    private record Registered(
            Expression prefix, Expression viewSet, Scope scope, Evidence evidence) {}

    DjangoRouters(Python python, DjangoViews views, Findings findings) {
        this.python = python;
        this.code = python.code();
        this.views = views;
        this.findings = findings;
        for (CodeFile file : python.files("register", "register_endpoint", "extend")) {
            for (Python.Called called :
                    python.calls(file, Set.of("register", "register_endpoint", "extend"))) {
                python.turns(called).forEach(this::collect);
            }
        }
    }

    private void collect(Python.Called called) {
        Call call = called.call();
        Expression receiver = call.receiver();
        boolean registry =
                call.name().equals("extend")
                        && receiver instanceof Select select
                        && select.name().equals("registry");
        if (registry && receiver instanceof Select select) {
            extend(call, select.target(), called.scope());
            return;
        }
        Optional<Expression> prefix = Argument.of(call.arguments(), "prefix", 0);
        Optional<Expression> viewSet = Argument.of(call.arguments(), "viewset", 1);
        if (receiver == null || prefix.isEmpty() || viewSet.isEmpty()) {
            return;
        }
        Evidence evidence = called.scope().file().evidence(call.span());
        for (String key : keys(receiver, called.scope(), 6)) {
            registered
                    .computeIfAbsent(key, k -> new ArrayList<>())
                    .add(new Registered(prefix.get(), viewSet.get(), called.scope(), evidence));
        }
    }

    private void extend(Call call, Expression target, Scope scope) {
        Optional<Expression> other = Argument.at(call.arguments(), 0);
        if (other.isPresent() && other.get() instanceof Select registry) {
            for (String key : keys(target, scope, 6)) {
                extended.computeIfAbsent(key, k -> new ArrayList<>())
                        .addAll(keys(registry.target(), scope, 6));
            }
        }
    }

    /** Keys of the routers that an expression may be; none if it is no router. */
    List<String> keys(Expression expression, Scope scope, int steps) {
        Located made = python.made(expression, scope);
        if (python.makes(made.expression(), made.scope(), ROUTERS, PACKAGES).isPresent()) {
            String key = python.key(made);
            routers.putIfAbsent(key, made);
            return List.of(key);
        }
        int position = Python.parameter(made.expression(), made.scope());
        var member = made.scope().member();
        if (position < 0 || steps <= 0 || member == null) {
            return List.of();
        }
        Set<String> keys = new LinkedHashSet<>();
        for (Located given : python.handedOver(member, made.scope().file(), position)) {
            keys.addAll(keys(given.expression(), given.scope(), steps - 1));
        }
        return List.copyOf(keys);
    }

    /** Adds all endpoints of a router that is included at a path. */
    void include(String key, DjangoViews.At at) {
        include(key, at, new HashSet<>());
    }

    private void include(String key, DjangoViews.At at, Set<String> seen) {
        if (!seen.add(key)) {
            return;
        }
        Way way = nested(key, at.way(), 6);
        DjangoViews.At inner = new DjangoViews.At(way, at.inputs(), at.evidence());
        registered.getOrDefault(key, List.of()).forEach(each -> registered(each, inner));
        extended.getOrDefault(key, List.of()).forEach(other -> include(other, at, seen));
    }

    /** {@code NestedSimpleRouter(parent, 'domains', lookup='domain')}. */
    private Way nested(String key, Way way, int steps) {
        Located made = routers.get(key);
        if (made == null || steps <= 0 || !(made.expression() instanceof Call call)) {
            return way;
        }
        Optional<Expression> parent = Argument.of(call.arguments(), "parent_router", 0);
        Optional<Expression> prefix = Argument.of(call.arguments(), "parent_prefix", 1);
        if (parent.isEmpty() || prefix.isEmpty()) {
            return way;
        }
        List<String> parents = keys(parent.get(), made.scope(), 6);
        Way outer = parents.isEmpty() ? way : nested(parents.get(0), way, steps - 1);
        Value text = code.values().first(prefix.get(), made.scope());
        String lookup =
                Argument.named(call.arguments(), "lookup")
                        .flatMap(e -> code.values().text(e, made.scope()))
                        .orElse("nested_1");
        String field = parents.isEmpty() ? "pk" : lookupOf(parents.get(0), text.text());
        String part = "/" + text.text() + "/{" + lookup + "_" + field + "}/";
        return outer.plus(List.of(new Value(part, text.known(), false)));
    }

    private String lookupOf(String router, String prefix) {
        for (Registered each : registered.getOrDefault(router, List.of())) {
            if (code.values().first(each.prefix(), each.scope()).text().equals(prefix)) {
                return viewSet(each).map(this::lookup).orElse("pk");
            }
        }
        return "pk";
    }

    private Optional<TypeDeclaration> viewSet(Registered each) {
        return code.symbols()
                .find(each.viewSet(), each.scope())
                .filter(s -> s instanceof Symbol.Type)
                .map(s -> ((Symbol.Type) s).declaration());
    }

    private String lookup(TypeDeclaration type) {
        return python.textOf(type, "lookup_url_kwarg")
                .or(() -> python.textOf(type, "lookup_field"))
                .orElse("pk");
    }

    private void registered(Registered each, DjangoViews.At at) {
        List<Value> prefix =
                code.values().all(each.prefix(), each.scope()).stream()
                        .map(v -> v.known() ? new Value(UrlPath.regex(v.text()), true, false) : v)
                        .toList();
        Way way = at.way().plus(slash()).plus(prefix);
        DjangoViews.At inner = new DjangoViews.At(way, at.inputs(), each.evidence());
        Optional<TypeDeclaration> type = viewSet(each);
        if (type.isPresent()) {
            viewSet(type.get(), inner);
            return;
        }
        CodeFile file = each.scope().file();
        findings.unresolved(
                "endpoint",
                way.paths().get(0) + " " + file.text(each.viewSet().span()),
                "its view set is not in the archive",
                each.evidence());
    }

    private static List<Value> slash() {
        return List.of(new Value("/", true, true));
    }

    private void viewSet(TypeDeclaration type, DjangoViews.At at) {
        Map<String, Symbol.Function> members = python.members(type);
        Set<String> actions = new LinkedHashSet<>();
        views.libraryBases(type)
                .forEach(base -> actions.addAll(ACTIONS.getOrDefault(base, List.of())));
        String lookup = "/{" + lookup(type) + "}";
        for (String[] standard : STANDARD) {
            Symbol.Function own = members.get(standard[0]);
            boolean has =
                    own != null ? Python.isFunction(own.member()) : actions.contains(standard[0]);
            if (has) {
                boolean detail = !standard[2].isEmpty();
                action(type, standard[1], standard[0], null, plus(at, detail ? lookup : ""));
            }
        }
        for (Symbol.Function function : members.values()) {
            for (Annotation annotation : function.member().annotations()) {
                extra(type, function, annotation, lookup, at, members);
            }
        }
    }

    private void action(
            TypeDeclaration type,
            String method,
            String name,
            @org.jspecify.annotations.Nullable Annotation annotation,
            DjangoViews.At at) {
        Set<String> wanted = Set.of(method);
        if (views.allowed(type, wanted).contains(method)) {
            views.action(type, method, name, annotation, at);
        }
    }

    private static DjangoViews.At plus(DjangoViews.At at, String part) {
        Way way = at.way().plus(List.of(new Value(part, true, false)));
        return new DjangoViews.At(way, at.inputs(), at.evidence());
    }

    /** {@code @action(detail=True)} and {@code @name.mapping.delete}. */
    private void extra(
            TypeDeclaration type,
            Symbol.Function function,
            Annotation annotation,
            String lookup,
            DjangoViews.At at,
            Map<String, Symbol.Function> members) {
        String name = function.member().name();
        String[] parts = annotation.name().split("\\.");
        if (parts.length == 3 && parts[1].equals("mapping") && members.containsKey(parts[0])) {
            Symbol.Function main = members.get(parts[0]);
            for (Annotation of : main.member().annotations()) {
                if (isAction(of)) {
                    String path = path(main, of, lookup);
                    String method = parts[2].toUpperCase(Locale.ROOT);
                    action(type, method, name, of, plus(at, path));
                }
            }
        } else if (isAction(annotation)) {
            Scope scope = Scope.of(function.file(), function.type());
            List<String> methods =
                    annotation
                            .argument("methods", 0)
                            .map(e -> python.methods(e, scope))
                            .orElse(List.of("GET"));
            String path = path(function, annotation, lookup);
            methods.forEach(m -> action(type, m, name, annotation, plus(at, path)));
        }
    }

    private static boolean isAction(Annotation annotation) {
        return annotation.is("action")
                || annotation.is("detail_route")
                || annotation.is("list_route");
    }

    private String path(Symbol.Function function, Annotation annotation, String lookup) {
        Scope scope = Scope.of(function.file(), function.type());
        boolean detail =
                annotation.is("detail_route")
                        || annotation
                                .argument("detail")
                                .filter(e -> e instanceof Name n && n.name().equals("True"))
                                .isPresent();
        String path =
                annotation
                        .argument("url_path")
                        .map(e -> UrlPath.regex(code.values().first(e, scope).text()))
                        .orElse(function.member().name());
        return (detail ? lookup : "") + "/" + path;
    }
}
