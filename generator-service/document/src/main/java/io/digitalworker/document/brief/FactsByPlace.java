package io.digitalworker.document.brief;

import io.digitalworker.facts.fact.Fact;
import io.digitalworker.facts.source.Evidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Facts by file and first line, so that those within a place are found without a look at all others. May be
 * used by several threads.
 */
public final class FactsByPlace<F extends Fact> {
    private final List<F> facts;
    private final Map<String, NavigableMap<Integer, List<Numbered<F>>>> byPath = new HashMap<>();

    private record Numbered<F>(int number, F fact) {}

    /** @param facts that nobody changes any more */
    public FactsByPlace(List<F> facts) {
        this.facts = facts;
        for (int i = 0; i < facts.size(); i++) {
            Evidence place = facts.get(i).evidence();
            byPath.computeIfAbsent(place.path(), any -> new TreeMap<>())
                    .computeIfAbsent(place.startLine(), any -> new ArrayList<>(1))
                    .add(new Numbered<>(i, facts.get(i)));
        }
    }

    public List<F> all() {
        return facts;
    }

    /** Those that stand within the lines of a place, in their order. */
    public List<F> within(Evidence place) {
        NavigableMap<Integer, List<Numbered<F>>> byLine = byPath.get(place.path());
        if (byLine == null) {
            return List.of();
        }
        return byLine.subMap(place.startLine(), true, place.endLine(), true).values().stream()
                .flatMap(List::stream)
                .filter(each -> each.fact().evidence().endLine() <= place.endLine())
                .sorted(Comparator.comparingInt(Numbered::number))
                .map(Numbered::fact)
                .toList();
    }
}
