package io.digitalworker.local.cloud.table.expression;

import io.digitalworker.local.cloud.http.AwsFault;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An update expression; everything it reads is read from the item as it was before. */
public final class Update {
    /** One action on one path. */
    sealed interface Action {
        Path path();
    }

    record Assign(Path path, UpdateOperand operand) implements Action {}

    record Remove(Path path) implements Action {}

    record Add(Path path, Value value) implements Action {}

    record Delete(Path path, Value.SetOf value) implements Action {}

    private final List<Action> actions;

    Update(List<Action> actions) {
        this.actions = List.copyOf(actions);
    }

    public static Update parse(String text, Placeholders placeholders) {
        return new Update(UpdateParser.parse(text, placeholders));
    }

    /** The paths that the update writes. */
    public List<Path> paths() {
        return actions.stream().map(Action::path).toList();
    }

    /** The item after the update. */
    public Item apply(Item before) {
        List<Change> changes = new ArrayList<>();
        for (Action action : actions) {
            changes.add(new Change(action.path(), result(action, before)));
        }
        Item item = before;
        for (Change change : inSafeOrder(changes)) {
            item = PathWriter.write(item, change.path(), change.value());
        }
        return item;
    }

    private record Change(Path path, @Nullable Value value) {}

    /** Assignments first, by position; then removals from the end, so that none moves another. */
    private static Stream<Change> order(List<Change> changes, boolean removals) {
        Comparator<Change> byPosition = Comparator.comparingInt(change -> position(change.path()));
        return changes.stream()
                .filter(change -> (change.value() == null) == removals)
                .sorted(removals ? byPosition.reversed() : byPosition);
    }

    private static List<Change> inSafeOrder(List<Change> changes) {
        return Stream.concat(order(changes, false), order(changes, true)).toList();
    }

    private static int position(Path path) {
        return path.steps().get(path.steps().size() - 1) instanceof Path.Index index
                ? index.position()
                : 0;
    }

    private static @Nullable Value result(Action action, Item before) {
        if (action instanceof Assign assign) {
            return assign.operand().of(before);
        } else if (action instanceof Add add) {
            return added(add.path().in(before), add.value());
        } else if (action instanceof Delete delete) {
            return reduced(delete.path().in(before), delete.value());
        }
        return null;
    }

    private static Value added(@Nullable Value old, Value value) {
        if (old == null) {
            return value;
        }
        if (old instanceof Value.Num a && value instanceof Value.Num b) {
            return Numbers.checked(a.value().add(b.value()));
        }
        if (old instanceof Value.SetOf a
                && value instanceof Value.SetOf b
                && a.type().equals(b.type())) {
            Set<Value> both = new LinkedHashSet<>(a.elements());
            both.addAll(b.elements());
            return new Value.SetOf(a.type(), both);
        }
        throw wrongType();
    }

    private static @Nullable Value reduced(@Nullable Value old, Value.SetOf value) {
        if (old == null) {
            return null;
        }
        if (!(old instanceof Value.SetOf set) || !set.type().equals(value.type())) {
            throw wrongType();
        }
        Set<Value> rest = new LinkedHashSet<>(set.elements());
        rest.removeAll(value.elements());
        return rest.isEmpty() ? null : new Value.SetOf(set.type(), rest);
    }

    private static AwsFault wrongType() {
        return AwsFault.validation(
                "An operand in the update expression has an incorrect data type");
    }
}
