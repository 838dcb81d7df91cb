package io.digitalworker.facts.framework.aspnet;

import io.digitalworker.facts.code.Value;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.Endpoint;
import io.digitalworker.facts.fact.Response;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.aspnet.RouteAttributes.Route;
import io.digitalworker.facts.framework.aspnet.Web.Placed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Endpoints of actions: those with attribute routes, and the making of all others. */
final class ControllerEndpoints {
    private final Web web;
    private final Access access;
    private final TokenTransformers transformers;
    private final RoutePrefixes prefixes;
    private final Findings findings;
    private final Map<String, Behind> behind = new HashMap<>();

    ControllerEndpoints(
            Web web, TokenTransformers transformers, RoutePrefixes prefixes, Findings findings) {
        this.web = web;
        this.access = new Access(web);
        this.transformers = transformers;
        this.prefixes = prefixes;
        this.findings = findings;
    }

    /** One template that an action is reached at, with the methods that go with it. */
    private record Selector(@Nullable Value template, List<String> methods) {}

    /** Whether attributes say where the action is; else conventional routes do. */
    static boolean attributed(Controller controller, Action action) {
        return !classPrefixes(controller).isEmpty() || action.routed();
    }

    /** A {@code [RoutePrefix]} alone routes nothing. */
    private static List<Route> classPrefixes(Controller controller) {
        return controller.prefixes().stream().filter(r -> !r.placed().is("RoutePrefix")).toList();
    }

    void attributed(Controller controller) {
        for (Action action : controller.actions()) {
            if (attributed(controller, action)) {
                for (Selector selector : selectors(controller, action)) {
                    selected(controller, action, selector);
                }
            }
        }
    }

    /**
     * How MVC groups attributes: each with a template stands for itself, {@code [Route]} takes the
     * methods of those without template, and these stand alone where there is no {@code [Route]}.
     */
    private static List<Selector> selectors(Controller controller, Action action) {
        List<Selector> selectors = new ArrayList<>();
        Set<String> silent = new LinkedHashSet<>();
        boolean plain = false;
        for (Route route : action.routes()) {
            if (route.template() == null) {
                silent.addAll(route.methods());
            }
            plain |= route.template() != null && !route.verb();
        }
        for (Route route : action.routes()) {
            if (route.template() != null) {
                boolean own = route.verb() && !controller.classic();
                List<String> methods = own ? route.methods() : List.copyOf(silent);
                selectors.add(new Selector(route.template(), methods));
            }
        }
        boolean alone = selectors.isEmpty() || (!silent.isEmpty() && !plain);
        if (alone) {
            selectors.add(new Selector(null, List.copyOf(silent)));
        }
        return selectors;
    }

    private void selected(Controller controller, Action action, Selector selector) {
        List<Route> above = controller.prefixes();
        boolean prefixed = above.stream().anyMatch(r -> r.placed().is("RoutePrefix"));
        List<Value> before = new ArrayList<>();
        for (Route route : above) {
            Value value = route.template();
            if (value != null && (!prefixed || route.placed().is("RoutePrefix"))) {
                before.add(value);
            }
        }
        Value template = selector.template();
        boolean anew = template != null && Template.absolute(template.text());
        if (before.isEmpty() || anew) {
            before = List.of(new Value("", true, true));
        }
        for (Value prefix : before) {
            Value own = template == null ? new Value("", true, true) : template;
            template(controller, action, prefix, own, selector.methods());
        }
    }

    private void template(
            Controller controller, Action action, Value prefix, Value own, List<String> methods) {
        String combined = Template.combined(prefix.text(), own.text());
        if (!prefix.known() || !own.known()) {
            findings.unresolved(
                    "endpoint",
                    controller.handler(action) + " " + combined,
                    "not a constant",
                    action.member().evidence());
            return;
        }
        String before =
                Template.absolute(own.text()) ? "" : prefixes.of(web.file(controller.type()));
        String text = replaced(controller, action, Template.joined(before, combined));
        boolean single = prefix.text().isEmpty() || own.text().isEmpty();
        boolean literal = prefix.literal() && own.literal() && single && text.equals(combined);
        Confidence confidence = literal ? Confidence.LITERAL : Confidence.RESOLVED;
        List<String> verbs = methods.isEmpty() ? verbs(controller, action) : methods;
        for (String method : verbs) {
            Template template = Template.of(text);
            add(
                    controller,
                    action,
                    method,
                    template,
                    versions(controller, action, template),
                    List.of(),
                    confidence);
        }
    }

