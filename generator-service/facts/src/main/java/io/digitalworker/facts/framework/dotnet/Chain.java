package io.digitalworker.facts.framework.dotnet;

import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Select;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A fluent expression taken apart: {@code builder.Property(x => x.Name).IsRequired()}.
 *
 * @param root what the first call is made on; the first call itself when it has no receiver
 * @param calls in the order in which they are made
 */
public record Chain(Expression root, List<Call> calls) {
    private static final int MAX_CALLS = 500;

    public Chain {
        calls = List.copyOf(calls);
    }

    /** Of any expression; without calls if it is none. */
    public static Chain of(Expression expression) {
        List<Call> calls = new ArrayList<>();
        Expression at = expression;
        while (calls.size() < MAX_CALLS) {
            if (at instanceof Call call) {
                calls.add(call);
                Expression receiver = call.receiver();
                if (receiver == null) {
                    break;
                }
                at = receiver;
            } else if (at instanceof Select select && hasCall(select)) {
                at = select.target();
            } else {
                break;
            }
        }
        Collections.reverse(calls);
        return new Chain(at, calls);
    }

    /** Properties in the midst of a chain, such as {@code .Metadata}, do not end it. */
    private static boolean hasCall(Select select) {
        return select.target() instanceof Call;
    }
}
