package io.digitalworker.local.cloud.table.expression;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The parts of an item that a request asks for. */
public record Projection(List<Path> paths) {
    private static final String KIND = "ProjectionExpression";

    public Projection {
        paths = List.copyOf(paths);
    }

    public static Projection parse(String text, Placeholders placeholders) {
        TokenReader tokens = new TokenReader(KIND, text, placeholders);
        List<Path> paths = new ArrayList<>();
        do {
            paths.add(tokens.path());
        } while (tokens.take(","));
        tokens.expectEnd();
        OverlappingPaths.refuse(KIND, paths);
        return new Projection(paths);
    }

    public Item of(Item item) {
        TreeMap<String, Value> found = new TreeMap<>();
        grouped(paths.stream().map(Path::steps).toList())
                .forEach(
                        (step, tails) -> {
                            String name = ((Path.Member) step).name();
                            Value part = part(item.get(name), tails);
                            if (part != null) {
                                found.put(name, part);
                            }
                        });
        return new Item(found);
    }

    private static Map<Path.Step, List<List<Path.Step>>> grouped(List<List<Path.Step>> paths) {
        Map<Path.Step, List<List<Path.Step>>> groups = new LinkedHashMap<>();
        for (List<Path.Step> steps : paths) {
            groups.computeIfAbsent(steps.get(0), first -> new ArrayList<>())
                    .add(steps.subList(1, steps.size()));
        }
        return groups;
    }

    private static @Nullable Value part(@Nullable Value value, List<List<Path.Step>> tails) {
        if (value == null || tails.stream().anyMatch(List::isEmpty)) {
            return value;
        }
        if (value instanceof Value.MapOf map) {
            return members(map, grouped(tails));
        }
        return value instanceof Value.ListOf list ? elements(list, grouped(tails)) : null;
    }

    private static @Nullable Value members(
            Value.MapOf map, Map<Path.Step, List<List<Path.Step>>> groups) {
        TreeMap<String, Value> found = new TreeMap<>();
        groups.forEach(
                (step, tails) -> {
                    if (step instanceof Path.Member member) {
                        Value part = part(map.members().get(member.name()), tails);
                        if (part != null) {
                            found.put(member.name(), part);
                        }
                    }
                });
        return found.isEmpty() ? null : new Value.MapOf(found);
    }

    private static @Nullable Value elements(
            Value.ListOf list, Map<Path.Step, List<List<Path.Step>>> groups) {
        List<Value> found = new ArrayList<>();
        for (int i = 0; i < list.elements().size(); i++) {
            List<List<Path.Step>> tails = groups.get(new Path.Index(i));
            Value part = tails == null ? null : part(list.elements().get(i), tails);
            if (part != null) {
                found.add(part);
            }
        }
        return found.isEmpty() ? null : new Value.ListOf(found);
    }
}
