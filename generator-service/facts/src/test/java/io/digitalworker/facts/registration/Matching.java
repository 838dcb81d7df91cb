package io.digitalworker.facts.registration;

import io.digitalworker.facts.fact.Fact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Gives places facts: each one of its own, unless the family's share theirs. */
final class Matching {
    private final Family family;
    private final Map<String, List<Fact>> byPath = new HashMap<>();
    private final List<Fact> free;
    private final List<Fact> taken = new ArrayList<>();

    Matching(Family family, List<Fact> facts) {
        this.family = family;
        this.free = new ArrayList<>(facts);
        for (Fact fact : facts) {
            byPath.computeIfAbsent(fact.evidence().path(), path -> new ArrayList<>()).add(fact);
        }
    }

    Tally tally(List<Place> places) {
        List<Place> without = new ArrayList<>();
        for (Place place : places) {
            List<Fact> near = byPath.getOrDefault(place.path(), List.of());
            if (!take(endingFirst(near, place::isWithin))) {
                without.add(place);
            }
        }
        if (family.has("name")) {
            without.removeIf(place -> take(endingFirst(free, place::isNamedBy)));
        }
        return new Tally(family, places, without, taken.stream().distinct().toList());
    }

    /** As the places come in the order of their lines, this leaves as few without as can be. */
    private static Optional<Fact> endingFirst(List<Fact> facts, Predicate<Fact> fits) {
        return facts.stream()
                .filter(fits)
                .min(Comparator.comparingInt(fact -> fact.evidence().endLine()));
    }

    private boolean take(Optional<Fact> fact) {
        fact.ifPresent(
                found -> {
                    taken.add(found);
                    if (!family.shared()) {
                        free.remove(found);
                        byPath.getOrDefault(found.evidence().path(), List.of()).remove(found);
                    }
                });
        return fact.isPresent();
    }
}
