package io.digitalworker.facts.framework.node;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Located;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.code.Symbol;
import io.digitalworker.facts.code.Value;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.MemberKind;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.declaration.TypeKind;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.View;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.Framework;
import io.digitalworker.facts.source.Evidence;
import io.digitalworker.facts.syntax.Annotation;
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Dialect;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Create;
import io.digitalworker.facts.syntax.Expression.Element;
import io.digitalworker.facts.syntax.Expression.Lambda;
import io.digitalworker.facts.syntax.Expression.Mapping;
import io.digitalworker.facts.syntax.Expression.Sequence;
import io.digitalworker.facts.syntax.Expression.Unary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Components of React with their routes and form fields; routes of Angular and Vue. */
public final class Screens implements Framework {
    private static final int MAX_DEPTH = 12;
    private static final Pattern REGISTER =
            Pattern.compile("\\bregister\\(\\s*['\"]([\\w.\\[\\]]+)['\"]");
    private static final Pattern NAMED =
            Pattern.compile(
                    "<(?:input|select|textarea|Field|FormField|Input|TextField|Select|Controller|FormItem|Form\\.Item|Checkbox)\\b[^<>]{0,600}?\\bname=\\{?['\"]([\\w.\\[\\]-]+)['\"]",
                    Pattern.DOTALL);
    private static final Set<String> ROUTES =
            Set.of(
                    "Route",
                    "PrivateRoute",
                    "PublicRoute",
                    "ProtectedRoute",
                    "AuthRoute",
                    "SentryRoute",
                    "GuestRoute");
    private static final Set<String> TABLES =
            Set.of(
                    "createBrowserRouter",
                    "createHashRouter",
                    "createMemoryRouter",
                    "useRoutes",
                    "createRouter",
                    "forRoot",
                    "forChild",
                    "provideRouter");

    /** A component where it is declared. */
    private record Component(String name, CodeFile file, Evidence evidence, String body) {}

    private record Routed(
            String route, String component, String framework, boolean known, Evidence evidence) {}

    @Override
    public void extract(CodeBase code, Findings findings) {
        List<Routed> routes = new ArrayList<>();
        Map<String, Component> components = new LinkedHashMap<>();
        for (CodeFile file : code.files(Dialect.SCRIPT)) {
            if (TestFiles.is(file.path())) {
                continue;
            }
            if (file.path().matches(".*\\.(tsx|jsx|js)$")) {
                components(file, components);
            }
            boolean concerned =
                    ROUTES.stream().anyMatch(file::mayHold)
                            || TABLES.stream().anyMatch(file::mayHold)
                            || file.mayHold("routes")
                            || file.mayHold("Routes");
            if (concerned) {
                routes(file, code, routes);
            }
            angular(file, components);
        }
        emit(routes, components, findings);
    }

    private static void emit(
            List<Routed> routes, Map<String, Component> components, Findings findings) {
        Set<String> shown = new LinkedHashSet<>();
        for (Routed each : routes) {
            Component component = components.get(each.component());
            shown.add(each.component());
            findings.add(
                    new View(
                            each.component().isEmpty() ? each.route() : each.component(),
                            "component",
                            each.route(),
                            "",
                            component == null ? List.of() : inputs(component.body()),
                            each.framework(),
                            each.known() ? Confidence.RESOLVED : Confidence.UNRESOLVED,
                            each.evidence()));
        }
        for (Component each : components.values()) {
            if (!shown.contains(each.name())) {
                findings.add(
                        new View(
                                each.name(),
                                "component",
                                "",
                                "",
                                inputs(each.body()),
                                framework(each.file()),
                                Confidence.LITERAL,
                                each.evidence()));
            }
        }
    }

    private static String framework(CodeFile file) {
        return file.imports().stream().anyMatch(i -> i.module().startsWith("@angular/"))
                ? "angular"
                : "react";
    }

    // ---- components

    private static void components(CodeFile file, Map<String, Component> components) {
        if (!file.text().contains("<")) {
            return;
        }
        for (TypeDeclaration type : file.types()) {
            if (type.kind() == TypeKind.CLASS) {
                boolean react =
                        type.bases().stream()
                                .anyMatch(b -> b.matches("(React\\.)?(Pure)?Component(<.*)?"));
                if (react && type.members().stream().anyMatch(m -> m.name().equals("render"))) {
                    put(type.name(), file, type.evidence(), file.text(type.span()), components);
                }
            }
        }
        for (Member member : file.functions()) {
            boolean named = Character.isUpperCase(member.name().charAt(0)) || member.has("default");
            boolean exported =
                    member.has("export")
                            || member.has("default")
                            || exportedElsewhere(file, member.name());
            if (named && exported && rendered(file, member)) {
                String name =
                        member.name().equals("default")
                                ? file.file().name().replaceFirst("\\..*", "")
                                : member.name();
                put(name, file, member.evidence(), file.text(member.span()), components);
            }
        }
    }

