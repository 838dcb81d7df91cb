package io.digitalworker.local.cloud.table.expression;

import io.digitalworker.local.cloud.http.AwsFault;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Puts a value at a path, or takes it away. */
final class PathWriter {
    private PathWriter() {}

    /** The item with the value at the path; null removes what is there. */
    static Item write(Item item, Path path, @Nullable Value value) {
        Value root = new Value.MapOf(new TreeMap<>(item.attributes()));
        Value.MapOf written = (Value.MapOf) write(root, path.steps(), value);
        return new Item(written.members());
    }

    private static Value write(@Nullable Value into, List<Path.Step> steps, @Nullable Value value) {
        Path.Step step = steps.get(0);
        List<Path.Step> rest = steps.subList(1, steps.size());
        if (step instanceof Path.Member member && into instanceof Value.MapOf map) {
            return member(map, member.name(), rest, value);
        }
        if (step instanceof Path.Index index && into instanceof Value.ListOf list) {
            return element(list, index.position(), rest, value);
        }
        throw AwsFault.validation(
                "The document path provided in the update expression is invalid for update");
    }

    private static Value member(
            Value.MapOf map, String name, List<Path.Step> rest, @Nullable Value value) {
        TreeMap<String, Value> members = new TreeMap<>(map.members());
        if (!rest.isEmpty()) {
            members.put(name, write(members.get(name), rest, value));
        } else if (value == null) {
            members.remove(name);
        } else {
            members.put(name, value);
        }
        return new Value.MapOf(members);
    }

    private static Value element(
            Value.ListOf list, int position, List<Path.Step> rest, @Nullable Value value) {
        List<Value> elements = new ArrayList<>(list.elements());
        boolean there = position < elements.size();
        if (!rest.isEmpty()) {
            Value inner = write(there ? elements.get(position) : null, rest, value);
            elements.set(position, inner);
        } else if (value == null) {
            if (there) {
                elements.remove(position);
            }
        } else if (there) {
            elements.set(position, value);
        } else {
            elements.add(value);
        }
        return new Value.ListOf(elements);
    }
}
