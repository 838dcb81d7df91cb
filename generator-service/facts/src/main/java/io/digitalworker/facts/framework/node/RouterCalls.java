package io.digitalworker.facts.framework.node;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.data.DataFile;
import io.digitalworker.facts.data.DataNode;
import io.digitalworker.facts.framework.node.RouterNode.Given;
import io.digitalworker.facts.framework.node.RouterNode.Guard;
import io.digitalworker.facts.framework.node.RouterNode.Handler;
import io.digitalworker.facts.framework.node.RouterNode.Mount;
import io.digitalworker.facts.framework.node.RouterNode.Route;
import io.digitalworker.facts.framework.node.Thing.At;
import io.digitalworker.facts.framework.node.Thing.Closure;
import io.digitalworker.facts.framework.node.Thing.Environment;
import io.digitalworker.facts.framework.node.Thing.Fields;
import io.digitalworker.facts.framework.node.Thing.Foreign;
import io.digitalworker.facts.framework.node.Thing.Items;
import io.digitalworker.facts.framework.node.Thing.ModuleOf;
import io.digitalworker.facts.framework.node.Thing.Regex;
import io.digitalworker.facts.framework.node.Thing.Router;
import io.digitalworker.facts.framework.node.Thing.Text;
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Lambda;
import io.digitalworker.facts.syntax.Expression.Name;
import io.digitalworker.facts.syntax.Expression.Select;
import io.digitalworker.facts.syntax.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What calls on applications and routers register: Express and its kin, Koa, Hono, Fastify, hapi. */
final class RouterCalls {
    static final Map<String, String> VERBS =
            Map.of(
                    "get", "GET", "post", "POST", "put", "PUT", "delete", "DELETE", "del", "DELETE",
                    "patch", "PATCH", "head", "HEAD", "options", "OPTIONS", "all", "ANY");
    private static final Map<String, String> APPLICATIONS =
            Map.ofEntries(
                    Map.entry("express", "express"),
                    Map.entry("polka", "express"),
                    Map.entry("restify.createServer", "restify"),
                    Map.entry("koa", "koa"),
                    Map.entry("fastify", "fastify"),
                    Map.entry("fastify.fastify", "fastify"),
                    Map.entry("fastify.Fastify", "fastify"),
                    Map.entry("hono.Hono", "hono"),
                    Map.entry("hono/tiny.Hono", "hono"),
                    Map.entry("hono/quick.Hono", "hono"),
                    Map.entry("@hono/zod-openapi.OpenAPIHono", "hono"),
                    Map.entry("elysia.Elysia", "elysia"),
                    Map.entry("@hapi/hapi.server", "hapi"),
                    Map.entry("@hapi/hapi.Server", "hapi"),
                    Map.entry("hapi.server", "hapi"),
                    Map.entry("hapi.Server", "hapi"));
    private static final Map<String, String> ROUTERS =
            Map.ofEntries(
                    Map.entry("express.Router", "express"),
                    Map.entry("express-promise-router", "express"),
                    Map.entry("express-async-router.AsyncRouter", "express"),
                    Map.entry("restify-router.Router", "restify"),
                    Map.entry("koa-router", "koa"),
                    Map.entry("koa-router.Router", "koa"),
                    Map.entry("koa-joi-router", "koa"),
                    Map.entry("@koa/router", "koa"),
                    Map.entry("@koa/router.Router", "koa"));
    private static final Set<String> OWN_ROUTES = Set.of("routes", "middleware", "callback");
    private static final Set<String> NO_ROUTERS =
            Set.of("http", "https", "http2", "spdy", "socket.io", "ws", "node:http", "node:https");

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

    /** Configuration that is read from the environment, as an example file sets it. */
    Optional<String> outside(Thing thing, CodeBase code) {
        if (!(thing instanceof Foreign foreign) || !foreign.path().startsWith(".process.env.")) {
            return Optional.empty();
        }
        String key = foreign.path().substring(".process.env.".length());
        for (DataFile file : code.data().readNamed(".env*")) {
            DataNode value = file.root().get(key);
            String text = value == null ? "" : value.text().orElse("");
            if (text.matches("[\\w/.:-]+")) {
                return Optional.of(text);
            }
        }
        return Optional.empty();
    }

    /** A call of something outside the archive: it may make an application or a router. */
    Thing foreign(Foreign function, List<Given> given, Call call, Environment env) {
        String path = function.path();
        if (APPLICATIONS.containsKey(path) || ROUTERS.containsKey(path)) {
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
        boolean server = NO_ROUTERS.contains(function.module());
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
        boolean application = APPLICATIONS.containsKey(path);
        String framework = application ? APPLICATIONS.get(path) : ROUTERS.get(path);
        RouterNode node = node(framework == null ? "" : framework, application, false);
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
                    node, methods(given.get(0).thing()), given.subList(1, given.size()), call, env);
        } else if (name.equals("register") && node.framework.equals("koa") && given.size() > 2) {
            List<Given> rest = new ArrayList<>(List.of(given.get(0)));
            rest.addAll(given.subList(2, given.size()));
            register(node, methods(given.get(1).thing()), rest, call, env);
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
        boolean errors = Set.of("ANY", "OPTIONS").contains(verb) && isStar(given.get(0).thing());
        if (!errors) {
            register(
                    node, List.of(verb), named ? given.subList(1, given.size()) : given, call, env);
        }
    }

    /** {@code app.all('*')} answers what nobody else does. */
    private static boolean isStar(Thing path) {
        return path instanceof Text text
                && Set.of("*", "/*", "(.*)", "/*splat", "{*splat}", "/{*splat}", "*splat", "*path")
                        .contains(text.text());
    }