    /** {@code export default connect(…)(X)} and the like. */
    private static boolean exportedElsewhere(CodeFile file, String name) {
        int at = file.text().indexOf("export default ");
        if (at < 0) {
            return false;
        }
        int end = file.text().indexOf('\n', at);
        String line = file.text().substring(at, end < 0 ? file.text().length() : end);
        return Pattern.compile("\\b" + Pattern.quote(name) + "\\b").matcher(line).find();
    }

    private static void put(
            String name,
            CodeFile file,
            Evidence evidence,
            String body,
            Map<String, Component> components) {
        components.putIfAbsent(name, new Component(name, file, evidence, body));
    }

    private static boolean rendered(CodeFile file, Member member) {
        boolean function = member.kind() == MemberKind.FUNCTION && !member.body().isEmpty();
        if (!function && member.initializer().isEmpty()) {
            return false;
        }
        if (function && member.expressionBody()) {
            return holdsElement(file.expression(member.body()), file, 0);
        }
        if (function) {
            return file.statements(member.body()).stream()
                    .anyMatch(s -> holdsElement(s.value(), file, 0));
        }
        Expression value = file.expression(member.initializer());
        boolean wraps =
                value instanceof Call call
                        && call.name().matches("memo|forwardRef|observer|styled|lazy|withRouter");
        return wraps && holdsElement(value, file, 0);
    }

    private static boolean holdsElement(Expression expression, CodeFile file, int depth) {
        boolean[] found = new boolean[1];
        expression.walk(
                e -> {
                    found[0] |= e instanceof Element;
                    if (!found[0]
                            && depth < 3
                            && e instanceof Lambda lambda
                            && !lambda.body().isEmpty()
                            && expression instanceof Call) {
                        found[0] =
                                lambda.block()
                                        ? file.statements(lambda.body()).stream()
                                                .anyMatch(
                                                        s ->
                                                                holdsElement(
                                                                        s.value(), file, depth + 1))
                                        : holdsElement(
                                                file.expression(lambda.body()), file, depth + 1);
                    }
                });
        return found[0];
    }

    private static List<String> inputs(String body) {
        Set<String> names = new LinkedHashSet<>();
        Matcher registered = REGISTER.matcher(body);
        while (registered.find()) {
            names.add(registered.group(1));
        }
        Matcher named = NAMED.matcher(body);
        while (named.find()) {
            names.add(named.group(1));
        }
        return names.stream().limit(100).toList();
    }

    // ---- Angular's components

    private static void angular(CodeFile file, Map<String, Component> components) {
        if (!file.mayHold("Component") || !framework(file).equals("angular")) {
            return;
        }
        for (TypeDeclaration type : file.types()) {
            boolean component = type.annotations().stream().anyMatch(a -> a.is("Component"));
            if (component) {
                StringBuilder controls = new StringBuilder();
                for (Annotation each : type.annotations()) {
                    Expression options = each.argument(0).orElse(null);
                    controls.append(options == null ? "" : file.text(options.span()));
                }
                put(type.name(), file, type.evidence(), controls.toString(), components);
            }
        }
    }

    // ---- routes

    private static void routes(CodeFile file, CodeBase code, List<Routed> routes) {
        Set<Integer> inner = new LinkedHashSet<>();
        ScriptWalk.over(
                file,
                (e, scope, caller) -> {
                    if (e instanceof Element element
                            && isRoute(element)
                            && inner.add(element.span().start())) {
                        element(element, "", scope, code, inner, routes, 0);
                    } else if (e instanceof Call call
                            && TABLES.contains(call.name())
                            && !call.arguments().isEmpty()) {
                        table(call, scope, code, routes);
                    } else if (e instanceof Create create
                            && create.type().matches("(Vue)?Router")
                            && !create.arguments().isEmpty()) {
                        list(create.arguments().get(0).value(), "", "vue", scope, code, routes, 0);
                    }
                });
        String framework = framework(file);
        for (Member member : file.functions()) {
            boolean typed =
                    member.type()
                            .matches(
                                    "Routes|Route\\[\\]|RouteObject\\[\\]|RouteRecordRaw\\[\\]|Array<RouteRecordRaw>");
            if (typed && !member.initializer().isEmpty()) {
                String named =
                        member.type().startsWith("RouteObject")
                                ? "react"
                                : member.type().contains("Raw")
                                        ? "vue"
                                        : framework.equals("angular") ? framework : "react";
                list(
                        file.expression(member.initializer()),
                        "",
                        named,
                        Scope.of(file),
                        code,
                        routes,
                        0);
            }
        }
    }

