package io.digitalworker.document.verification;

import io.digitalworker.document.brief.FactNames;
import io.digitalworker.document.brief.Material;
import io.digitalworker.document.prose.Span;
import io.digitalworker.facts.fact.Call;
import io.digitalworker.facts.fact.Fact;
import io.digitalworker.facts.fact.FactKind;
import io.digitalworker.facts.fact.Message;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whether a fact says what a sentence says of two names next to each other, which way round included:
 * {@code ties.txt} has the words. A relation is proven, turned round, or not known to be either; only
 * what is proven counts as extracted.
 */
final class Proof {
    private static final Pattern LISTING =
            Pattern.compile("[\\s(]*(,|and|or|,\\s*and|,\\s*or|as well as)[\\s(]*");
    private static final Pattern CLAUSE_END =
            Pattern.compile("[;:.]\\s|\\b(while|whereas|but|then|so that)\\b");
    private static final Pattern PASSIVE =
            Pattern.compile(
                    "\\b(?:\\w+ed|\\w+en|kept|sent|made|found|read|built|held|run|met|put|set|shown|got|"
                            + "begun|done|led|taken|brought|drawn)\\s+(?:\\w+ly\\s+|out\\s+)?(?:by|from)\\b");

    /** What became of a relation. */
    enum Verdict {
        PROVEN,
        UNKNOWN,
        TURNED_ROUND
    }

    private record Tie(
            String kind,
            Set<String> from,
            Set<String> to,
            Set<String> verbs,
            Set<String> links) {}

    private final List<Tie> ties = new ArrayList<>();
    private final Material material;

    Proof(Material material) {
        this.material = material;
        Stems stems = new Stems();
        WordList.lines("ties.txt").forEach(line -> ties.add(tie(line, stems)));
    }

    private static Tie tie(String line, Stems stems) {
        String[] sides = line.split(":", 3);
        String[] parts = sides[1].split("->");
        String[] words = sides[2].split("\\|", 2);
        Set<String> verbs = new HashSet<>(stems.in(words[0]));
        if (verbs.remove("be")) {
            verbs.addAll(Set.of("is", "are", "was", "were"));
        }
        return new Tie(
                sides[0].trim(),
                Set.of(parts[0].trim().split("\\s+")),
                Set.of(parts[1].trim().split("\\s+")),
                verbs,
                new HashSet<>(words.length < 2 ? List.of() : stems.in(words[1])));
    }

    /** What the facts say of the names of a sentence: the worst of what they say of any of them. */
    Verdict of(Told told, Stems stems) {
        Verdict worst = Verdict.PROVEN;
        List<Before> clause = new ArrayList<>();
        for (Span span : told.spans()) {
            Named name = Named.of(span).orElse(null);
            if (name != null) {
                Verdict found = verdict(clause, name, stems);
                worst = found.compareTo(worst) > 0 ? found : worst;
                clause.add(new Before(name, new StringBuilder()));
            } else if (CLAUSE_END.matcher(span.shown()).find()) {
                clause.clear();
            } else {
                String words = span instanceof Span.Text ? span.shown() : " ";
                clause.forEach(before -> before.words.append(words));
            }
        }
        return worst;
    }

    /**
     * A name of the clause.
     *
     * @param words all that stands between it and the name that is looked at
     */
    private record Before(Named name, StringBuilder words) {}

    /** What is said of a name and those before it: of the nearest one, unless an earlier one proves it. */
    private Verdict verdict(List<Before> clause, Named name, Stems stems) {
        Verdict nearest = Verdict.PROVEN;
        for (int i = clause.size() - 1; i >= 0; i--) {
            Before before = clause.get(i);
            Verdict found = verdict(before.name, before.words.toString(), name, stems);
            boolean listed = LISTING.matcher(before.words).matches();
            if (found == Verdict.PROVEN || (listed && i == 0)) {
                return found == Verdict.PROVEN ? found : listed(before.name, name);
            }
            nearest = i == clause.size() - 1 || found == Verdict.TURNED_ROUND ? found : nearest;
        }
        return nearest;
    }

    /** Names in a row belong together if they are the same part of one kind of fact. */
    private Verdict listed(Named one, Named other) {
        Set<String> parts = parts(one);
        return parts(other).stream().anyMatch(parts::contains) ? Verdict.PROVEN : Verdict.UNKNOWN;
    }

    private Set<String> parts(Named name) {
        Set<String> parts = new HashSet<>();
        if (!name.isFact()) {
            parts.add("declaration");
        }
        for (Fact fact : material.factsOf(name.id())) {
            String kind = FactKind.of(fact).array();
            Part.of(fact, name.shown()).forEach(part -> parts.add(kind + "." + part.name()));
        }
        return parts;
    }

    private Verdict verdict(Named left, String said, Named right, Stems stems) {
        String words = said.toLowerCase(Locale.ROOT);
        Set<String> stemmed = new HashSet<>(stems.in(words));
        boolean passive = PASSIVE.matcher(words).find();
        boolean forward = says(left, right, stemmed, passive);
        boolean backward = says(right, left, stemmed, passive);
        if (forward == backward) {
            return Verdict.UNKNOWN;
        }
        return forward ? Verdict.PROVEN : Verdict.TURNED_ROUND;
    }

    /**
     * Whether the words say of the first name what a fact says of it and the second.
     *
     * @param passive whether they have it the other way round
     */
    private boolean says(Named one, Named other, Set<String> words, boolean passive) {
        return passive ? tied(other, one, words, true) : tied(one, other, words, false);
    }

    private boolean tied(Named from, Named to, Set<String> words, boolean passive) {
        return ties(from, to)
                .anyMatch(
                        tie ->
                                tie.verbs.stream().anyMatch(words::contains)
                                        || (!passive && tie.links.stream().anyMatch(words::contains)));
    }

    private Stream<Tie> ties(Named from, Named to) {
        return Stream.concat(
                shared(from, to).stream().flatMap(fact -> ties(fact, from.shown(), to.shown())),
                calls(from.shown(), to.shown())
                        ? ties.stream().filter(tie -> tie.kind.equals("calls"))
                        : Stream.empty());
    }

    /** The facts of either name that hold both. */
    private List<Fact> shared(Named one, Named other) {
        return Stream.of(one, other)
                .filter(Named::isFact)
                .flatMap(name -> material.factsOf(name.id()).stream())
                .filter(fact -> FactNames.of(fact).containsAll(Set.of(one.shown(), other.shown())))
                .distinct()
                .toList();
    }

    private Stream<Tie> ties(Fact fact, String from, String to) {
        String kind = FactKind.of(fact).array();
        String way = fact instanceof Message message ? kind + "/" + message.direction() : kind;
        Set<Part> before = Part.of(fact, from);
        Set<Part> after = Part.of(fact, to);
        return ties.stream()
                .filter(tie -> tie.kind.equals(kind) || tie.kind.equals(way))
                .filter(tie -> joined(tie, before, after));
    }

    private static boolean joined(Tie tie, Set<Part> before, Set<Part> after) {
        return before.stream()
                .filter(part -> tie.from.contains(part.name()))
                .anyMatch(
                        one ->
                                after.stream()
                                        .filter(part -> tie.to.contains(part.name()))
                                        .anyMatch(one::goesWith));
    }

    /** Whether a member, or a member of a type, calls the other or one of its type. */
    private boolean calls(String from, String to) {
        return material.calls().callsOf(from).stream().anyMatch(call -> ends(call, to));
    }

    private boolean ends(Call call, String to) {
        return material.calls().targets(call).stream()
                .anyMatch(target -> target.equals(to) || target.startsWith(to + "."));
    }
}
