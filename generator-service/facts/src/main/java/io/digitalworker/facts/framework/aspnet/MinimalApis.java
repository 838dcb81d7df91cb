package io.digitalworker.facts.framework.aspnet;

import io.digitalworker.facts.code.Symbol;
import io.digitalworker.facts.code.Value;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.Endpoint;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.source.Evidence;
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Lambda;
import io.digitalworker.facts.syntax.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Endpoints that calls such as {@code MapGet("/x", handler)} register. */
final class MinimalApis {
    private static final Map<String, String> VERBS =
            Map.of(
                    "MapGet", "GET",
                    "MapPost", "POST",
                    "MapPut", "PUT",
                    "MapDelete", "DELETE",
                    "MapPatch", "PATCH");
    private final Web web;
    private final Registrations registrations;
    private final Mounts mounts;
    private final Access access;
    private final Findings findings;
    private final Set<String> seen = new HashSet<>();

    MinimalApis(
            Web web, Registrations registrations, Mounts mounts, Access access, Findings findings) {
        this.web = web;
        this.registrations = registrations;
        this.mounts = mounts;
        this.access = access;
        this.findings = findings;
    }

    void read(List<RouteSite> sites) {
        sites.forEach(this::read);
    }

    private void read(RouteSite site) {
        Call call = site.call();
        if (VERBS.containsKey(call.name()) && call.arguments().size() >= 2) {
            handled(site, List.of(VERBS.get(call.name())), 1);
            return;
        }
        switch (call.name()) {
            case "MapMethods" -> methods(site);
            case "Map" -> any(site);
            case "MapFallback" -> fallback(site);
            case "MapForwarder" -> plain(site, List.of("ANY"), "YARP");
            case "MapHealthChecks" -> plain(site, List.of("GET"), "HealthChecks");
            case "MapHub" -> plain(site, List.of("ANY"), typeArgument(call));
            case "MapIdentityApi" -> identity(site);
            case "MapReverseProxy" -> unresolved(site, "routes come from configuration");
            default -> {}
        }
    }

    private static String typeArgument(Call call) {
        return call.typeArguments().isEmpty() ? "" : call.typeArguments().get(0);
    }

    private void unresolved(RouteSite site, String reason) {
        if (mount(site) != null) {
            unresolved(site.scope().file().text(site.call().span()), reason, site);
        }
    }

    private void unresolved(String text, String reason, RouteSite site) {
        Evidence evidence = site.evidence();
        if (seen.add(text + " " + evidence.path() + evidence.startLine())) {
            findings.unresolved("endpoint", text, reason, evidence);
        }
    }

    private void methods(RouteSite site) {
        List<Argument> arguments = site.call().arguments();
        if (arguments.size() < 3) {
            return;
        }
        List<String> methods = new ArrayList<>();
        for (Value value : web.code().values().items(arguments.get(1).value(), site.scope())) {
            methods.add(value.text().replaceAll("[{}]", "").toUpperCase(Locale.ROOT));
        }
        handled(site, methods, 2);
    }

    /** {@code Map(pattern, handler)}; not a mapper's, nor a branch of the pipeline. */
    private void any(RouteSite site) {
        List<Argument> arguments = site.call().arguments();
        boolean two = arguments.size() == 2 && site.call().typeArguments().isEmpty();
        boolean own = two && !web.text(arguments.get(0).value(), site.scope()).text().isEmpty();
        if (own && !branches(site, arguments.get(1).value())) {
            handled(site, List.of("ANY"), 1);
        }
    }

    private boolean branches(RouteSite site, Expression handler) {
        if (handler instanceof Lambda lambda) {
            boolean one = lambda.parameters().size() == 1 && lambda.block();
            if (!one) {
                return false;
            }
            String name = lambda.parameters().get(0).name();
            String body = site.scope().file().text(lambda.body());
            return body.contains(name + ".Use")
                    || body.contains(name + ".Run(")
                    || body.contains(name + ".Map");
        }
        Optional<Symbol> symbol = web.symbol(handler, site.scope());
        return symbol.isPresent()
                && symbol.get() instanceof Symbol.Function function
                && !function.member().parameters().isEmpty()
                && Mounts.builds(function.member().parameters().get(0).type());
    }

    private void fallback(RouteSite site) {
        List<Argument> arguments = site.call().arguments();
        if (arguments.size() >= 2) {
            handled(site, List.of("ANY"), 1);
        } else if (arguments.size() == 1) {
            Mount mount = mount(site);
            if (mount != null) {
                route(
                        site,
                        mount,
                        new Value("{path}", true, true),
                        List.of("ANY"),
                        arguments.get(0).value(),
                        List.of());
            }
        }
    }

    private void identity(RouteSite site) {
        Mount mount = mount(site);
        if (mount != null) {
            IdentityEndpoints.of(site, mount).forEach(this::add);
        }
    }

    // ---- one registration

    private @Nullable Mount mount(RouteSite site) {
        Expression receiver = site.call().receiver();
        return receiver == null ? null : mounts.of(receiver, site.scope());
    }

