package io.digitalworker.facts.framework.calls;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A type as it is meant at a place.
 *
 * @param name simple name; of a type parameter, its name; empty if nothing is known
 * @param node what the archive declares of it; null for a type of a library
 */
record Meant(String name, List<Meant> arguments, @Nullable TypeNode node) {
    static final Meant UNKNOWN = new Meant("", List.of(), null);
    private static final int MAX_DEPTH = 8;

    /** Of all arguments of arguments: types over types may have more than can be written. */
    private static final int MAX_ARGUMENTS = 500;

    Meant {
        arguments = List.copyOf(arguments);
    }

    static Meant of(TypeNode node) {
        List<Meant> parameters =
                node.parameters().stream().map(p -> new Meant(p, List.of(), null)).toList();
        return new Meant(node.simpleName(), parameters, node);
    }

    boolean known() {
        return !name.isEmpty();
    }

    /** The first type argument; unknown if there is none. */
    Meant argument() {
        return arguments.isEmpty() ? UNKNOWN : arguments.get(0);
    }

    /** What the type parameters of this type's declaration stand for. */
    Map<String, Meant> bindings() {
        return node == null ? Map.of() : node.bindings(arguments);
    }

    /** The same with type parameters replaced. */
    Meant with(Map<String, Meant> bindings) {
        return bindings.isEmpty() ? this : with(bindings, MAX_DEPTH, new int[] {MAX_ARGUMENTS});
    }

    private Meant with(Map<String, Meant> bindings, int depth, int[] left) {
        Meant bound = node == null && arguments.isEmpty() ? bindings.get(name) : null;
        if (bound != null || depth == 0 || left[0] <= 0 || arguments.isEmpty()) {
            return bound == null ? this : bound;
        }
        left[0] -= arguments.size();
        List<Meant> bounds =
                arguments.stream().map(a -> a.with(bindings, depth - 1, left)).toList();
        return new Meant(name, bounds, node);
    }

    /** As written in code, with simple names: {@code EntityInserted<Product>}. */
    String written() {
        return written(MAX_DEPTH, new int[] {MAX_ARGUMENTS});
    }

    private String written(int depth, int[] left) {
        if (arguments.isEmpty() || depth == 0 || left[0] <= 0) {
            return name;
        }
        left[0] -= arguments.size();
        return name
                + "<"
                + String.join(",", arguments.stream().map(a -> a.written(depth - 1, left)).toList())
                + ">";
    }
}
