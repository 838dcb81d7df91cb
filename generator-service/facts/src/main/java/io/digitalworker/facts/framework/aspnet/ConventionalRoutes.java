package io.digitalworker.facts.framework.aspnet;

import io.digitalworker.facts.code.Located;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.code.Value;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.aspnet.Registrations.Site;
import io.digitalworker.facts.source.Evidence;
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Binary;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Create;
import io.digitalworker.facts.syntax.Expression.Name;
import io.digitalworker.facts.syntax.Expression.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Endpoints that patterns lead to: {@code MapControllerRoute} and its family.
 *
 * <p>A pattern that names its controller and action is an endpoint. One with {@code {controller}} and
 * {@code {action}} makes one for each action of its application without attribute routes, at the
 * shortest path, as links to it are made.
 *
 * <p>Methods are those that the action's attributes name. An action without any answers all methods;
 * it is told as GET where another of the same name takes the rest, or where it answers with a page and
 * takes no form, since nobody calls it otherwise; as ANY else.
 */
final class ConventionalRoutes {
    private static final String DEFAULT = "{controller=Home}/{action=Index}/{id?}";
    private static final Set<String> DYNAMIC =
            Set.of("MapDynamicControllerRoute", "MapDynamicPageRoute", "MapGenericPathRoute");

    private final Web web;
    private final ControllerEndpoints endpoints;
    private final TokenTransformers transformers;
    private final Findings findings;
    private final List<Controller> controllers;
    private final Map<String, List<Controller>> byName = new LinkedHashMap<>();
    private final Set<String> written = new HashSet<>();
    private final Map<String, Pattern> takers = new HashMap<>();

    ConventionalRoutes(
            Web web,
            ControllerEndpoints endpoints,
            TokenTransformers transformers,
            List<Controller> controllers,
            Findings findings) {
        this.web = web;
        this.endpoints = endpoints;
        this.transformers = transformers;
        this.controllers = controllers;
        this.findings = findings;
        for (Controller controller : controllers) {
            byName.computeIfAbsent(
                            controller.name().toLowerCase(Locale.ROOT), n -> new ArrayList<>())
                    .add(controller);
        }
    }

    /** A pattern with what is fixed beside it. */
    private record Pattern(Site site, Value text, List<Value> all, Map<String, String> defaults) {
        Template template() {
            return Template.of(text.text());
        }

        String fixed(String name) {
            return defaults.getOrDefault(name, "");
        }
    }

    void read(List<Site> sites) {
        List<Pattern> general = new ArrayList<>();
        for (Site site : sites) {
            for (Pattern pattern : patterns(site)) {
                if (!pattern.text().known()) {
                    unresolved(site, "not a constant");
                } else if (DYNAMIC.contains(site.call().name())) {
                    unresolved("ANY " + pattern.template().path(), "dynamic", site);
                } else if (isGeneral(pattern)) {
                    general.add(pattern);
                } else {
                    fixed(pattern);
                }
            }
        }
        general.forEach(this::general);
    }

    private void unresolved(Site site, String reason) {
        unresolved(site.scope().file().text(site.call().span()), reason, site);
    }

    private void unresolved(String text, String reason, Site site) {
        Evidence evidence = evidence(site);
        if (written.add(text + " " + evidence.path() + ":" + evidence.startLine())) {
            findings.unresolved("endpoint", text, reason, evidence);
        }
    }

    private static Evidence evidence(Site site) {
        Call call = site.call();
        return site.owner().file().evidence(call.span());
    }

    // ---- reading calls

