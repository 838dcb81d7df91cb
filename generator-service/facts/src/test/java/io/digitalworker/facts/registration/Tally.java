package io.digitalworker.facts.registration;

import io.digitalworker.facts.fact.Fact;
import io.digitalworker.facts.fact.Unresolved;
import io.digitalworker.facts.source.SourceFile;
import io.digitalworker.facts.source.SourceTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;

/**
 * The registrations of one family in a tree, and the facts that they give.
 *
 * @param neither places with neither a fact nor an unresolved
 * @param facts and what is unresolved, that stand for places
 */
record Tally(Family family, List<Place> places, List<Place> neither, List<Fact> facts) {

    /** Places in {@code passed}, as {@code path:line}, are no registrations. */
    static Tally of(Family family, SourceTree tree, List<Fact> facts, Set<String> passed) {
        List<Place> places = new ArrayList<>();
        for (SourceFile file : tree.files()) {
            if (family.files().matcher(file.path()).find()) {
                places.addAll(places(family, file.path(), tree.text(file).text()));
            }
        }
        places.removeIf(place -> passed.contains(place.at()));
        return new Matching(family, facts.stream().filter(family::gives).toList()).tally(places);
    }

    private static List<Place> places(Family family, String path, String text) {
        List<Place> places = new ArrayList<>();
        if (!family.holding().matcher(text).find()) {
            return places;
        }
        String[] lines = text.split("\n", -1);
        int line = 1;
        int from = 0;
        String plain = PlainText.of(path, text, family.quotes());
        Matcher matcher = family.text().matcher(plain);
        while (matcher.find()) {
            int at = family.has("at") ? matcher.start("at") : matcher.start();
            while (at < matcher.end() - 1 && Character.isWhitespace(plain.charAt(at))) {
                at++;
            }
            line += (int) text.substring(from, at).chars().filter(c -> c == '\n').count();
            from = at;
            String name = group(family, matcher, "name");
            String member = group(family, matcher, "member");
            places.add(new Place(path, line, name, member, lines[line - 1]));
        }
        return places;
    }

    private static String group(Family family, Matcher matcher, String name) {
        String group = family.has(name) ? matcher.group(name) : null;
        return group == null ? "" : group;
    }

    long unresolved() {
        return facts.stream().filter(Unresolved.class::isInstance).count();
    }

    /** Whether one of the places stands within the fact, or is named by it. */
    boolean explains(Fact fact) {
        return facts.contains(fact) || places.stream().anyMatch(place -> place.isWithin(fact));
    }
}
