package io.digitalworker.facts.framework.node.router;

import io.digitalworker.facts.framework.node.Authorization;
import io.digitalworker.facts.framework.node.router.RouterNode.Given;
import io.digitalworker.facts.framework.node.router.RouterNode.Handler;
import io.digitalworker.facts.framework.node.router.Thing.Closure;
import io.digitalworker.facts.framework.node.router.Thing.Environment;
import io.digitalworker.facts.framework.node.router.Thing.Fields;
import io.digitalworker.facts.framework.node.router.Thing.Text;
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Lambda;
import io.digitalworker.facts.syntax.Expression.Name;
import io.digitalworker.facts.syntax.Expression.Select;
import io.digitalworker.facts.syntax.Span;

/** The functions that handle routes, behind what wraps them. */
final class RouteHandlers {
    private final ScriptRun run;

    RouteHandlers(ScriptRun run) {
        this.run = run;
    }

    /** The call; of a chained one, what it adds to the chain. */
    static Span place(Call call, Environment env) {
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

    Handler of(Given given, Environment env) {
        return of(given.expression(), given.thing(), env, 6);
    }

    private Handler of(Expression expression, Thing thing, Environment env, int depth) {
        boolean wrapped = expression instanceof Call && depth > 0;
        if (wrapped && expression instanceof Call call) {
            Expression receiver = call.receiver();
            if (call.name().equals("bind") && receiver != null) {
                return of(receiver, run.eval(receiver, env), env, depth - 1);
            }
            for (int i = call.arguments().size() - 1; i >= 0; i--) {
                Argument argument = call.arguments().get(i);
                Expression value = argument.value();
                boolean named = value instanceof Name || value instanceof Select;
                if (named || value instanceof Lambda || value instanceof Call) {
                    Thing inner = run.eval(value, env);
                    boolean data =
                            inner instanceof Fields
                                    || inner instanceof Text
                                    || inner instanceof Thing.Foreign;
                    if (!data) {
                        return of(value, inner, env, depth - 1);
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
