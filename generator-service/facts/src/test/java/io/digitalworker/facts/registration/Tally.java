package io.digitalworker.facts.registration;

import io.digitalworker.facts.fact.Fact;
import io.digitalworker.facts.fact.Unresolved;
import io.digitalworker.facts.source.SourceTree;
import java.util.List;
import java.util.Set;

/**
 * The registrations of one family in a tree, and the facts that they give.
 *
 * @param neither places with neither a fact nor an unresolved
 * @param facts and what is unresolved, that stand for places
 */
record Tally(Family family, List<Place> places, List<Place> neither, List<Fact> facts) {

    /** Places in {@code passed}, as {@code path:line}, are no registrations. */
    static Tally of(Family family, SourceTree tree, List<Fact> facts, Set<String> passed) {
        List<Place> places = new Places(family, tree).all();
        places.removeIf(place -> passed.contains(place.at()));
        return new Matching(family, facts.stream().filter(family::gives).toList()).tally(places);
    }

    long unresolved() {
        return facts.stream().filter(Unresolved.class::isInstance).count();
    }

    /** Whether one of the places stands within the fact, or is named by it. */
    boolean explains(Fact fact) {
        return facts.contains(fact) || places.stream().anyMatch(place -> place.isWithin(fact));
    }
}
