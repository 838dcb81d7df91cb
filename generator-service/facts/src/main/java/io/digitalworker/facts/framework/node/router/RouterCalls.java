package io.digitalworker.facts.framework.node.router;

import io.digitalworker.facts.framework.node.Authorization;
import io.digitalworker.facts.framework.node.Requests;
import io.digitalworker.facts.framework.node.router.RouterNode.Given;
import io.digitalworker.facts.framework.node.router.RouterNode.Guard;
import io.digitalworker.facts.framework.node.router.RouterNode.Handler;
import io.digitalworker.facts.framework.node.router.RouterNode.Mount;
import io.digitalworker.facts.framework.node.router.RouterNode.Route;
import io.digitalworker.facts.framework.node.router.Thing.At;
import io.digitalworker.facts.framework.node.router.Thing.Closure;
import io.digitalworker.facts.framework.node.router.Thing.Environment;
import io.digitalworker.facts.framework.node.router.Thing.Fields;
import io.digitalworker.facts.framework.node.router.Thing.Foreign;
import io.digitalworker.facts.framework.node.router.Thing.Items;
import io.digitalworker.facts.framework.node.router.Thing.ModuleOf;
import io.digitalworker.facts.framework.node.router.Thing.Router;
import io.digitalworker.facts.framework.node.router.Thing.Text;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Lambda;
import io.digitalworker.facts.syntax.Expression.Select;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What calls on applications and routers register: Express and its kin, Koa, Hono, Fastify, hapi. */
final class RouterCalls {
    static final Map<String, String> VERBS =
            Map.of(
                    "get", "GET", "post", "POST", "put", "PUT", "delete", "DELETE", "del", "DELETE",
                    "patch", "PATCH", "head", "HEAD", "options", "OPTIONS", "all", "ANY");
    private static final Set<String> OWN_ROUTES = Set.of("routes", "middleware", "callback");
    private final List<RouterNode> nodes = new ArrayList<>();
    private @Nullable ScriptRun run;

    void run(ScriptRun run) {
        this.run = run;
    }

    private ScriptRun script() {
        ScriptRun script = run;
        if (script == null) {
            throw new IllegalStateException("a run must be given before calls are followed");
        }
        return script;
    }

    /** All applications and routers, in the order in which they are made. */
    List<RouterNode> nodes() {
        return nodes;
    }

    RouterNode node(String framework, boolean application, boolean orphan) {
        RouterNode node = new RouterNode(framework, application, orphan);
        nodes.add(node);
        return node;
    }

    /** A call of something outside the archive: it may make an application or a router. */
    Thing foreign(Foreign function, List<Given> given, Call call, Environment env) {
        String path = function.path();
        if (RouterPackages.make(path)) {
            return made(path, given);
        }
        if (path.equals("koa-mount")
                && given.size() > 1
                && routerOf(given.get(1).thing()) != null) {
            RouterNode child = routerOf(given.get(1).thing());
            return child == null ? Thing.UNKNOWN : new At(child, given.get(0).thing());
        }
        if (path.endsWith(".createRoute") && !given.isEmpty()) {
            return given.get(0).thing();
        }
        boolean server = RouterPackages.isServer(function.module());
        RouterNode passed = given.isEmpty() || server ? null : routerOf(given.get(0).thing());
        if (passed != null) {
            return new Router(passed);
        }
        Thing first = given.isEmpty() ? Thing.UNKNOWN : given.get(0).thing();
        if (first instanceof Thing.ClassOf type
                && path.matches(".*(Container|container).*(get|resolve)")) {
            return script().construct(type, List.of());
        }
        boolean handsOver = call.name().equals("then") || call.function() instanceof Select;
        return handsOver && !VERBS.containsKey(call.name())
                ? script().entered(given)
                : Thing.UNKNOWN;
    }

    private Thing made(String path, List<Given> given) {
        boolean application = RouterPackages.isApplication(path);
        RouterNode node = node(RouterPackages.framework(path), application, false);
        if (!given.isEmpty() && given.get(0).thing() instanceof Fields options) {
            Thing prefix = options.fields.get("prefix");
            node.prefix = prefix instanceof Text text ? text.text() : "";
        }
        return new Router(node);
    }

    private @Nullable RouterNode routerOf(Thing thing) {
        if (thing instanceof Router router) {
            return router.node();
        }
        if (thing instanceof ModuleOf module) {
            Thing main = script().exported(module.file(), "default");
            return main instanceof Router router ? router.node() : null;
        }
        return null;
    }

    // ---- on routers

