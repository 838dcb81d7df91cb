package io.digitalworker.facts.framework.node.router;

import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.framework.node.Authorization;
import io.digitalworker.facts.framework.node.TestFiles;
import io.digitalworker.facts.framework.node.router.RouterNode.Given;
import io.digitalworker.facts.framework.node.router.RouterNode.Guard;
import io.digitalworker.facts.framework.node.router.RouterNode.Handler;
import io.digitalworker.facts.framework.node.router.RouterNode.Mount;
import io.digitalworker.facts.framework.node.router.RouterNode.Route;
import io.digitalworker.facts.framework.node.router.Thing.Closure;
import io.digitalworker.facts.framework.node.router.Thing.Environment;
import io.digitalworker.facts.framework.node.router.Thing.Fields;
import io.digitalworker.facts.framework.node.router.Thing.Foreign;
import io.digitalworker.facts.framework.node.router.Thing.ModuleOf;
import io.digitalworker.facts.framework.node.router.Thing.Router;
import io.digitalworker.facts.framework.node.router.Thing.Text;
import io.digitalworker.facts.syntax.Dialect;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Mapping;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fastify: routes, plugins with prefixes, plugins loaded by directory, hooks. */
final class FastifyCalls {
    private static final List<String> HOOKS =
            List.of("onRequest", "preValidation", "preHandler", "preParsing");

    private final RouterCalls calls;
    private final ScriptRun run;

    FastifyCalls(RouterCalls calls, ScriptRun run) {
        this.calls = calls;
        this.run = run;
    }

    Thing on(RouterNode node, String name, List<Given> given, Call call, Environment env) {
        String verb = RouterCalls.VERBS.get(name);
        if (verb != null && given.size() > 1) {
            verb(node, verb, given, call, env);
        } else if (name.equals("route") && !given.isEmpty()) {
            route(node, given.get(0), call, env);
        } else if (name.equals("register") && !given.isEmpty()) {
            register(node, given);
        } else if (name.equals("addHook") && given.size() > 1) {
            hook(node, given);
        } else if (name.equals("after") || name.equals("ready") || name.equals("then")) {
            run.entered(given);
        }
        return new Router(node);
    }

    private void verb(RouterNode node, String verb, List<Given> given, Call call, Environment env) {
        Given options = given.get(1);
        boolean withOptions =
                options.thing() instanceof Fields && options.expression() instanceof Mapping;
        Given last = given.get(given.size() - 1);
        Handler handler =
                given.size() == 2 && withOptions
                        ? ofOptions(options, env)
                        : new RouteHandlers(run).of(last, env);
        add(node, List.of(verb), given.get(0), options, handler, call, env);
    }

    private void route(RouterNode node, Given options, Call call, Environment env) {
        if (!(options.thing() instanceof Fields fields)) {
            return;
        }
        Thing path =
                fields.fields.getOrDefault(
                        "url", fields.fields.getOrDefault("path", Thing.UNKNOWN));
        Given at = new Given(options.expression(), path, options.written());
        List<String> methods =
                RouterPaths.methods(fields.fields.getOrDefault("method", Thing.UNKNOWN));
        add(node, methods, at, options, ofOptions(options, env), call, env);
    }

    private @Nullable Handler ofOptions(Given options, Environment env) {
        Expression handler =
                options.expression() instanceof Mapping mapping ? mapping.get("handler") : null;
        if (handler == null) {
            Thing thing = options.thing() instanceof Fields f ? f.fields.get("handler") : null;
            return thing instanceof Closure closure
                    ? new Handler(
                            closure.name(), closure.file(), closure.file().text(closure.body()))
                    : null;
        }
        Given given = new Given(handler, run.eval(handler, env), env.file.text(handler.span()));
        return new RouteHandlers(run).of(given, env);
    }

    private void add(
            RouterNode node,
            List<String> methods,
            Given path,
            Given options,
            @Nullable Handler handler,
            Call call,
            Environment env) {
        List<String> middleware = new ArrayList<>();
        String request = null;
        if (options.expression() instanceof Mapping mapping) {
            for (String hook : HOOKS) {
                Expression value = mapping.get(hook);
                if (value != null) {
                    String text = Authorization.written(env.file.text(value.span()));
                    middleware.add(text.replaceFirst("^\\[\\s*(.*?)\\s*\\]$", "$1"));
                }
            }
            Expression schema = mapping.get("schema");
            Expression body = schema instanceof Mapping inner ? inner.get("body") : null;
            boolean named = body instanceof Expression.Name || body instanceof Expression.Select;
            request = named && body != null ? env.file.text(body.span()) : null;
        }
        Thing at =
                RouterPaths.isPath(path.thing())
                        ? path.thing()
                        : run.text(path.thing(), path.expression(), env);
        node.events.add(
                new Route(
                        methods,
                        at,
                        path.written(),
                        handler,
                        middleware,
                        request,
                        run.conditions(),
                        env.file.evidence(call.span())));
    }

    private static void hook(RouterNode node, List<Given> given) {
        boolean early = given.get(0).thing() instanceof Text text && HOOKS.contains(text.text());
        String written = given.get(1).written();
        if (early && Authorization.guards(written)) {
            node.events.add(new Guard(new Text("", true, true), Authorization.written(written)));
        }
    }

    private void register(RouterNode node, List<Given> given) {
        Fields options =
                given.size() > 1 && given.get(1).thing() instanceof Fields f ? f : new Fields(null);
        Thing plugin = given.get(0).thing();
        Thing prefix = options.fields.getOrDefault("prefix", new Text("", true, true));
        boolean autoload =
                plugin instanceof Foreign foreign
                        && foreign.module().matches("(@fastify/|fastify-)autoload");
        if (autoload) {
            load(node, options);
            return;
        }
        enter(node, plugin, prefix, options);
    }

    private void enter(RouterNode node, Thing plugin, Thing prefix, Fields options) {
        Thing function =
                plugin instanceof ModuleOf module ? run.exported(module.file(), "default") : plugin;
        if (function instanceof Closure closure) {
            RouterNode child = calls.node("fastify", false, false);
            child.mounted = true;
            Thing at = RouterPaths.isPath(prefix) ? prefix : new Text("{prefix}", false, false);
            node.events.add(new Mount(at, child, List.of()));
            run.invoke(closure, List.of(new Router(child), options), closure.around().self);
        }
    }

    /** Every file below a directory is a plugin; its directories are its prefix. */
    private void load(RouterNode node, Fields options) {
        if (!(options.fields.get("dir") instanceof Text directory) || !directory.known()) {
            return;
        }
        String base = directory.text().replaceFirst("^/", "") + "/";
        Thing inner = options.fields.get("options");
        Thing prefix = inner instanceof Fields more ? more.fields.get("prefix") : null;
        String start = prefix instanceof Text text ? text.text() : "";
        boolean parameters = options.fields.containsKey("routeParams");
        for (CodeFile file : run.code().files(Dialect.SCRIPT)) {
            if (file.path().startsWith(base) && !TestFiles.is(file.path())) {
                String rest =
                        file.file()
                                .directory()
                                .substring(
                                        Math.min(
                                                base.length() - 1,
                                                file.file().directory().length()));
                String at = parameters ? rest.replaceAll("/_+", "/:") : rest;
                Thing own = run.exported(file, "autoPrefix");
                String last = own instanceof Text text ? text.text() : "";
                Text full = new Text(start + "/" + at + "/" + last, true, false);
                enter(node, new ModuleOf(file), full, new Fields(null));
            }
        }
    }
}
