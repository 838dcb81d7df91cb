package io.digitalworker.facts.framework.node;

import io.digitalworker.facts.budget.Descent;
import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.Located;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.code.Symbol;
import io.digitalworker.facts.code.Value;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Element;
import io.digitalworker.facts.syntax.Expression.Lambda;
import io.digitalworker.facts.syntax.Expression.Mapping;
import io.digitalworker.facts.syntax.Expression.Sequence;
import io.digitalworker.facts.syntax.Expression.Unary;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Routes that are written as lists of objects, of React, Vue and Angular. */
final class RouteTables {
    private static final int MAX_DEPTH = 12;
    private static final int MAX_LISTS = 500;
    static final Set<String> TABLES =
            Set.of(
                    "createBrowserRouter",
                    "createHashRouter",
                    "createMemoryRouter",
                    "useRoutes",
                    "createRouter",
                    "forRoot",
                    "forChild",
                    "provideRouter");

    /** The types of variables that hold a table. */
    static final String TYPES =
            "Routes|Route\\[\\]|RouteObject\\[\\]|RouteRecordRaw\\[\\]|Array<RouteRecordRaw>";

    private RouteTables() {}

    static void table(Call call, Scope scope, CodeBase code, List<ScreenRoute> routes) {
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
            list(options.get("routes"), "", "vue", at, code, routes, start());
        } else if (!vue && ours && typedElsewhere(first, scope, code)) {
            list(first, "", angular ? "angular" : "react", scope, code, routes, start());
        }
    }

    /** Tables with a telling type are read where they are declared. */
    private static boolean typedElsewhere(Expression expression, Scope scope, CodeBase code) {
        if (expression instanceof Expression.Name name) {
            Located at = code.symbols().definition(expression, scope);
            return at.scope().file().functions().stream()
                    .noneMatch(m -> m.name().equals(name.name()) && m.type().matches(TYPES));
        }
        return true;
    }

    static Descent start() {
        return Descent.of(MAX_DEPTH, MAX_LISTS);
    }

    static void list(
            @Nullable Expression expression,
            String prefix,
            String framework,
            Scope scope,
            CodeBase code,
            List<ScreenRoute> routes,
            Descent depth) {
        if (expression == null || depth.ended()) {
            return;
        }
        Located at = code.symbols().definition(expression, scope);
        if (at.expression() instanceof Mapping options && options.get("routes") != null) {
            list(
                    options.get("routes"),
                    prefix,
                    framework,
                    at.scope(),
                    code,
                    routes,
                    depth.deeper());
        }
        if (at.expression() instanceof Sequence items) {
            for (Expression item : items.items()) {
                Expression inner = item instanceof Unary unary ? unary.operand() : item;
                Located route = code.symbols().definition(inner, at.scope());
                if (route.expression() instanceof Mapping mapping) {
                    object(mapping, prefix, framework, route.scope(), code, routes, depth);
                } else if (route.expression() instanceof Sequence) {
                    list(inner, prefix, framework, at.scope(), code, routes, depth.deeper());
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
            List<ScreenRoute> routes,
            Descent depth) {
        Expression path = route.get("path");
        Value value = path == null ? new Value("", true, true) : code.values().first(path, scope);
        String full = RouteElements.join(prefix, value.text());
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
                                : RouteElements.component(shown, none, scope);
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
                    new ScreenRoute(
                            full,
                            component,
                            framework,
                            value.known(),
                            scope.file().evidence(route.span())));
        }
        list(route.get("children"), full, framework, scope, code, routes, depth.deeper());
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
            List<ScreenRoute> routes,
            Descent depth) {
        String text = scope.file().text(lazy.span());
        Matcher module =
                Pattern.compile(
                                "import\\(\\s*['\"]([^'\"]+)['\"]\\s*\\)(?:\\.then\\(\\s*\\(?\\w+\\)?\\s*=>\\s*\\w+\\.(\\w+))?")
                        .matcher(text);
        if (!module.find() || depth.ended()) {
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
                                        depth.deeper());
                            }
                        });
    }
}