    Thing onRouter(RouterNode node, String name, List<Given> given, Call call, Environment env) {
        switch (node.framework) {
            case "fastify" -> {
                return new FastifyCalls(this, script()).on(node, name, given, call, env);
            }
            case "hapi" -> {
                return new HapiCalls(this, script()).on(node, name, given, call, env);
            }
            default -> {
                return onPlain(node, name, given, call, env);
            }
        }
    }

    private Thing onPlain(
            RouterNode node, String name, List<Given> given, Call call, Environment env) {
        String verb = VERBS.get(name);
        if (verb != null) {
            verb(node, verb, given, call, env);
        } else if (name.equals("route")) {
            return route(node, given);
        } else if (name.equals("use") || name.equals("mount")) {
            use(node, given, env);
        } else if (name.equals("prefix") && !given.isEmpty()) {
            node.prefix = given.get(0).thing() instanceof Text text ? text.text() : node.prefix;
        } else if (name.equals("basePath") && !given.isEmpty()) {
            return below(node, given.get(0).thing());
        } else if (name.equals("group") && !given.isEmpty()) {
            group(node, given);
        } else if (name.equals("on") && node.framework.equals("hono") && given.size() > 2) {
            register(
                    node,
                    RouterPaths.methods(given.get(0).thing()),
                    given.subList(1, given.size()),
                    call,
                    env);
        } else if (name.equals("register") && node.framework.equals("koa") && given.size() > 2) {
            List<Given> rest = new ArrayList<>(List.of(given.get(0)));
            rest.addAll(given.subList(2, given.size()));
            register(node, RouterPaths.methods(given.get(1).thing()), rest, call, env);
        } else if (name.equals("openapi") && !given.isEmpty()) {
            openapi(node, given, call, env);
        } else if (!OWN_ROUTES.contains(name)) {
            script().entered(given.stream().filter(g -> name.equals("then")).toList());
        }
        return new Router(node);
    }

    private void verb(RouterNode node, String verb, List<Given> given, Call call, Environment env) {
        boolean setting = given.size() == 1 && !node.framework.equals("hono");
        if (given.isEmpty() || (setting && !(given.get(0).thing() instanceof Fields))) {
            return;
        }
        boolean named =
                node.framework.equals("koa")
                        && given.size() > 2
                        && given.get(0).thing() instanceof Text
                        && given.get(1).thing() instanceof Text;
        boolean errors =
                Set.of("ANY", "OPTIONS").contains(verb) && RouterPaths.isStar(given.get(0).thing());
        if (!errors) {
            register(
                    node, List.of(verb), named ? given.subList(1, given.size()) : given, call, env);
        }
    }

    private Thing route(RouterNode node, List<Given> given) {
        if (given.size() > 1 && routerOf(given.get(1).thing()) != null) {
            mount(node, given.get(0).thing(), given.get(1).thing(), List.of());
            return new Router(node);
        }
        return given.isEmpty()
                ? Thing.UNKNOWN
                : new At(node, RouterPaths.asPath(given.get(0), script().code()));
    }

    private Thing below(RouterNode node, Thing path) {
        RouterNode child = node(node.framework, false, false);
        child.mounted = true;
        node.events.add(new Mount(path, child, List.of()));
        return new Router(child);
    }

    private void group(RouterNode node, List<Given> given) {
        Thing last = given.get(given.size() - 1).thing();
        Thing path = given.get(0).thing() instanceof Text text ? text : new Text("", true, true);
        if (last instanceof Closure closure) {
            script().invoke(closure, List.of(below(node, path)), closure.around().self);
        }
    }

    private void openapi(RouterNode node, List<Given> given, Call call, Environment env) {
        if (given.get(0).thing() instanceof Fields route) {
            Thing path = route.fields.getOrDefault("path", Thing.UNKNOWN);
            Given at = new Given(given.get(0).expression(), path, given.get(0).written());
            List<Given> rest = new ArrayList<>(List.of(at));
            rest.addAll(given.subList(1, given.size()));
            register(
                    node,
                    RouterPaths.methods(route.fields.getOrDefault("method", Thing.UNKNOWN)),
                    rest,
                    call,
                    env);
        }
    }

    // ---- use

