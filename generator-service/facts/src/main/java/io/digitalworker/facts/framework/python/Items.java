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

    /** Of the lists that one is made of; a list that holds itself is made of any number. */
    private static final int MAX_LISTS = 500;

    private final Python python;

    /** What is found so far, and how many lists may still be read for it. */
    private static final class Collected {
        private final List<Located> items = new ArrayList<>();
        private int lists = MAX_LISTS;
    }

    Items(Python python) {
        this.python = python;
    }

    /** The items of a list, tuple, sum of lists or of what a dictionary's methods give. */
    List<Located> of(Expression expression, Scope scope) {
        Collected found = new Collected();
        collect(new Located(expression, scope), found, MAX_STEPS);
        return found.items;
    }

    private void collect(Located from, Collected found, int steps) {
        if (steps <= 0 || found.lists-- <= 0 || found.items.size() > MAX_ITEMS) {
            return;
        }
        Located at = python.made(from.expression(), from.scope());
        Expression expression = at.expression();
        if (expression instanceof Expression.Sequence sequence) {
            for (Expression item : sequence.items()) {
                boolean spread = item instanceof Expression.Unary u && u.operator().startsWith("*");
                if (spread && item instanceof Expression.Unary unary) {
                    collect(new Located(unary.operand(), at.scope()), found, steps - 1);
                } else {
                    found.items.add(new Located(item, at.scope()));
                }
            }
        } else if (expression instanceof Binary sum && sum.operator().equals("+")) {
            collect(new Located(sum.left(), at.scope()), found, steps - 1);
            collect(new Located(sum.right(), at.scope()), found, steps - 1);
        } else if (expression instanceof Call call
                && call.name().matches("list|tuple|sorted|set")) {
            Argument.at(call.arguments(), 0)
                    .ifPresent(a -> collect(new Located(a, at.scope()), found, steps - 1));
        } else if (expression instanceof Call call && call.receiver() != null) {
            entries(call, at.scope(), found.items);
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