    private static boolean isRoute(Element element) {
        boolean named = ROUTES.contains(element.name());
        return named
                && Argument.named(element.attributes(), "path")
                        .or(() -> Argument.named(element.attributes(), "index"))
                        .or(() -> Argument.named(element.attributes(), "element"))
                        .or(() -> Argument.named(element.attributes(), "component"))
                        .isPresent();
    }

    private static void element(
            Element element,
            String prefix,
            Scope scope,
            CodeBase code,
            Set<Integer> inner,
            List<Routed> routes,
            int depth) {
        Expression path = Argument.named(element.attributes(), "path").orElse(null);
        List<Value> values =
                path == null
                        ? List.of(new Value("", true, true))
                        : code.values().items(path, scope);
        Expression shown =
                Argument.named(element.attributes(), "element")
                        .or(() -> Argument.named(element.attributes(), "component"))
                        .or(() -> Argument.named(element.attributes(), "Component"))
                        .or(() -> Argument.named(element.attributes(), "render"))
                        .orElse(null);
        String first = join(prefix, values.isEmpty() ? "" : values.get(0).text());
        List<Element> children = new ArrayList<>();
        element.content()
                .forEach(
                        c ->
                                c.walk(
                                        e -> {
                                            if (e instanceof Element child
                                                    && isRoute(child)
                                                    && inner.add(child.span().start())) {
                                                children.add(child);
                                                mark(child, inner);
                                            }
                                        }));
        String component = component(shown, element, scope);
        boolean layout = path == null && Argument.named(element.attributes(), "index").isEmpty();
        if (!layout && !component.equals("Navigate") && !component.equals("Redirect")) {
            for (Value value : values) {
                routes.add(
                        new Routed(
                                join(prefix, value.text()),
                                component,
                                "react",
                                value.known(),
                                scope.file().evidence(head(element))));
            }
        }
        if (depth < MAX_DEPTH) {
            children.forEach(c -> element(c, first, scope, code, inner, routes, depth + 1));
        }
    }

    /** Children of children are read by their own parents. */
    private static void mark(Element child, Set<Integer> inner) {
        inner.add(child.span().start());
    }

    private static io.digitalworker.facts.syntax.Span head(Element element) {
        int end =
                element.content().isEmpty()
                        ? element.span().end()
                        : element.content().get(0).span().start();
        return new io.digitalworker.facts.syntax.Span(
                element.span().start(), Math.max(element.span().start(), end));
    }

    private static String join(String prefix, String path) {
        return Paths.of(path.startsWith("/") ? path : prefix + "/" + path);
    }

    /** The component that an attribute shows; of one that wraps another, the inner one. */
    private static String component(@Nullable Expression shown, Element element, Scope scope) {
        if (shown == null) {
            return element.content().stream()
                    .filter(c -> c instanceof Element e && !ROUTES.contains(e.name()))
                    .findFirst()
                    .map(c -> component(c, element, scope))
                    .orElse("");
        }
        if (shown instanceof Element of) {
            Element within = null;
            for (Expression child : of.content()) {
                within = within == null && child instanceof Element e ? e : within;
            }
            boolean wraps =
                    within != null
                            && of.name()
                                    .matches(
                                            "(?i).*(suspense|guard|auth|protected|private|require|layout|provider|boundary).*|");
            return wraps && within != null ? component(within, element, scope) : of.name();
        }
        if (shown instanceof Lambda lambda
                && !lambda.block()
                && scope.file().expression(lambda.body()) instanceof Element of) {
            return of.name();
        }
        return Decorators.name(shown);
    }

    private static void table(Call call, Scope scope, CodeBase code, List<Routed> routes) {
        Expression first = call.arguments().get(0).value();
        Expression given = code.symbols().definition(first, scope).expression();
        boolean vue = call.name().equals("createRouter");
        boolean angular = Set.of("forRoot", "forChild", "provideRouter").contains(call.name());
        boolean ours =
                !angular
                        || call.name().equals("provideRouter")
                        || (call.receiver() != null
                                && Decorators.name(call.receiver()).equals("RouterModule"));
        Scope at = code.symbols().definition(first, scope).scope();
        if (vue && given instanceof Mapping options && options.get("routes") != null) {
            list(options.get("routes"), "", "vue", at, code, routes, 0);
        } else if (!vue && ours && typedElsewhere(first, scope, code)) {
            list(first, "", angular ? "angular" : "react", scope, code, routes, 0);
        }
    }