    void use(RouterNode node, List<Given> given, Environment env) {
        List<Given> rest = flat(given);
        Thing path = new Text("", true, true);
        if (!given.isEmpty() && RouterPaths.isPath(given.get(0).thing())) {
            path = given.get(0).thing();
            rest = flat(given.subList(1, given.size()));
        } else if (given.size() > 1 && RouterPaths.isUnknownPath(given.get(0))) {
            path = RouterPaths.asPath(given.get(0), script().code());
            rest = flat(given.subList(1, given.size()));
        }
        boolean graph =
                rest.stream()
                        .anyMatch(
                                g ->
                                        g.written()
                                                .matches(
                                                        "(?s).*(graphql|Graphql|GraphQL|expressMiddleware).*"));
        List<String> middleware = new ArrayList<>();
        for (Given each : rest) {
            boolean mounts = each.thing() instanceof At || routerOf(each.thing()) != null;
            if (mounts) {
                mount(node, path, each.thing(), middleware);
            } else if (Authorization.guards(each.written())) {
                middleware.add(Authorization.written(each.written()));
                node.events.add(new Guard(path, Authorization.written(each.written())));
            }
        }
        if (graph && path instanceof Text text && text.known() && !text.text().isEmpty()) {
            Expression at = given.get(0).expression();
            Route route =
                    new Route(
                            List.of("ANY"),
                            path,
                            given.get(0).written(),
                            null,
                            middleware,
                            null,
                            script().conditions(),
                            env.file.evidence(at.span()));
            node.events.add(route);
        }
    }

    void mount(RouterNode node, Thing path, Thing what, List<String> middleware) {
        RouterNode child = what instanceof At at ? at.node() : routerOf(what);
        if (child != null && child != node) {
            Thing full =
                    what instanceof At at
                                    && at.path() instanceof Text more
                                    && path instanceof Text text
                            ? text.plus(new Text("/", true, true)).plus(more)
                            : path;
            child.mounted = true;
            node.events.add(new Mount(full, child, List.copyOf(middleware)));
        }
    }

    private static List<Given> flat(List<Given> given) {
        List<Given> flat = new ArrayList<>();
        for (Given each : given) {
            if (each.thing() instanceof Items items) {
                items.items()
                        .forEach(i -> flat.add(new Given(each.expression(), i, each.written())));
            } else {
                flat.add(each);
            }
        }
        return flat;
    }

    // ---- routes

    Thing onRoute(At at, String name, List<Given> given, Call call, Environment env) {
        String verb = VERBS.get(name);
        if (verb != null && !given.isEmpty()) {
            return routed(at, verb, given, call, env);
        } else if (name.equals("use") && !given.isEmpty()) {
            given.forEach(g -> mount(at.node(), at.path(), g.thing(), List.of()));
        }
        return at;
    }

    /** What {@code all} takes stands before the handlers of the methods that follow it in the chain. */
    private Thing routed(At at, String verb, List<Given> given, Call call, Environment env) {
        List<RouterNode.Event> events = at.node().events;
        if (at.all() != null) {
            events.remove(at.all());
        }
        List<Given> whole = new ArrayList<>(at.guards());
        whole.addAll(given);
        add(at.node(), List.of(verb), at.path(), "", whole, call, env);
        return verb.equals("ANY")
                ? new At(at.node(), at.path(), whole, events.get(events.size() - 1))
                : new At(at.node(), at.path(), at.guards(), null);
    }

    /** {@code router[method]('/x', handler)}; with less than a path and a handler it is no route. */
    void untold(RouterNode node, List<Given> given, Call call, Environment env) {
        if (given.size() > 1) {
            Thing path = RouterPaths.asPath(given.get(0), script().code());
            untold(new At(node, path), given.subList(1, given.size()), call, env);
        }
    }

    /** {@code router.route('/x')[method](handler)} of a method that is not known. */
    void untold(At at, List<Given> given, Call call, Environment env) {
        String written = env.file.text(call.function().span());
        add(at.node(), List.of(), at.path(), written, given, call, env);
    }

    /** A path, then what stands before the handler, then the handler. */
    void register(
            RouterNode node, List<String> methods, List<Given> given, Call call, Environment env) {
        Given first = given.get(0);
        boolean withoutPath =
                first.thing() instanceof Closure || first.expression() instanceof Lambda;
        Thing path =
                withoutPath ? new Text("", true, true) : RouterPaths.asPath(first, script().code());
        List<Given> rest = withoutPath ? given : given.subList(1, given.size());
        add(node, methods, path, first.written(), rest, call, env);
    }

    void add(
            RouterNode node,
            List<String> methods,
            Thing path,
            String written,
            List<Given> given,
            Call call,
            Environment env) {
        List<Given> all = flat(given);
        List<Given> before = all.isEmpty() ? all : all.subList(0, all.size() - 1);
        List<String> middleware = new ArrayList<>();
        String request = null;
        for (Given each : before) {
            middleware.add(Authorization.written(each.written()));
            request = request == null ? Requests.validated(each.expression(), env.file) : request;
        }
        Handler handler =
                all.isEmpty() ? null : new RouteHandlers(script()).of(all.get(all.size() - 1), env);
        node.events.add(
                new Route(
                        methods,
                        path,
                        written,
                        handler,
                        middleware,
                        request,
                        script().conditions(),
                        env.file.evidence(RouteHandlers.place(call, env))));
    }
}
