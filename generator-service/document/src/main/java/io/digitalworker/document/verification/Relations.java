package io.digitalworker.document.verification;

import io.digitalworker.document.brief.FactNames;
import io.digitalworker.document.brief.Material;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import io.digitalworker.facts.fact.Call;
import io.digitalworker.facts.fact.Fact;
import io.digitalworker.facts.fact.FactKind;
import io.digitalworker.facts.source.Evidence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Whether names that a sentence puts together belong together. Names in a row, as in {@code A, B and C},
 * are only listed; words between two names relate them, up to the end of a clause. Related are names of
 * one fact, of facts that name the same type or member or stand in the same lines, and members of which
 * one calls the other, through interfaces where the code injects a class for them. May be used by
 * several threads.
 */
final class Relations {
    private static final Pattern LISTING =
            Pattern.compile("[\\s(]*(,|and|or|,\\s*and|,\\s*or|/|as well as)?[\\s(]*");
    private static final Pattern CLAUSE_END =
            Pattern.compile("[;:.]\\s|\\b(while|whereas|but|then)\\b");

    /** What tells one thing from others: a path, a qualified name, or a name with a capital and more. */
    private static final Pattern TELLING = Pattern.compile("[./_:-]|[a-z][A-Z]|^[A-Z]\\w*[a-z]");

    private static final int SHORTEST = 3;
    private static final List<Set<String>> NONE = List.of();

    private static final Set<String> EVERYWHERE =
            Set.of(
                    "String",
                    "Integer",
                    "Long",
                    "Boolean",
                    "Guid",
                    "DateTime",
                    "Date",
                    "Object",
                    "List",
                    "Task",
                    "Double",
                    "Number",
                    "Array",
                    "Optional",
                    "Void");

    private final Material material;
    private final Map<String, Set<String>> telling = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> steps = new ConcurrentHashMap<>();

    /** What each fact of an id holds. */
    private final Map<String, List<Set<String>>> held = new ConcurrentHashMap<>();

    /** Where facts stand, by kind and headline as {@code permissions@ManageOrders}. */
    private final Map<String, List<Place>> byHeadline = new HashMap<>();

    Relations(Material material) {
        this.material = material;
        for (Fact fact : material.facts().facts()) {
            Evidence at = fact.evidence();
            byHeadline
                    .computeIfAbsent(
                            FactKind.of(fact).array() + "@" + FactNames.headline(fact),
                            any -> new ArrayList<>())
                    .add(new Place(at.path(), at.startLine(), at.endLine()));
        }
    }

    /** The first name of a sentence that nothing relates to the others; empty if all belong together. */
    Optional<Named> stranger(Sentence sentence) {
        List<List<Named>> groups = new ArrayList<>();
        boolean open = false;
        for (Span span : sentence.spans()) {
            Optional<Named> name = Named.of(span);
            if (name.isPresent() && open) {
                groups.get(groups.size() - 1).add(name.get());
            } else if (name.isPresent()) {
                groups.add(new ArrayList<>(List.of(name.get())));
                open = true;
            } else if (CLAUSE_END.matcher(span.shown()).find()) {
                Optional<Named> alone = alone(groups);
                if (alone.isPresent()) {
                    return alone;
                }
                groups.clear();
                open = false;
            } else {
                open &= LISTING.matcher(span.shown()).matches();
            }
        }
        return alone(groups);
    }

    /** The first name that a sentence gives the part of another of the same fact. */
    Optional<Named> misplaced(Sentence sentence) {
        Named left = null;
        String words = "";
        for (Span span : sentence.spans()) {
            Optional<Named> name = Named.of(span);
            if (name.isEmpty()) {
                words += span.shown();
            } else if (left != null && reversed(left, words, name.get())) {
                return name;
            }
            left = name.orElse(left);
            words = name.isPresent() ? "" : words;
        }
        return Optional.empty();
    }

