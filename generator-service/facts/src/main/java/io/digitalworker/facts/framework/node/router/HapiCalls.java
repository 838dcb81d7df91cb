package io.digitalworker.facts.framework.node.router;

import io.digitalworker.facts.framework.node.router.RouterNode.Given;
import io.digitalworker.facts.framework.node.router.RouterNode.Handler;
import io.digitalworker.facts.framework.node.router.RouterNode.Mount;
import io.digitalworker.facts.framework.node.router.RouterNode.Route;
import io.digitalworker.facts.framework.node.router.Thing.Closure;
import io.digitalworker.facts.framework.node.router.Thing.Environment;
import io.digitalworker.facts.framework.node.router.Thing.Fields;
import io.digitalworker.facts.framework.node.router.Thing.ModuleOf;
import io.digitalworker.facts.framework.node.router.Thing.Router;
import io.digitalworker.facts.framework.node.router.Thing.Text;
import io.digitalworker.facts.syntax.Expression.Call;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** hapi: routes as objects, plugins with prefixes. */
final class HapiCalls {
    private final RouterCalls calls;
    private final ScriptRun run;

    HapiCalls(RouterCalls calls, ScriptRun run) {
        this.calls = calls;
        this.run = run;
    }

    Thing on(RouterNode node, String name, List<Given> given, Call call, Environment env) {
        if (name.equals("route") && !given.isEmpty()) {
            each(given.get(0).thing()).forEach(r -> route(node, r, given.get(0), call, env));
        } else if (name.equals("register") && !given.isEmpty()) {
            Thing options = given.size() > 1 ? given.get(1).thing() : Thing.UNKNOWN;
            each(given.get(0).thing()).forEach(plugin -> register(node, plugin, options));
        }
        return new Router(node);
    }

    private List<Thing> each(Thing thing) {
        return thing instanceof Thing.Items ? Thing.each(thing) : List.of(thing);
    }

    private void route(RouterNode node, Thing thing, Given given, Call call, Environment env) {
        if (!(thing instanceof Fields route)) {
            return;
        }
        Thing path = route.fields.getOrDefault("path", Thing.UNKNOWN);
        Thing at =
                path instanceof Text text
                        ? new Text(plain(text.text()), text.known(), text.literal())
                        : new Text("{path}", false, false);
        Thing options =
                route.fields.getOrDefault(
                        "options", route.fields.getOrDefault("config", Thing.UNKNOWN));
        Thing auth =
                options instanceof Fields f
                        ? f.fields.getOrDefault("auth", Thing.UNKNOWN)
                        : Thing.UNKNOWN;
        List<String> needs =
                auth instanceof Text text ? List.of("auth: " + text.text()) : List.of();
        Thing handler = route.fields.get("handler");
        Thing inner =
                options instanceof Fields f && handler == null ? f.fields.get("handler") : handler;
        node.events.add(
                new Route(
                        RouterPaths.methods(route.fields.getOrDefault("method", Thing.UNKNOWN)),
                        at,
                        given.written(),
                        handler(inner),
                        needs,
                        null,
                        run.conditions(),
                        env.file.evidence(call.span())));
    }

    /** {@code {id?}}, {@code {rest*}} and {@code {two*2}} by name. */
    private static String plain(String path) {
        return path.replaceAll("\\{(\\w+)(?:\\?|\\*\\d*)\\}", "{$1}");
    }

    private static @Nullable Handler handler(@Nullable Thing thing) {
        return thing instanceof Closure closure
                ? new Handler(closure.name(), closure.file(), closure.file().text(closure.body()))
                : null;
    }

    private void register(RouterNode node, Thing written, Thing options) {
        Thing thing =
                written instanceof ModuleOf module
                        ? run.exported(module.file(), "default")
                        : written;
        Thing plugin =
                thing instanceof Fields f && f.fields.containsKey("plugin")
                        ? f.fields.getOrDefault("plugin", Thing.UNKNOWN)
                        : thing;
        plugin =
                plugin instanceof ModuleOf module
                                && run.exported(module.file(), "plugin") instanceof Fields inner
                        ? inner
                        : plugin;
        Thing register = run.member(plugin, "register");
        if (register instanceof Closure closure) {
            RouterNode child = calls.node("hapi", false, false);
            child.mounted = true;
            node.events.add(new Mount(prefix(thing, options), child, List.of()));
            Thing given =
                    thing instanceof Fields f
                            ? f.fields.getOrDefault("options", Thing.UNKNOWN)
                            : Thing.UNKNOWN;
            run.invoke(closure, List.of(new Router(child), given), plugin);
        }
    }

    private static Thing prefix(Thing plugin, Thing options) {
        for (Thing each : List.of(plugin, options)) {
            boolean routes = each instanceof Fields f && f.fields.get("routes") instanceof Fields;
            if (routes && each instanceof Fields f && f.fields.get("routes") instanceof Fields r) {
                Thing prefix = r.fields.get("prefix");
                if (prefix instanceof Text) {
                    return prefix;
                }
            }
        }
        return new Text("", true, true);
    }
}
