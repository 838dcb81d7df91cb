package io.digitalworker.facts.framework.node.router;

import io.digitalworker.facts.framework.node.router.Thing.At;
import io.digitalworker.facts.framework.node.router.Thing.ClassOf;
import io.digitalworker.facts.framework.node.router.Thing.Closure;
import io.digitalworker.facts.framework.node.router.Thing.Environment;
import io.digitalworker.facts.framework.node.router.Thing.Foreign;
import io.digitalworker.facts.framework.node.router.Thing.Items;
import io.digitalworker.facts.framework.node.router.Thing.ModuleOf;
import io.digitalworker.facts.framework.node.router.Thing.Regex;
import io.digitalworker.facts.framework.node.router.Thing.Router;
import io.digitalworker.facts.framework.node.router.Thing.Text;
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Index;
import io.digitalworker.facts.syntax.Expression.Name;
import io.digitalworker.facts.syntax.Expression.Select;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Calls: of functions of the archive, of methods of what is known, of what the framework offers. */
final class ScriptCalls {
    private static final Set<String> CALLING_BACK = Set.of("then", "catch", "forEach", "map");
    private final RouterCalls routers;
    private final ValueMethods methods;
    private final ScriptRun run;

    ScriptCalls(RouterCalls routers, ScriptRun run) {
        this.routers = routers;
        this.methods = new ValueMethods(run);
        this.run = run;
    }

    Thing call(Call call, Environment env) {
        if (call.function() instanceof Name name) {
            Thing special = special(name.name(), call, env);
            if (special != null) {
                return special;
            }
        }
        Select select = selected(call.function(), env);
        if (select != null) {
            Thing receiver = run.expressions.eval(select.target(), env);
            List<RouterNode.Given> given = given(call.arguments(), env);
            return method(receiver, select, call, given, env);
        }
        if (call.function() instanceof Index index) {
            return untold(run.expressions.eval(index.target(), env), call, env);
        }
        Thing function = run.expressions.eval(call.function(), env);
        return apply(function, call, given(call.arguments(), env), env);
    }

    /** {@code router[method]} of a method that is not known. */
    private Thing untold(Thing receiver, Call call, Environment env) {
        List<RouterNode.Given> given = given(call.arguments(), env);
        if (receiver instanceof Router router) {
            routers.untold(router.node(), given, call, env);
            return receiver;
        }
        if (receiver instanceof At at) {
            routers.untold(at, given, call, env);
            return receiver;
        }
        return Thing.UNKNOWN;
    }

    /** {@code router.get} and {@code router[method]}, as far as that is known. */
    private @Nullable Select selected(Expression function, Environment env) {
        if (function instanceof Index index && index.arguments().size() == 1) {
            Thing key = run.expressions.eval(index.arguments().get(0).value(), env);
            return key instanceof Text text && text.known()
                    ? new Select(index.target(), text.text(), index.span())
                    : null;
        }
        return function instanceof Select select ? select : null;
    }

    private @Nullable Thing special(String name, Call call, Environment env) {
        if (name.equals("super")) {
            run.objects.superCall(call, env);
            return Thing.UNKNOWN;
        }
        if ((name.equals("require") || name.equals("import")) && !call.arguments().isEmpty()) {
            Thing module = run.expressions.eval(call.arguments().get(0).value(), env);
            if (module instanceof Text text && text.known()) {
                return run.modules.ofModule(run.modules.required(text.text(), env.file), "*");
            }
        }
        if (name.equals("RegExp") && !call.arguments().isEmpty()) {
            Thing pattern = run.expressions.eval(call.arguments().get(0).value(), env);
            return pattern instanceof Text text ? new Regex(text.text()) : Thing.UNKNOWN;
        }
        return null;
    }

    List<RouterNode.Given> given(List<Argument> arguments, Environment env) {
        List<RouterNode.Given> given = new ArrayList<>();
        for (Argument argument : arguments) {
            Expression expression = argument.value();
            String written = env.file.text(expression.span());
            Thing thing = run.expressions.eval(expression, env);
            List<Thing> all = "...".equals(argument.name()) ? Thing.each(thing) : List.of(thing);
            all.forEach(each -> given.add(new RouterNode.Given(expression, each, written)));
        }
        return given;
    }

    private Thing method(
            Thing receiver,
            Select select,
            Call call,
            List<RouterNode.Given> given,
            Environment env) {
        if (receiver instanceof Router router) {
            return routers.onRouter(router.node(), select.name(), given, call, env);
        }
        if (receiver instanceof At at) {
            return routers.onRoute(at, select.name(), given, call, env);
        }
        if (receiver instanceof Items items) {
            return methods.onItems(items, select.name(), given);
        }
        if (receiver instanceof Text text) {
            return ValueMethods.onText(text, select.name(), given);
        }
        if (select.name().equals("bind") && receiver instanceof Closure) {
            return receiver;
        }
        if (select.name().equals("call")
                && receiver instanceof Closure closure
                && !given.isEmpty()) {
            List<Thing> rest = given.stream().skip(1).map(RouterNode.Given::thing).toList();
            return run.invoke(closure, rest, given.get(0).thing());
        }
        return apply(run.objects.member(receiver, select.name()), call, given, env);
    }

    private Thing apply(Thing function, Call call, List<RouterNode.Given> given, Environment env) {
        if (function instanceof ModuleOf module) {
            Thing main = run.modules.exported(module.file(), "default");
            return main instanceof ModuleOf ? Thing.UNKNOWN : apply(main, call, given, env);
        }
        List<Thing> things = given.stream().map(RouterNode.Given::thing).toList();
        if (function instanceof Closure closure) {
            return run.invoke(closure, things, closure.around().self);
        }
        if (function instanceof ClassOf) {
            return Thing.UNKNOWN;
        }
        if (function instanceof Foreign foreign) {
            Thing known = ForeignCalls.of(foreign, given, run, env);
            return known != null ? known : routers.foreign(foreign, given, call, env);
        }
        boolean resolves = call.name().equals("get") || call.name().equals("resolve");
        Thing first = things.isEmpty() ? Thing.UNKNOWN : things.get(0);
        if (resolves && first instanceof ClassOf type) {
            return run.objects.construct(type, List.of());
        }
        return CALLING_BACK.contains(call.name()) ? entered(given) : Thing.UNKNOWN;
    }

    /** Runs functions that are handed over to something that calls them back some time. */
    Thing entered(List<RouterNode.Given> given) {
        for (RouterNode.Given each : given) {
            if (each.thing() instanceof Closure closure) {
                run.invoke(closure, List.of(), closure.around().self);
            }
        }
        return Thing.UNKNOWN;
    }

    static List<Thing> things(List<RouterNode.Given> given) {
        return given.stream().map(RouterNode.Given::thing).toList();
    }
}
