package io.digitalworker.local.cloud.table.expression;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A document path: {@code a}, {@code a.b[2].c}, with the names behind placeholders filled in. */
public record Path(List<Step> steps) {
    /** One step of a path. */
    public sealed interface Step {}

    /** Into a member of a map, or an attribute of the item. */
    public record Member(String name) implements Step {}

    /** Into an element of a list. */
    public record Index(int position) implements Step {}

    public Path {
        steps = List.copyOf(steps);
        if (steps.isEmpty() || !(steps.get(0) instanceof Member)) {
            throw new IllegalArgumentException("a path begins with an attribute, not " + steps);
        }
    }

    /** The attribute of the item in which the path begins. */
    public String attribute() {
        return ((Member) steps.get(0)).name();
    }

    public boolean isTopLevel() {
        return steps.size() == 1;
    }

    /** What is at the path, or null. */
    public @Nullable Value in(Item item) {
        Value at = item.get(attribute());
        for (int i = 1; i < steps.size() && at != null; i++) {
            at = step(at, steps.get(i));
        }
        return at;
    }

    private static @Nullable Value step(Value from, Step step) {
        if (step instanceof Member member) {
            return from instanceof Value.MapOf map ? map.members().get(member.name()) : null;
        }
        int position = ((Index) step).position();
        return from instanceof Value.ListOf list && position < list.elements().size()
                ? list.elements().get(position)
                : null;
    }

    /** Whether one path is the other or leads into it. */
    boolean overlaps(Path other) {
        int common = Math.min(steps.size(), other.steps.size());
        return steps.subList(0, common).equals(other.steps.subList(0, common));
    }

    /** Whether one takes what the other says is a list for a map, or the other way round. */
    boolean conflicts(Path other) {
        int common = Math.min(steps.size(), other.steps.size());
        for (int i = 0; i < common; i++) {
            if (!steps.get(i).equals(other.steps.get(i))) {
                return steps.get(i).getClass() != other.steps.get(i).getClass();
            }
        }
        return false;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Step step : steps) {
            if (step instanceof Member member) {
                text.append(text.isEmpty() ? "" : ".").append(member.name());
            } else if (step instanceof Index index) {
                text.append('[').append(index.position()).append(']');
            }
        }
        return text.toString();
    }
}