    private void plain(RouteSite site, List<String> methods, String handler) {
        Mount mount = mount(site);
        List<Argument> arguments = site.call().arguments();
        if (mount == null || arguments.isEmpty()) {
            return;
        }
        Expression pattern = arguments.get(0).value();
        List<Value> values = web.code().values().all(pattern, site.scope());
        RouteHandler named =
                new RouteHandler(handler, List.of(), "", site.scope(), null, List.of());
        write(site, mount, Alternatives.first(values), methods, named, values);
    }

    private void handled(RouteSite site, List<String> methods, int handler) {
        List<Argument> arguments = site.call().arguments();
        Mount mount = wrapped(site) ? null : mount(site);
        if (mount == null) {
            return;
        }
        Expression pattern = Argument.of(arguments, "pattern", 0).orElse(arguments.get(0).value());
        Expression value = arguments.get(handler).value();
        List<Value> values = web.code().values().all(pattern, site.scope());
        route(site, mount, Alternatives.first(values), methods, value, values);
    }

    /** Whether this calls a method of the archive of the same name, which registers it in turn. */
    private boolean wrapped(RouteSite site) {
        for (RouteOwner owner : registrations.registrars(site.call().name())) {
            boolean within = owner.equals(site.owner());
            if (!within && registrations.calls(site, owner) != null) {
                return true;
            }
        }
        return false;
    }

    private void route(
            RouteSite site,
            Mount mount,
            Value pattern,
            List<String> methods,
            Expression handler,
            List<Value> all) {
        write(site, mount, pattern, methods, new RouteHandlers(web).of(handler, site.scope()), all);
    }

    private void write(
            RouteSite site,
            Mount mount,
            Value pattern,
            List<String> methods,
            RouteHandler handler,
            List<Value> all) {
        if (!pattern.known() || !mount.known()) {
            unresolved(Template.joined(mount.prefix(), pattern.text()), "not a constant", site);
            return;
        }
        Mount full = mount;
        for (Call outer : site.outer()) {
            full = full.needing(access.of(outer, site.scope()));
            boolean versions =
                    outer.name().equals("MapToApiVersion") || outer.name().equals("HasApiVersion");
            full = versions ? full.onlyVersion(mounts.version(outer, site.scope())) : full;
        }
        for (RouteSite.Placed around : site.context().around()) {
            full = full.needing(access.of(around.call(), around.scope()));
        }
        List<String> own = access.of(handler.annotations());
        full = full.needing(own);
        Template template = Template.of(Template.joined(full.prefix(), pattern.text()));
        boolean literal = pattern.literal() && full.prefix().isEmpty();
        for (String method : methods) {
            add(endpoint(site, full, template, method, handler, all, literal));
        }
    }

    private Endpoint endpoint(
            RouteSite site,
            Mount mount,
            Template template,
            String method,
            RouteHandler handler,
            List<Value> all,
            boolean literal) {
        Inputs inputs =
                new Inputs(web, template, method, Inputs.Rules.MINIMAL)
                        .add(handler.parameters(), handler.scope());
        Answers answers = new Answers(web).declared(handler.annotations());
        for (Call outer : site.outer()) {
            answers.called(outer, site.scope());
            if (outer.name().equals("Accepts") && !outer.typeArguments().isEmpty()) {
                inputs.request(outer.typeArguments().get(0));
            }
        }
        answers.returned(handler.returns());
        Span body = handler.body();
        if (body != null) {
            answers.seen(handler.scope().file(), body);
        }
        handler.delegated().ifPresent(m -> answers.seen(handler.scope().file(), m.body()));
        return new Endpoint(
                method,
                template.path(),
                alternatives(mount, template, all),
                handler.name(),
                site.call().name().equals("MapHub") ? "signalr" : Web.NAME,
                inputs.done(),
                inputs.request(),
                answers.done(),
                mount.needs(),
                conditions(site, mount),
                literal ? Confidence.LITERAL : Confidence.RESOLVED,
                site.evidence());
    }

    private static List<String> alternatives(Mount mount, Template template, List<Value> all) {
        List<String> paths = new ArrayList<>();
        for (Value value : all) {
            String path = Template.of(Template.joined(mount.prefix(), value.text())).path();
            if (value.known() && !path.equals(template.path()) && !paths.contains(path)) {
                paths.add(path);
            }
        }
        for (Template.Parameter parameter : template.parameters().values()) {
            if (parameter.has("apiVersion")) {
                for (String version : mount.versions()) {
                    String shown =
                            version.endsWith(".0")
                                    ? version.substring(0, version.length() - 2)
                                    : version;
                    paths.add(
                            template.filled(
                                    p -> p.equals(parameter.name()) ? shown : "{" + p + "}"));
                }
            }
        }
        return paths;
    }

    static List<String> conditions(RouteSite site, Mount mount) {
        Set<String> all = new LinkedHashSet<>(site.conditions());
        mount.versions().forEach(version -> all.add("api-version " + version));
        return List.copyOf(all);
    }

    private void add(Endpoint endpoint) {
        if (seen.add(endpoint.toString())) {
            findings.add(endpoint);
        }
    }
}
