package io.digitalworker.document.writing.figures;

import io.digitalworker.document.brief.Material;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import io.digitalworker.document.writing.Grid;
import io.digitalworker.facts.fact.Entity;
import io.digitalworker.facts.fact.Lifecycle;
import io.digitalworker.facts.fact.Transition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import static io.digitalworker.document.writing.Phrases.extracted;
import static io.digitalworker.document.writing.Phrases.named;
import static io.digitalworker.document.writing.Phrases.text;
import static io.digitalworker.document.writing.Phrases.told;

/** What leads from state to state, of the fields that the features have to do with. */
public final class Transitions {
    private static final String INITIAL = "initial";

    /** So many members are named in a row. */
    private static final int CALLERS = 6;

    private Transitions() {}

    /** The field of an entity, as transitions and lifecycles name it. */
    private record State(String entity, String field) {
        static State of(Transition transition) {
            return new State(transition.entity(), transition.field());
        }

        static State of(Lifecycle lifecycle) {
            return new State(lifecycle.entity(), lifecycle.field());
        }
    }

    /**
     * What is asked of each lifecycle anew.
     *
     * @param homes the files of an entity, by its name
     */
    private record Known(
            Map<State, List<Transition>> all,
            Set<Transition> near,
            Map<State, Long> nearOnes,
            Map<String, Set<String>> homes) {
        static Known of(Material material) {
            return material.derived(Known.class, Known::gathered);
        }

        private static Known gathered(Material material) {
            List<Transition> near = Transitions.near(material);
            return new Known(
                    material.facts().all(Transition.class).stream()
                            .collect(Collectors.groupingBy(State::of)),
                    new HashSet<>(near),
                    near.stream().collect(Collectors.groupingBy(State::of, Collectors.counting())),
                    material.facts().entities().stream()
                            .collect(
                                    Collectors.groupingBy(
                                            Entity::name,
                                            Collectors.mapping(
                                                    each -> each.evidence().path(),
                                                    Collectors.toSet()))));
        }
    }

    /** The linked fields whose state changes, those first that most of the features' code sets. */
    public static List<Lifecycle> changing(Material material) {
        List<Lifecycle> changing = new ArrayList<>();
        for (Lifecycle each : material.linked().all(Lifecycle.class)) {
            boolean changes = of(material, each).stream().anyMatch(t -> !t.kind().equals(INITIAL));
            if (changes) {
                changing.add(each);
            }
        }
        Map<State, Long> near = Known.of(material).nearOnes();
        changing.sort(Comparator.comparingLong(each -> -near.getOrDefault(State.of(each), 0L)));
        return changing;
    }

    /** Linked because of what does it, and not only because of the entity. */
    private static List<Transition> near(Material material) {
        Set<String> callers = new HashSet<>();
        material.features()
                .forEach(
                        feature ->
                                feature.matches()
                                        .forEach(match -> callers.add(match.chunk().symbol())));
        return material.linked().all(Transition.class).stream()
                .filter(t -> callers.contains(t.caller()))
                .toList();
    }

    /** Whether the code that was found for the features changes a state. */
    static boolean isNear(Material material) {
        return near(material).stream().anyMatch(each -> !each.kind().equals(INITIAL));
    }

    /**
     * All that sets the field, in the order of the code. Where the entity's own file or the features' code
     * says what it starts with, other makers, such as those of sample data, are left out.
     */
    public static List<Transition> of(Material material, Lifecycle lifecycle) {
        Known known = Known.of(material);
        List<Transition> all = known.all().getOrDefault(State.of(lifecycle), List.of());
        Set<String> homes = known.homes().getOrDefault(lifecycle.entity(), Set.of());
        Set<Transition> first = new HashSet<>();
        for (Transition each : all) {
            boolean home = known.near().contains(each) || homes.contains(each.evidence().path());
            if (home && each.kind().equals(INITIAL)) {
                first.add(each);
            }
        }
        return all.stream()
                .filter(
                        each ->
                                !each.kind().equals(INITIAL)
                                        || first.isEmpty()
                                        || first.contains(each))
                .toList();
    }

    /** A table of all that sets these fields, a row for each way from one state to another. */
    public static List<Block> table(Material material, List<Lifecycle> lifecycles, int rows) {
        Grid grid = new Grid("State of", "Before", "After", "Set by");
        for (Lifecycle lifecycle : lifecycles) {
            Map<String, List<Transition>> ways = new LinkedHashMap<>();
            for (Transition each : of(material, lifecycle)) {
                String way = each.kind() + " " + each.from() + " " + each.to();
                ways.computeIfAbsent(way, any -> new ArrayList<>()).add(each);
            }
            ways.values()
                    .forEach(
                            way -> {
                                Transition first = way.get(0);
                                grid.row(
                                        told(
                                                List.of(first),
                                                named(first, first.entity()),
                                                text(" "),
                                                named(first, first.field())),
                                        before(first),
                                        told(List.of(first), named(first, first.to())),
                                        callers(way));
                            });
        }
        return grid.blocks(rows);
    }

    private static Sentence before(Transition each) {
        return each.from().isEmpty()
                ? extracted(text(each.kind().equals(INITIAL) ? "new" : "any"))
                : told(List.of(each), named(each, each.from()));
    }

    private static Sentence callers(List<Transition> way) {
        List<Span> spans = new ArrayList<>();
        List<Transition> shown = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Transition each : way) {
            if (seen.add(each.caller()) && seen.size() <= CALLERS) {
                spans.add(text(spans.isEmpty() ? "" : ", "));
                spans.add(named(each, each.caller()));
                shown.add(each);
            }
        }
        if (seen.size() > CALLERS) {
            spans.add(text(", …"));
        }
        return told(shown, spans.toArray(Span[]::new));
    }
}
