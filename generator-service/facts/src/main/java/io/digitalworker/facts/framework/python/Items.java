package io.digitalworker.facts.framework.python;

import io.digitalworker.facts.code.Located;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Binary;
import io.digitalworker.facts.syntax.Expression.Call;
import java.util.ArrayList;
import java.util.List;

/** The items of lists, as far as they stand in the archive. */
final class Items {
    private static final int MAX_STEPS = 8;
    private static final int MAX_ITEMS = 200;
    private final Python python;

    Items(Python python) {
        this.python = python;
    }

    /** The items of a list, tuple, sum of lists or of what a dictionary's methods give. */
    List<Located> of(Expression expression, Scope scope) {
        List<Located> items = new ArrayList<>();
        collect(new Located(expression, scope), items, MAX_STEPS);
        return items;
    }

    private void collect(Located from, List<Located> items, int steps) {
        if (steps <= 0 || items.size() > MAX_ITEMS) {
            return;
        }
        Located at = python.made(from.expression(), from.scope());
        Expression expression = at.expression();
        if (expression instanceof Expression.Sequence sequence) {
            for (Expression item : sequence.items()) {
                boolean spread = item instanceof Expression.Unary u && u.operator().startsWith("*");
                if (spread && item instanceof Expression.Unary unary) {
                    collect(new Located(unary.operand(), at.scope()), items, steps - 1);
                } else {
                    items.add(new Located(item, at.scope()));
                }
            }
        } else if (expression instanceof Binary sum && sum.operator().equals("+")) {
            collect(new Located(sum.left(), at.scope()), items, steps - 1);
            collect(new Located(sum.right(), at.scope()), items, steps - 1);
        } else if (expression instanceof Call call
                && call.name().matches("list|tuple|sorted|set")) {
            Argument.at(call.arguments(), 0)
                    .ifPresent(a -> collect(new Located(a, at.scope()), items, steps - 1));
        } else if (expression instanceof Call call && call.receiver() != null) {
            entries(call, at.scope(), items);
        }
    }

    /** {@code d.items()} and {@code d.values()} of a dictionary that stands there. */
    private void entries(Call call, Scope scope, List<Located> items) {
        Expression receiver = call.receiver();
        Located of = receiver == null ? null : python.made(receiver, scope);
        if (of == null || !(of.expression() instanceof Expression.Mapping mapping)) {
            return;
        }
        for (Expression.Entry entry : mapping.entries()) {
            Expression key = entry.key();
            if (call.name().equals("items") && key != null) {
                List<Expression> pair = List.of(key, entry.value());
                Expression both = new Expression.Sequence(pair, entry.value().span());
                items.add(new Located(both, of.scope()));
            } else if (call.name().equals("values")) {
                items.add(new Located(entry.value(), of.scope()));
            }
        }
    }
}