    /** Facts of which each says it the other way round. */
    private boolean reversed(Named left, String words, Named right) {
        List<Fact> both =
                material.factsOf(left.id().equals(right.id()) ? left.id() : "").stream()
                        .filter(fact -> FactNames.of(fact).contains(left.shown()))
                        .filter(fact -> FactNames.of(fact).contains(right.shown()))
                        .toList();
        return !both.isEmpty()
                && both.stream()
                        .allMatch(
                                fact ->
                                        Direction.reversed(
                                                fact, left.shown(), words, right.shown()));
    }

    /** The first name of a row that nothing relates to those in other cells. */
    Optional<Named> strangerIn(List<Sentence> row) {
        return alone(
                row.stream()
                        .map(cell -> Named.in(cell).toList())
                        .filter(names -> !names.isEmpty())
                        .toList());
    }

    private Optional<Named> alone(List<List<Named>> groups) {
        for (List<Named> group : groups.size() < 2 ? List.<List<Named>>of() : groups) {
            for (Named name : group) {
                boolean related =
                        groups.stream()
                                .filter(other -> other != group)
                                .flatMap(List::stream)
                                .anyMatch(other -> related(name, other));
                if (!related) {
                    return Optional.of(name);
                }
            }
        }
        return Optional.empty();
    }

    /** Whether a fact says that the two belong together. */
    boolean related(Named one, Named other) {
        if (one.id().equals(other.id())) {
            return one.shown().equals(other.shown()) || !one.isFact() || holds(one, other.shown());
        }
        if (holds(one, other.shown()) || holds(other, one.shown())) {
            return true;
        }
        Set<String> here = telling(one);
        Set<String> there = telling(other);
        return here.stream().anyMatch(there::contains)
                || overlap(one, other)
                || called(here, there)
                || called(there, here);
    }

    /** A value may stand with each fact that has it: it is shown for the first of them. */
    private boolean holds(Named name, String value) {
        return held(name.id()).stream()
                .anyMatch(names -> names.contains(name.shown()) && names.contains(value));
    }

    private List<Set<String>> held(String id) {
        return held.computeIfAbsent(
                id, any -> material.factsOf(id).stream().map(FactNames::of).toList());
    }

    private boolean overlap(Named one, Named other) {
        return places(one).stream()
                .anyMatch(here -> places(other).stream().anyMatch(here::overlaps));
    }

    /** Its own, and those of the other facts of its kind that go by the same name. */
    private List<Place> places(Named name) {
        List<Place> places = new ArrayList<>(name.place().stream().toList());
        if (name.isFact() && tells(name.shown())) {
            String kind = name.id().substring(0, name.id().indexOf('@') + 1);
            places.addAll(byHeadline.getOrDefault(kind + name.shown(), List.of()));
        }
        return places;
    }

    private boolean called(Set<String> callers, Set<String> called) {
        return callers.stream()
                .anyMatch(member -> steps(member).stream().anyMatch(called::contains));
    }

    /** What a member calls, and the types of these. */
    private Set<String> steps(String member) {
        return steps.computeIfAbsent(
                member,
                from -> {
                    Set<String> reached = new HashSet<>();
                    for (Call call : material.calls().callsOf(from)) {
                        material.calls().targets(call).forEach(to -> add(to, reached));
                    }
                    return reached;
                });
    }

    private Set<String> telling(Named name) {
        return telling.computeIfAbsent(
                name.id() + "#" + name.shown(),
                any -> {
                    Set<String> names = new HashSet<>();
                    add(name.shown(), names);
                    for (Set<String> each : name.isFact() ? held(name.id()) : NONE) {
                        if (each.contains(name.shown())) {
                            each.forEach(other -> add(other, names));
                        }
                    }
                    return names;
                });
    }

    /** Whether a name tells what it is of from other things. */
    static boolean tells(String name) {
        return name.length() >= SHORTEST
                && TELLING.matcher(name).find()
                && !EVERYWHERE.contains(name);
    }

    /** The name itself and, of a member, its type. */
    private static void add(String name, Set<String> names) {
        if (tells(name)) {
            names.add(name);
            int dot = name.lastIndexOf('.');
            if (dot > 0 && name.indexOf('/') < 0) {
                names.add(name.substring(0, dot));
            }
        }
    }
}
