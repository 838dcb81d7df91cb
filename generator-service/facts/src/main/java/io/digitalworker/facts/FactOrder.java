package io.digitalworker.facts;

import io.digitalworker.facts.fact.Fact;
import io.digitalworker.facts.fact.FactKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** By kind, then by place, then by content. Content is only looked at where several share a place. */
final class FactOrder {
    private static final Comparator<Fact> KIND_AND_PLACE =
            Comparator.<Fact, FactKind>comparing(FactKind::of).thenComparing(Fact::evidence);

    private FactOrder() {}

    /** Each fact once. */
    static List<Fact> sorted(List<Fact> facts) {
        List<Fact> sorted = new ArrayList<>(facts);
        sorted.sort(KIND_AND_PLACE);
        List<Fact> distinct = new ArrayList<>(sorted.size());
        int from = 0;
        while (from < sorted.size()) {
            int to = from + 1;
            while (to < sorted.size() && sameKindAndPlace(sorted.get(from), sorted.get(to))) {
                to++;
            }
            add(sorted.subList(from, to), distinct);
            from = to;
        }
        return List.copyOf(distinct);
    }

    private static boolean sameKindAndPlace(Fact one, Fact other) {
        return KIND_AND_PLACE.compare(one, other) == 0;
    }

    private static void add(List<Fact> sharing, List<Fact> distinct) {
        if (sharing.size() == 1) {
            distinct.addAll(sharing);
            return;
        }
        SortedMap<String, Fact> byContent = new TreeMap<>();
        sharing.forEach(fact -> byContent.put(fact.toString(), fact));
        distinct.addAll(byContent.values());
    }
}