    private List<Pattern> patterns(Site site) {
        Call call = site.call();
        String name = call.name();
        switch (name) {
            case "MapDefaultControllerRoute", "UseMvcWithDefaultRoute" -> {
                Value text = new Value(DEFAULT, true, true);
                return List.of(new Pattern(site, text, List.of(text), Map.of()));
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

    private List<Pattern> routed(Site site) {
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

    private Pattern pattern(Site site, Expression text, Map<String, String> defaults) {
        List<Value> all = web.code().values().all(text, site.scope());
        return new Pattern(site, Alternatives.first(all), all, defaults);
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
    private List<Pattern> fallback(Site site) {
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

    // ---- patterns with a controller and an action

    private static boolean isGeneral(Pattern pattern) {
        Template template = pattern.template();
        boolean controller = template.has("controller") || pattern.fixed("controller").isEmpty();
        return controller || template.has("action") || pattern.fixed("action").isEmpty();
    }

    private void fixed(Pattern pattern) {
        String name = pattern.fixed("controller");
        String action = pattern.fixed("action");
        List<Controller> fitting = fitting(pattern, name);
        boolean found = false;
        for (Controller controller : fitting) {
            List<Action> actions =
                    controller.actions().stream()
                            .filter(a -> a.name().equalsIgnoreCase(action))
                            .toList();
            for (Action each : actions) {
                if (!ControllerEndpoints.attributed(controller, each)) {
                    found = true;
                    write(pattern, controller, each, pattern.template());
                }
            }
            if (found) {
                return;
            }
        }
        String path = pattern.template().path();
        unresolved(
                path + " -> " + name + "Controller." + action,
                fitting.isEmpty()
                        ? "controller is not in the archive"
                        : "action is not in the archive",
                pattern.site());
    }

    /** The controllers of a name: the project's own first, those of another area last. */
    private List<Controller> fitting(Pattern pattern, String name) {
        String area = pattern.fixed("area");
        String home = web.projects().of(pattern.site().owner().file());
        List<List<Controller>> groups =
                List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (Controller controller :
                byName.getOrDefault(name.toLowerCase(Locale.ROOT), List.of())) {
            String project = web.projects().of(web.file(controller.type()));
            boolean fits = controller.area().equalsIgnoreCase(area);
            if (web.projects().related(project, home)) {
                groups.get(!fits ? 2 : project.equals(home) ? 0 : 1).add(controller);
            }
        }
        return groups.stream().flatMap(List::stream).toList();
    }

    private void write(Pattern pattern, Controller controller, Action action, Template template) {
        List<String> alternatives = Alternatives.others(pattern.all(), pattern.text());
        Confidence confidence = pattern.text().literal() ? Confidence.LITERAL : Confidence.RESOLVED;
        for (String method : methods(controller, action)) {
            if (written.add(
                    method
                            + template.path()
                            + controller.handler(action)
                            + action.member().span())) {
                endpoints.add(
                        controller,
                        action,
                        method,
                        template,
                        alternatives,
                        pattern.site().conditions(),
                        confidence);
            }
        }
    }

    /** See the class. */
    static List<String> methods(Controller controller, Action action) {
        if (!action.verbs().isEmpty()) {
            return action.verbs();
        }
        if (controller.classic()) {
            return List.of(ControllerEndpoints.classicVerb(action));
        }
        boolean rest =
                controller.actions().stream()
                        .anyMatch(
                                other ->
                                        !other.equals(action)
                                                && other.name().equalsIgnoreCase(action.name())
                                                && !other.verbs().isEmpty()
                                                && !other.verbs().contains("GET"));
        boolean sends =
                action.parameters().stream()
                        .anyMatch(
                                p ->
                                        p.type().contains("IFormCollection")
                                                || p.type().contains("FormCollection")
                                                || p.type().contains("IFormFile")
                                                || p.annotations().stream()
                                                        .anyMatch(
                                                                a ->
                                                                        a.is("FromBody")
                                                                                || a.is(
                                                                                        "FromForm")));
        return (rest || (!sends && !controller.api())) ? List.of("GET") : List.of("ANY");
    }

    // ---- {controller}/{action}

    private void general(Pattern pattern) {
        Template template = pattern.template();
        boolean anyArea = template.has("area");
        String home = web.projects().of(pattern.site().owner().file());
        for (Controller controller : controllers) {
            boolean area =
                    (anyArea && pattern.fixed("area").isEmpty())
                            ? !controller.area().isEmpty()
                            : controller.area().equalsIgnoreCase(pattern.fixed("area"));
            String own = pattern.fixed("controller");
            boolean named =
                    template.has("controller")
                            || own.isEmpty()
                            || own.equalsIgnoreCase(controller.name());
            boolean near =
                    web.projects().related(web.projects().of(web.file(controller.type())), home);
            if (area && named && near && (template.has("controller") || !own.isEmpty())) {
                controller
                        .actions()
                        .forEach(action -> general(pattern, template, controller, action));
            }
        }
    }

    private void general(Pattern pattern, Template template, Controller controller, Action action) {
        boolean classicPattern = pattern.site().call().name().equals("MapHttpRoute");
        String fixed = pattern.fixed("action");
        boolean fits =
                !ControllerEndpoints.attributed(controller, action)
                        && controller.classic() == classicPattern
                        && (template.has("action")
                                || fixed.equalsIgnoreCase(action.name())
                                || classicPattern);
        if (!fits) {
            return;
        }
        Map<String, String> values = new LinkedHashMap<>();
        values.put("controller", changed(template, "controller", controller.name(), controller));
        values.put("action", changed(template, "action", action.name(), controller));
        values.put("area", changed(template, "area", controller.area(), controller));
        String full = filled(template, template.text(), values, action);
        String shortest = shortest(pattern, template, values, action);
        for (String method : methods(controller, action)) {
            general(pattern, controller, action, method, Template.of(full), Template.of(shortest));
        }
    }

    /** At the shortest path, unless an earlier pattern leads elsewhere from there. */
    private void general(
            Pattern pattern,
            Controller controller,
            Action action,
            String method,
            Template full,
            Template shortest) {
        Template path = taken(pattern, method, shortest) ? full : shortest;
        String key = method + path.path() + controller.handler(action) + action.member().span();
        if (taken(pattern, method, path) || !written.add(key)) {
            return;
        }
        boolean same = full.path().equals(path.path());
        takers.put(place(pattern, method, path), pattern);
        takers.putIfAbsent(place(pattern, method, full), pattern);
        endpoints.add(
                controller,
                action,
                method,
                path,
                same ? List.of() : List.of(full.path()),
                pattern.site().conditions(),
                Confidence.CONVENTION);
    }

    private boolean taken(Pattern pattern, String method, Template path) {
        Pattern taker = takers.get(place(pattern, method, path));
        return taker != null && !taker.equals(pattern);
    }

    private String place(Pattern pattern, String method, Template path) {
        String home = web.projects().of(pattern.site().owner().file());
        return home + " " + method + " " + path.path();
    }

    private String changed(Template template, String name, String value, Controller controller) {
        Template.Parameter parameter = template.find(name);
        String so = value;
        if (parameter != null) {
            for (String constraint : parameter.constraints().split(":", -1)) {
                so = transformers.constraint(constraint, web.file(controller.type())).apply(so);
            }
        }
        return so;
    }

    /** The pattern with controller, action and area put in; optional parameters that are taken. */
    private static String filled(
            Template template, String text, Map<String, String> values, Action action) {
        List<String> segments = new ArrayList<>();
        for (String segment : text.split("/", -1)) {
            Template one = Template.of(segment);
            Set<String> dropped = new LinkedHashSet<>();
            String so =
                    one.filled(
                                    name -> {
                                        String value = values.get(name.toLowerCase(Locale.ROOT));
                                        Template.Parameter parameter = template.find(name);
                                        boolean optional =
                                                parameter != null
                                                        && (parameter.optional()
                                                                || parameter.all());
                                        if (value == null && optional && !action.takes(name)) {
                                            dropped.add(name);
                                        }
                                        return value == null ? braced(template, name) : value;
                                    })
                            .substring(1);
            if (dropped.isEmpty()) {
                segments.add(so);
            }
        }
        return String.join("/", segments);
    }

    private static String braced(Template template, String name) {
        Template.@Nullable Parameter parameter = template.find(name);
        boolean optional = parameter != null && parameter.optional();
        return "{"
                + name
                + (parameter == null ? "" : parameter.constraints())
                + (optional ? "?}" : "}");
    }

    /** Without action and controller at the end where they are the defaults. */
    private static String shortest(
            Pattern pattern, Template template, Map<String, String> values, Action action) {
        String text = filled(template, template.text(), values, action);
        for (String name : List.of("action", "controller")) {
            Template.Parameter parameter = template.find(name);
            String fallback = parameter == null ? "" : parameter.fallback();
            fallback = fallback.isEmpty() ? pattern.fixed(name) : fallback;
            String value = values.getOrDefault(name, "");
            boolean last = text.equals(value) || text.endsWith("/" + value);
            if (parameter == null
                    || !last
                    || value.isEmpty()
                    || !fallback.equalsIgnoreCase(value)) {
                break;
            }
            text = text.substring(0, Math.max(0, text.length() - value.length() - 1));
        }
        return text;
    }
}
