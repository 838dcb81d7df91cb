package io.digitalworker.document.writing.functional;

import io.digitalworker.document.brief.Material;
import io.digitalworker.facts.fact.Call;
import io.digitalworker.facts.fact.Fact;
import io.digitalworker.facts.source.Evidence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What happens behind a start: the calls of a feature that lead on from it, and the lines that they lead
 * to.
 *
 * @param calls the nearest to the start first
 * @param places of the start and of the members that the calls lead to
 */
record Reach(List<Call> calls, List<Evidence> places) {
    private static final int STEPS = 3;
    private static final int MEMBERS = 40;

    Reach {
        calls = List.copyOf(calls);
        places = List.copyOf(places);
    }

    /**
     * Follows the calls that belong to the feature.
     *
     * @param linked what belongs to the feature
     * @param start where it begins; of several members of one name, just the one
     */
    static Reach from(
            Material material, Members members, Set<Fact> linked, String member, Evidence start) {
        Set<Call> calls = new LinkedHashSet<>();
        Map<String, List<Evidence>> reached = new HashMap<>();
        Set<Evidence> places = new LinkedHashSet<>(List.of(start));
        List<String> open = List.of(member);
        reached.put(member, begin(members, member, start));
        places.addAll(begin(members, member, start));
        for (int step = 0; step < STEPS && !open.isEmpty(); step++) {
            List<String> next = new ArrayList<>();
            for (String from : open) {
                for (Call call : material.calls().callsOf(from)) {
                    if (linked.contains(call)
                            && standsIn(call, reached.getOrDefault(from, List.of()))) {
                        calls.add(call);
                        for (String to : material.calls().targets(call)) {
                            if (reached.size() < MEMBERS && !reached.containsKey(to)) {
                                reached.put(to, members.places(to));
                                places.addAll(members.places(to));
                                next.add(to);
                            }
                        }
                    }
                }
            }
            open = next;
        }
        return new Reach(new ArrayList<>(calls), new ArrayList<>(places));
    }

    private static List<Evidence> begin(Members members, String member, Evidence start) {
        List<Evidence> all = members.places(member);
        List<Evidence> same =
                all.stream()
                        .filter(p -> Members.within(p, start) || Members.within(start, p))
                        .toList();
        return same.isEmpty() ? all : same;
    }

    private static boolean stands(Fact fact, Map<String, List<Evidence>> byPath) {
        return standsIn(fact, byPath.getOrDefault(fact.evidence().path(), List.of()));
    }

    private static boolean standsIn(Fact fact, List<Evidence> places) {
        return places.stream().anyMatch(place -> Members.within(fact.evidence(), place));
    }

    /** The facts that stand in those lines. */
    <F extends Fact> List<F> of(List<F> facts) {
        Map<String, List<Evidence>> byPath =
                places.stream().collect(Collectors.groupingBy(Evidence::path));
        return facts.stream().filter(fact -> stands(fact, byPath)).toList();
    }

    /** The entities that the calls end at, as calls. */
    List<Call> entities() {
        return calls.stream().filter(call -> call.kind().equals("entity")).toList();
    }
}