    private static List<String> verbs(Controller controller, Action action) {
        return controller.classic() ? List.of(classicVerb(action)) : List.of("ANY");
    }

    /** Web API 2 takes the method from the name of the action; POST if it has none. */
    static String classicVerb(Action action) {
        String name = action.member().name().toUpperCase(Locale.ROOT);
        for (String verb : List.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS")) {
            if (name.startsWith(verb)) {
                return verb;
            }
        }
        return "POST";
    }

    private String replaced(Controller controller, Action action, String template) {
        UnaryOperator<String> change = transformers.tokens(web.file(controller.type()));
        Map<String, String> tokens = new HashMap<>();
        tokens.put("controller", change.apply(controller.name()));
        tokens.put("action", change.apply(action.name()));
        tokens.put("area", change.apply(controller.area()));
        tokens.put("namespace", controller.type().namespace());
        return Template.replaced(template, tokens);
    }

    /** The paths with the versions put in that the attributes name. */
    private List<String> versions(Controller controller, Action action, Template template) {
        String parameter = "";
        for (Template.Parameter each : template.parameters().values()) {
            parameter = each.has("apiVersion") ? each.name() : parameter;
        }
        if (parameter.isEmpty()) {
            return List.of();
        }
        List<String> versions = declared(action.annotations(), "MapToApiVersion");
        if (versions.isEmpty()) {
            versions = declared(action.annotations(), "ApiVersion");
        }
        if (versions.isEmpty()) {
            versions = declared(controller.annotations(), "ApiVersion");
        }
        String name = parameter;
        return versions.stream()
                .map(
                        version ->
                                version.endsWith(".0")
                                        ? version.substring(0, version.length() - 2)
                                        : version)
                .distinct()
                .map(version -> template.filled(p -> p.equals(name) ? version : "{" + p + "}"))
                .toList();
    }

    private List<String> declared(List<Placed> annotations, String attribute) {
        List<String> versions = new ArrayList<>();
        for (Placed placed : annotations) {
            if (placed.is(attribute)) {
                List<String> parts =
                        placed.annotation().arguments().stream()
                                .filter(a -> a.name() == null)
                                .map(a -> web.text(a.value(), placed.scope()).text())
                                .filter(text -> text.matches("[\\w.-]+"))
                                .toList();
                versions.add(String.join(".", parts));
            }
        }
        versions.removeIf(String::isEmpty);
        return versions;
    }

    /** Writes one endpoint of an action. */
    void add(
            Controller controller,
            Action action,
            String method,
            Template template,
            List<String> alternatives,
            List<String> conditions,
            Confidence confidence) {
        Inputs.Rules rules = controller.api() ? Inputs.Rules.API : Inputs.Rules.VIEW;
        Inputs inputs =
                new Inputs(web, template, method, rules).add(action.parameters(), action.scope());
        Behind known =
                behind.computeIfAbsent(
                        controller.type().evidence().id() + action.member().evidence().id(),
                        any -> behind(controller, action));
        findings.add(
                new Endpoint(
                        method,
                        template.path(),
                        alternatives,
                        controller.handler(action),
                        controller.classic() ? "aspnet" : Web.NAME,
                        inputs.done(),
                        inputs.request(),
                        known.answers(),
                        known.needs(),
                        conditions,
                        confidence,
                        action.member().evidence()));
    }

    /** What is behind all addresses of an action. */
    private record Behind(List<Response> answers, List<String> needs) {}

    private Behind behind(Controller controller, Action action) {
        List<Placed> annotations = new ArrayList<>(action.annotations());
        annotations.addAll(controller.annotations());
        Answers answers =
                new Answers(web)
                        .declared(annotations)
                        .returned(action.returns())
                        .seen(action.scope().file(), action.member().body());
        Set<String> needs = new LinkedHashSet<>(access.of(annotations));
        if (needs.isEmpty()) {
            needs.addAll(prefixes.authorization(web.file(controller.type())));
        }
        return new Behind(answers.done(), List.copyOf(needs));
    }
}
