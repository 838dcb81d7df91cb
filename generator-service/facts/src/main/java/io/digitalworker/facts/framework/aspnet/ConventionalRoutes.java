package io.digitalworker.facts.framework.aspnet;

import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.source.Evidence;
import io.digitalworker.facts.syntax.Expression.Call;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

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
    private static final Set<String> DYNAMIC =
            Set.of("MapDynamicControllerRoute", "MapDynamicPageRoute", "MapGenericPathRoute");
    private final Web web;
    private final ControllerEndpoints endpoints;
    private final RoutePatterns patterns;
    private final FilledPaths paths;
    private final Findings findings;
    private final List<Controller> controllers;
    private final Map<String, List<Controller>> byName = new LinkedHashMap<>();
    private final Set<String> written = new HashSet<>();
    private final Map<String, General> takers = new HashMap<>();

    ConventionalRoutes(
            Web web,
            ControllerEndpoints endpoints,
            TokenTransformers transformers,
            List<Controller> controllers,
            Findings findings) {
        this.web = web;
        this.endpoints = endpoints;
        this.patterns = new RoutePatterns(web);
        this.paths = new FilledPaths(web, transformers);
        this.controllers = controllers;
        this.findings = findings;
        for (Controller controller : controllers) {
            byName.computeIfAbsent(
                            controller.name().toLowerCase(Locale.ROOT), n -> new ArrayList<>())
                    .add(controller);
        }
    }

    void read(List<RouteSite> sites) {
        List<RoutePattern> general = new ArrayList<>();
        for (RouteSite site : sites) {
            for (RoutePattern pattern : patterns.of(site)) {
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
        for (RoutePattern pattern : general) {
            general(new General(pattern, pattern.template(), home(pattern)));
        }
    }

    private void unresolved(RouteSite site, String reason) {
        unresolved(site.scope().file().text(site.call().span()), reason, site);
    }

    private void unresolved(String text, String reason, RouteSite site) {
        Evidence evidence = evidence(site);
        if (written.add(text + " " + evidence.path() + ":" + evidence.startLine())) {
            findings.unresolved("endpoint", text, reason, evidence);
        }
    }

    private static Evidence evidence(RouteSite site) {
        Call call = site.call();
        return site.owner().file().evidence(call.span());
    }

    // ---- patterns with a controller and an action

    private static boolean isGeneral(RoutePattern pattern) {
        Template template = pattern.template();
        boolean controller = template.has("controller") || pattern.fixed("controller").isEmpty();
        return controller || template.has("action") || pattern.fixed("action").isEmpty();
    }

    private void fixed(RoutePattern pattern) {
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
    private List<Controller> fitting(RoutePattern pattern, String name) {
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

    private void write(
            RoutePattern pattern, Controller controller, Action action, Template template) {
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
                                        other.name().equalsIgnoreCase(action.name())
                                                && !other.member()
                                                        .evidence()
                                                        .equals(action.member().evidence())
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

    /** A pattern for all controllers of the project that is its home. */
    private record General(RoutePattern pattern, Template template, String home) {
        boolean same(General other) {
            return pattern.text().text().equals(other.pattern.text().text())
                    && pattern.defaults().equals(other.pattern.defaults())
                    && home.equals(other.home)
                    && evidence(pattern.site()).equals(evidence(other.pattern.site()));
        }

        String place(String method, String path) {
            return home + " " + method + " " + path;
        }
    }

    private String home(RoutePattern pattern) {
        return web.projects().of(pattern.site().owner().file());
    }

    private void general(General general) {
        RoutePattern pattern = general.pattern();
        Template template = general.template();
        boolean anyArea = template.has("area");
        String home = general.home();
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
            String project = web.projects().of(web.file(controller.type()));
            boolean near =
                    web.projects().related(project, home)
                            || web.projects().pluggedInto(project, home);
            if (area && named && near && (template.has("controller") || !own.isEmpty())) {
                controller.actions().forEach(action -> general(general, controller, action));
            }
        }
    }

    private void general(General general, Controller controller, Action action) {
        RoutePattern pattern = general.pattern();
        Template template = general.template();
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
        Map<String, String> values = paths.values(template, controller, action);
        String full = FilledPaths.full(template, values, action);
        String shortest = FilledPaths.shortest(pattern, template, values, action);
        for (String method : methods(controller, action)) {
            general(general, controller, action, method, Template.of(full), Template.of(shortest));
        }
    }

    /** At the shortest path, unless an earlier pattern leads elsewhere from there. */
    private void general(
            General general,
            Controller controller,
            Action action,
            String method,
            Template full,
            Template shortest) {
        String whole = full.path();
        String brief = shortest.path();
        boolean other = taken(general, method, brief);
        String path = other ? whole : brief;
        String key = method + path + controller.handler(action) + action.member().span();
        if ((other && taken(general, method, whole)) || !written.add(key)) {
            return;
        }
        takers.put(general.place(method, path), general);
        takers.putIfAbsent(general.place(method, whole), general);
        endpoints.add(
                controller,
                action,
                method,
                other ? full : shortest,
                whole.equals(path) ? List.of() : List.of(whole),
                general.pattern().site().conditions(),
                Confidence.CONVENTION);
    }

    private boolean taken(General general, String method, String path) {
        General taker = takers.get(general.place(method, path));
        return taker != null && !taker.same(general);
    }
}
