package io.digitalworker.facts.framework.aspnet;

import io.digitalworker.facts.code.Located;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.code.Value;
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Binary;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Create;
import io.digitalworker.facts.syntax.Expression.Name;
import io.digitalworker.facts.syntax.Expression.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads the patterns of {@code MapControllerRoute} and its family with what is fixed beside them. */
final class RoutePatterns {
    private static final String DEFAULT = "{controller=Home}/{action=Index}/{id?}";
    private final Web web;

    RoutePatterns(Web web) {
        this.web = web;
    }

    List<RoutePattern> of(RouteSite site) {
        Call call = site.call();
        String name = call.name();
        switch (name) {
            case "MapDefaultControllerRoute", "UseMvcWithDefaultRoute" -> {
                Value text = new Value(DEFAULT, true, true);
                return List.of(new RoutePattern(site, text, List.of(text), Map.of()));
            }
            case "MapFallbackToController", "MapFallbackToAreaController" -> {
                return fallback(site);
            }
            case "MapDynamicControllerRoute", "MapDynamicPageRoute" -> {
                return call.arguments().isEmpty()
                        ? List.of()
                        : List.of(pattern(site, call.arguments().get(0).value(), Map.of()));
            }
            default -> {
                boolean route = name.startsWith("Map") && name.endsWith("Route");
                return route && call.receiver() != null ? routed(site) : List.of();
            }
        }
    }

    private List<RoutePattern> routed(RouteSite site) {
        Call call = site.call();
        boolean area =
                call.name().equals("MapAreaControllerRoute") || call.name().equals("MapAreaRoute");
        int shift = area ? 1 : 0;
        List<Argument> arguments = call.arguments();
        Optional<Expression> text =
                named(arguments, "pattern", "template", "url", "routeTemplate")
                        .or(() -> Argument.at(arguments, 1 + shift - namedBefore(arguments)));
        if (text.isEmpty()) {
            return List.of();
        }
        Map<String, String> defaults = new LinkedHashMap<>();
        named(arguments, "defaults")
                .or(() -> Argument.at(arguments, 2 + shift - namedBefore(arguments)))
                .ifPresent(value -> defaults(value, site.scope(), defaults));
        named(arguments, "constraints").ifPresent(value -> areaOf(value, site.scope(), defaults));
        if (area) {
            Argument.of(arguments, "areaName", 1)
                    .ifPresent(value -> defaults.put("area", web.text(value, site.scope()).text()));
        }
        return List.of(pattern(site, text.get(), defaults));
    }

    private static int namedBefore(List<Argument> arguments) {
        return arguments.stream().anyMatch(a -> a.named("name")) ? 1 : 0;
    }

    private static Optional<Expression> named(List<Argument> arguments, String... names) {
        for (String name : names) {
            Optional<Expression> found = Argument.named(arguments, name);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private RoutePattern pattern(RouteSite site, Expression text, Map<String, String> defaults) {
        List<Value> all = web.code().values().all(text, site.scope());
        return new RoutePattern(site, Alternatives.first(all), all, defaults);
    }

    /** {@code new { controller = "X" }}, {@code new RouteValueDictionary { ["action"] = "Y" }}. */
    private void defaults(Expression value, Scope scope, Map<String, String> defaults) {
        Located at = web.code().symbols().definition(value, scope);
        if (!(at.expression() instanceof Create create)) {
            return;
        }
        for (Argument entry : create.initializer()) {
            if (entry.name() != null) {
                put(defaults, entry.name(), entry.value(), at.scope());
            } else if (entry.value() instanceof Create pair && pair.initializer().size() == 2) {
                String key = web.text(pair.initializer().get(0).value(), at.scope()).text();
                put(defaults, key, pair.initializer().get(1).value(), at.scope());
            } else if (entry.value() instanceof Binary set
                    && set.left() instanceof Expression.Index index
                    && !index.arguments().isEmpty()) {
                String key = web.text(index.arguments().get(0).value(), at.scope()).text();
                put(defaults, key, set.right(), at.scope());
            } else if (entry.value() instanceof Binary set
                    && set.left() instanceof Expression.Sequence key
                    && key.items().size() == 1) {
                put(
                        defaults,
                        web.text(key.items().get(0), at.scope()).text(),
                        set.right(),
                        at.scope());
            } else if (entry.value() instanceof Name name) {
                put(defaults, name.name(), name, at.scope());
            }
        }
        create.arguments().forEach(a -> defaults(a.value(), at.scope(), defaults));
    }

    private void put(Map<String, String> defaults, String key, Expression value, Scope scope) {
        Value text = web.text(value, scope);
        if (text.known()) {
            defaults.put(key.toLowerCase(Locale.ROOT), text.text());
        }
    }

    private void areaOf(Expression value, Scope scope, Map<String, String> defaults) {
        Map<String, String> constraints = new LinkedHashMap<>();
        defaults(value, scope, constraints);
        String area = constraints.getOrDefault("area", "");
        if (!area.isEmpty() && area.matches("\\w+")) {
            defaults.putIfAbsent("area", area);
        }
    }

    /** {@code (action, controller)} or {@code (pattern, action, controller)}, an area behind. */
    private List<RoutePattern> fallback(RouteSite site) {
        boolean area = site.call().name().equals("MapFallbackToAreaController");
        List<Argument> arguments = site.call().arguments();
        int least = area ? 3 : 2;
        boolean given = arguments.size() > least;
        if (arguments.size() < least) {
            return List.of();
        }
        Map<String, String> defaults = new LinkedHashMap<>();
        int first = given ? 1 : 0;
        List<String> names =
                area ? List.of("action", "controller", "area") : List.of("action", "controller");
        for (int i = 0; i < names.size(); i++) {
            put(defaults, names.get(i), arguments.get(first + i).value(), site.scope());
        }
        Expression text =
                given ? arguments.get(0).value() : new Text("{*path:nonfile}", site.call().span());
        return List.of(pattern(site, text, defaults));
    }
}
