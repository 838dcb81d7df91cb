package io.digitalworker.facts.framework.state;

import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Name;
import io.digitalworker.facts.syntax.Expression.Select;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Objects by the names that lead to them, such as {@code line.order}; the one's own is empty. */
final class Place {
    private static final Set<String> OWN = Set.of("this", "self", "cls");

    private Place() {}

    /** Null for what is no row of names. */
    static @Nullable String of(@Nullable Expression expression) {
        if (expression == null) {
            return "";
        }
        if (expression instanceof Name name) {
            return OWN.contains(name.name()) ? "" : name.name();
        }
        if (expression instanceof Select select) {
            String target = of(select.target());
            return target == null ? null : within(target, select.name());
        }
        return null;
    }

    private static String within(String target, String name) {
        return target.isEmpty() ? name : target + "." + name;
    }

    /** Whether an expression tells the field of the object at a place. */
    static boolean reads(Expression expression, String place, StateField field) {
        if (expression instanceof Select select) {
            return field.is(select.name()) && place.equals(of(select.target()));
        }
        if (expression instanceof Name name) {
            return place.isEmpty() && field.isBare() && field.is(name.name());
        }
        return expression instanceof Call call
                && call.arguments().isEmpty()
                && (field.isAccessor("get", call.name()) || field.is(call.name()))
                && place.equals(of(call.receiver()));
    }

    /** The variable that a place begins with; empty for the own object. */
    static String root(String place) {
        int dot = place.indexOf('.');
        return dot < 0 ? place : place.substring(0, dot);
    }
}
