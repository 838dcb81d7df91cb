package io.digitalworker.facts.framework.aspnet;

import io.digitalworker.facts.code.Located;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.framework.aspnet.Web.Placed;
import io.digitalworker.facts.source.Evidence;
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Name;
import io.digitalworker.facts.syntax.Span;
import java.util.List;

/**
 * A call in one context.
 *
 * @param outer the calls that are made on what it answers, the nearest first
 */
record RouteSite(
        RouteOwner owner,
        Call call,
        List<Call> outer,
        Scope scope,
        Context context,
        List<String> conditions) {
    /** A call as such, in no context. */
    static RouteSite alone(RouteOwner owner, Call call, Scope scope) {
        Context context = new Context(scope, List.of(), List.of());
        return new RouteSite(owner, call, List.of(), scope, context, List.of());
    }

    /**
     * Where an owner's parameters stand for something.
     *
     * @param around the calls that are made on what the owner answers there
     */
    record Context(Scope scope, List<String> conditions, List<Placed> around) {}

    /** A call with the place where it stands. */
    record Placed(Call call, Scope scope) {}

    /** The call; where a method of the archive makes it for others, the handler they hand over. */
    Evidence evidence() {
        List<Argument> arguments = call.arguments();
        for (int i = arguments.size() - 1; i >= 0; i--) {
            if (arguments.get(i).value() instanceof Name name) {
                Located bound = scope.bound().get(name.name());
                if (bound != null && !bound.expression().span().isEmpty()) {
                    return bound.scope().file().evidence(bound.expression().span());
                }
            }
        }
        int start = call.span().start();
        Expression receiver = call.receiver();
        boolean chained = receiver instanceof Call;
        int from = chained && receiver != null ? receiver.span().end() : start;
        int end = outer.isEmpty() ? call.span().end() : outer.get(outer.size() - 1).span().end();
        boolean next = outer.stream().anyMatch(c -> c.name().startsWith("Map"));
        String text = scope.file().text();
        while (from < call.span().end() - 1 && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        return owner.file().evidence(new Span(from, next ? call.span().end() : end));
    }
}