    /** Tables with a telling type are read where they are declared. */
    private static boolean typedElsewhere(Expression expression, Scope scope, CodeBase code) {
        if (expression instanceof Expression.Name name) {
            Located at = code.symbols().definition(expression, scope);
            return at.scope().file().functions().stream()
                    .noneMatch(
                            m ->
                                    m.name().equals(name.name())
                                            && m.type()
                                                    .matches(
                                                            "Routes|Route\\[\\]|RouteObject\\[\\]|RouteRecordRaw\\[\\]|Array<RouteRecordRaw>"));
        }
        return true;
    }

    private static void list(
            @Nullable Expression expression,
            String prefix,
            String framework,
            Scope scope,
            CodeBase code,
            List<Routed> routes,
            int depth) {
        if (expression == null || depth > MAX_DEPTH) {
            return;
        }
        Located at = code.symbols().definition(expression, scope);
        if (at.expression() instanceof Mapping options && options.get("routes") != null) {
            list(options.get("routes"), prefix, framework, at.scope(), code, routes, depth + 1);
        }
        if (at.expression() instanceof Sequence items) {
            for (Expression item : items.items()) {
                Expression inner = item instanceof Unary unary ? unary.operand() : item;
                Located route = code.symbols().definition(inner, at.scope());
                if (route.expression() instanceof Mapping mapping) {
                    object(mapping, prefix, framework, route.scope(), code, routes, depth);
                } else if (route.expression() instanceof Sequence) {
                    list(inner, prefix, framework, at.scope(), code, routes, depth + 1);
                }
            }
        }
    }

    private static void object(
            Mapping route,
            String prefix,
            String framework,
            Scope scope,
            CodeBase code,
            List<Routed> routes,
            int depth) {
        Expression path = route.get("path");
        Value value = path == null ? new Value("", true, true) : code.values().first(path, scope);
        String full = join(prefix, value.text());
        Expression shown = null;
        for (String key :
                List.of("element", "component", "Component", "loadComponent", "components")) {
            shown = shown == null ? route.get(key) : shown;
        }
        Element none = new Element("", List.of(), List.of(), route.span());
        String component =
                shown == null
                        ? ""
                        : shown instanceof Lambda || shown instanceof Call
                                ? lazy(shown, scope)
                                : component(shown, none, scope);
        boolean redirect =
                route.get("redirectTo") != null
                        || route.get("redirect") != null
                        || component.equals("Navigate");
        boolean inside = route.span().end() <= scope.file().text().length();
        if (!component.isEmpty()
                && !redirect
                && inside
                && (path != null || DecoratedEntities.isTrue(route.get("index")))) {
            routes.add(
                    new Routed(
                            full,
                            component,
                            framework,
                            value.known(),
                            scope.file().evidence(route.span())));
        }
        list(route.get("children"), full, framework, scope, code, routes, depth + 1);
        Expression lazy = route.get("loadChildren");
        if (lazy != null && inside) {
            children(lazy, full, framework, scope, code, routes, depth);
        }
    }

    /** {@code () => import('./Users.vue')}, {@code import('./x').then(m => m.X)}. */
    private static String lazy(Expression expression, Scope scope) {
        String text = scope.file().text(expression.span());
        Matcher then = Pattern.compile("=>\\s*\\w+\\.(\\w+)\\s*\\)").matcher(text);
        if (then.find()) {
            return then.group(1);
        }
        Matcher module =
                Pattern.compile("import\\(\\s*(?:/\\*.*?\\*/)?\\s*['\"]([^'\"]+)['\"]")
                        .matcher(text);
        return module.find()
                ? module.group(1).replaceFirst(".*/", "").replaceFirst("\\.\\w+$", "")
                : "";
    }

    /** Angular's {@code loadChildren: () => import('./a.routes').then(m => m.ROUTES)}. */
    private static void children(
            Expression lazy,
            String prefix,
            String framework,
            Scope scope,
            CodeBase code,
            List<Routed> routes,
            int depth) {
        String text = scope.file().text(lazy.span());
        Matcher module =
                Pattern.compile(
                                "import\\(\\s*['\"]([^'\"]+)['\"]\\s*\\)(?:\\.then\\(\\s*\\(?\\w+\\)?\\s*=>\\s*\\w+\\.(\\w+))?")
                        .matcher(text);
        if (!module.find() || depth > 4) {
            return;
        }
        String name = module.group(2);
        code.symbols()
                .module(module.group(1), scope.file())
                .ifPresent(
                        file -> {
                            var symbol =
                                    code.symbols().exported(file, name == null ? "default" : name);
                            if (symbol.isPresent()
                                    && symbol.get() instanceof Symbol.Variable variable) {
                                list(
                                        variable.value(),
                                        prefix,
                                        framework,
                                        variable.scope(),
                                        code,
                                        routes,
                                        depth + 1);
                            }
                        });
    }
}