    private Thing route(RouterNode node, List<Given> given) {
        if (given.size() > 1 && routerOf(given.get(1).thing()) != null) {
            mount(node, given.get(0).thing(), given.get(1).thing(), List.of());
            return new Router(node);
        }
        return given.isEmpty() ? Thing.UNKNOWN : new At(node, asPath(given.get(0)));
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
                    methods(route.fields.getOrDefault("method", Thing.UNKNOWN)),
                    rest,
                    call,
                    env);
        }
    }

    /** The methods that a text or a list of texts names, in upper case. */
    static List<String> methods(Thing thing) {
        if (thing instanceof Text text) {
            String upper = text.text().toUpperCase(Locale.ROOT);
            return List.of(Set.of("*", "ALL").contains(upper) ? "ANY" : upper);
        }
        if (thing instanceof Items items) {
            return items.items().stream().flatMap(i -> methods(i).stream()).toList();
        }
        return List.of("ANY");
    }

    // ---- use

    void use(RouterNode node, List<Given> given, Environment env) {
        List<Given> rest = flat(given);
        Thing path = new Text("", true, true);
        if (!given.isEmpty() && isPath(given.get(0).thing())) {
            path = given.get(0).thing();
            rest = flat(given.subList(1, given.size()));
        } else if (given.size() > 1 && isUnknownPath(given.get(0))) {
            path = asPath(given.get(0));
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

    static boolean isPath(Thing thing) {
        return thing instanceof Text
                || thing instanceof Regex
                || (thing instanceof Items items
                        && !items.items().isEmpty()
                        && items.items().stream()
                                .allMatch(i -> i instanceof Text || i instanceof Regex));
    }

    /** Something that reads like a constant or a setting, where a path may stand. */
    private static boolean isUnknownPath(Given given) {
        boolean plain = given.expression() instanceof Name || given.expression() instanceof Select;
        return plain
                && (given.thing() instanceof Thing.Unknown || given.thing() instanceof Foreign)
                && given.written()
                        .matches("(?i).*(path|prefix|base|url|route|endpoint|api|version)\\w*");
    }

    private Thing asPath(Given given) {
        if (isPath(given.thing())) {
            return given.thing();
        }
        Optional<String> set = outside(given.thing(), script().code());
        String name = given.written().replaceAll("\\(.*", "").replaceAll("[^\\w.]", "");
        String last = name.substring(name.lastIndexOf('.') + 1);
        return set.map(text -> new Text(text, true, false))
                .orElseGet(
                        () ->
                                new Text(
                                        "{" + (last.isEmpty() ? "value" : last) + "}",
                                        false,
                                        false));
    }

    // ---- routes

    Thing onRoute(At at, String name, List<Given> given, Call call, Environment env) {
        String verb = VERBS.get(name);
        if (verb != null && !given.isEmpty()) {
            add(at.node(), List.of(verb), at.path(), "", given, call, env);
        } else if (name.equals("use") && !given.isEmpty()) {
            given.forEach(g -> mount(at.node(), at.path(), g.thing(), List.of()));
        }
        return at;
    }

    /** A path, then what stands before the handler, then the handler. */
    void register(
            RouterNode node, List<String> methods, List<Given> given, Call call, Environment env) {
        Given first = given.get(0);
        boolean withoutPath =
                first.thing() instanceof Closure || first.expression() instanceof Lambda;
        Thing path = withoutPath ? new Text("", true, true) : asPath(first);
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
        Handler handler = all.isEmpty() ? null : handler(all.get(all.size() - 1), env);
        node.events.add(
                new Route(
                        methods,
                        path,
                        written,
                        handler,
                        middleware,
                        request,
                        script().conditions(),
                        env.file.evidence(place(call, env))));
    }

    /** The call; of a chained one, what it adds to the chain. */
    private static Span place(Call call, Environment env) {
        if (!(call.receiver() instanceof Call receiver)) {
            return call.span();
        }
        String text = env.file.text();
        int start = receiver.span().end();
        while (start < call.span().end() && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        return new Span(start, call.span().end());
    }

    Handler handler(Given given, Environment env) {
        return handler(given.expression(), given.thing(), env, 6);
    }

    private Handler handler(Expression expression, Thing thing, Environment env, int depth) {
        boolean wrapped = expression instanceof Call && depth > 0;
        if (wrapped && expression instanceof Call call) {
            Expression receiver = call.receiver();
            if (call.name().equals("bind") && receiver != null) {
                return handler(receiver, script().eval(receiver, env), env, depth - 1);
            }
            for (int i = call.arguments().size() - 1; i >= 0; i--) {
                Argument argument = call.arguments().get(i);
                Expression value = argument.value();
                boolean named = value instanceof Name || value instanceof Select;
                if (named || value instanceof Lambda || value instanceof Call) {
                    Thing inner = script().eval(value, env);
                    boolean data =
                            inner instanceof Fields
                                    || inner instanceof Text
                                    || inner instanceof Thing.Foreign;
                    if (!data) {
                        return handler(value, inner, env, depth - 1);
                    }
                }
            }
        }
        boolean plain = expression instanceof Name || expression instanceof Select;
        String written = plain ? Authorization.written(env.file.text(expression.span())) : "";
        if (thing instanceof Closure closure) {
            String name =
                    closure.name().isEmpty() || closure.name().equals("default")
                            ? written
                            : closure.name();
            return new Handler(name, closure.file(), closure.file().text(closure.body()));
        }
        return new Handler(written, null, "");
    }
}
