package io.digitalworker.document.brief;

import io.digitalworker.facts.fact.Fact;
import io.digitalworker.facts.fact.FactKind;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A number that comes of counting facts. Its id says what was counted, so that whoever checks a document
 * counts again:
 *
 * <ul>
 *   <li>{@code count/<scope>/<array>}: facts of a kind
 *   <li>{@code count/<scope>/<array>/<component>=<value>}: those that hold the value, or a list with it
 *   <li>{@code distinct/<scope>/<array>/<component>}: different values
 *   <li>{@code size/<component>/<fact id>}: entries of a list of one fact
 *   <li>{@code place/<n>}: the n-th of steps in their order
 * </ul>
 *
 * <p>The scope is {@code all}, {@code linked} (to any feature) or {@code feature=<id>}.
 */
public record Tally(String id, long value) {
    /** All facts of the archive. */
    public static final String ALL = "all";

    /** Facts that belong to a feature. */
    public static final String LINKED = "linked";

    private static final String COUNT = "count/";
    private static final String DISTINCT = "distinct/";
    private static final String SIZE = "size/";
    private static final String PLACE = "place/";

    /** The scope of one feature. */
    public static String feature(String id) {
        return "feature=" + id;
    }

    public static Tally count(Material material, String scope, FactKind kind) {
        return of(material, COUNT + scope + "/" + kind.array());
    }

    public static Tally where(
            Material material, String scope, FactKind kind, String component, String value) {
        return of(material, COUNT + scope + "/" + kind.array() + "/" + component + "=" + value);
    }

    public static Tally distinct(Material material, String scope, FactKind kind, String component) {
        return of(material, DISTINCT + scope + "/" + kind.array() + "/" + component);
    }

    /** How many entries a list of the fact has. */
    public static Tally size(Fact fact, String component) {
        Collection<?> list = Objects.requireNonNull(list(fact, component), component);
        return new Tally(SIZE + component + "/" + FactNames.id(fact), list.size());
    }

    /** The number of a step, from 1. */
    public static Tally place(int step) {
        return new Tally(PLACE + step, step);
    }

    private static Tally of(Material material, String id) {
        return new Tally(id, counted(material, id).orElseThrow());
    }

    /** Whether counting gives the value; false for an id of another form. */
    public static boolean holds(Material material, String id, long value) {
        if (id.startsWith(PLACE)) {
            return id.equals(PLACE + value);
        }
        if (id.startsWith(SIZE)) {
            return sizeHolds(material, id.substring(SIZE.length()), value);
        }
        OptionalLong counted = counted(material, id);
        return counted.isPresent() && counted.getAsLong() == value;
    }

    private static OptionalLong counted(Material material, String id) {
        String[] parts = id.split("/", 4);
        FactKind kind = parts.length < 3 ? null : kind(parts[2]);
        if (kind == null) {
            return OptionalLong.empty();
        }
        List<? extends Fact> facts = material.facts(parts[1], kind);
        if (id.startsWith(DISTINCT) && parts.length == 4) {
            Set<Object> values = new HashSet<>();
            facts.forEach(fact -> values.add(String.valueOf(value(fact, parts[3]))));
            return OptionalLong.of(values.size());
        }
        if (!id.startsWith(COUNT)) {
            return OptionalLong.empty();
        }
        int equals = parts.length == 4 ? parts[3].indexOf('=') : -1;
        long count =
                equals < 0
                        ? facts.size()
                        : facts.stream()
                                .filter(
                                        fact ->
                                                has(
                                                        fact,
                                                        parts[3].substring(0, equals),
                                                        parts[3].substring(equals + 1)))
                                .count();
        return OptionalLong.of(count);
    }

    private static boolean sizeHolds(Material material, String id, long value) {
        int slash = id.indexOf('/');
        return slash > 0
                && material.factsOf(id.substring(slash + 1)).stream()
                        .map(fact -> list(fact, id.substring(0, slash)))
                        .anyMatch(list -> list != null && list.size() == value);
    }

    private static boolean has(Fact fact, String component, String value) {
        Object held = value(fact, component);
        return held instanceof Collection<?> list
                ? list.stream().anyMatch(each -> String.valueOf(each).equals(value))
                : String.valueOf(held).equals(value);
    }

    private static @Nullable Collection<?> list(Fact fact, String component) {
        Object held = value(fact, component);
        if (held instanceof Map<?, ?> map) {
            return map.keySet();
        }
        return held instanceof Collection<?> list ? list : null;
    }

    private static @Nullable Object value(Fact fact, String component) {
        for (RecordComponent each : fact.getClass().getRecordComponents()) {
            if (each.getName().equals(component)) {
                return FactNames.read(each, (Record) fact);
            }
        }
        return null;
    }

    private static @Nullable FactKind kind(String array) {
        for (FactKind kind : FactKind.values()) {
            if (kind.array().equals(array)) {
                return kind;
            }
        }
        return null;
    }
}
