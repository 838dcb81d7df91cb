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
                            + "begun|done|led|taken|brought|drawn)\\s+(?:\\w+ly\\s+|out\\s+)?(?:by|from)\\b"
                            + "|\\b(?:is|are|was|were|been)\\s+(?:\\w+ed|\\w+en|sent|made|read|run|put|set)"
                            + "(?:\\s+\\w+)?,\\s+(?:the\\s+)?(?:\\w+\\s+)?$");

    /** Who does it does not stand next to it. */
    private static final Pattern GERUND =
            Pattern.compile("\\b(?:by|when|after|before|while|for)\\s+\\w+ing\\b");

    /** Of {@code A, which B reads} the second does it to the first. */
    private static final Pattern RELATIVE =
            Pattern.compile(",? (?:which|that) (?:the )?(?:\\w+ )?");

    /** What became of a relation. */
    enum Verdict {
        PROVEN,
        UNKNOWN,
        TURNED_ROUND
    }

    /**
     * What the facts say of a sentence.
     *
     * @param verdict the worst of what they say of any of its names
     * @param verbs stems of the words by which they say it
     */
    record Outcome(Verdict verdict, Set<String> verbs) {}

    private record Tie(
            String kind, Set<String> from, Set<String> to, Set<String> verbs, Set<String> links) {}

    private final List<Tie> ties = new ArrayList<>();

    /** Pairs of words that together say something else than the first of them. */
    private final Set<String> compounds = new HashSet<>();

    private final Material material;

    Proof(Material material) {
        this.material = material;
        Stems stems = new Stems();
        WordList.lines("ties.txt").forEach(line -> ties.add(tie(line, stems)));
    }

    private Tie tie(String line, Stems stems) {
        String[] sides = line.split(":", 3);
        String[] parts = sides[1].split("->");
        String[] words = sides[2].split("\\|", 2);
        Set<String> verbs = new HashSet<>();
        for (String verb : words[0].trim().split("\\s+")) {
            verbs.add(String.join("_", stems.in(verb)));
        }
        verbs.stream().filter(verb -> verb.indexOf('_') > 0).forEach(compounds::add);
        return new Tie(
                sides[0].trim(),
                Set.of(parts[0].trim().split("\\s+")),
                Set.of(parts[1].trim().split("\\s+")),
                verbs,
                new HashSet<>(words.length < 2 ? List.of() : stems.in(words[1])));
    }

    /** What the facts say of the names of a sentence. */
    Outcome of(Told told, Stems stems) {
        Set<String> verbs = new HashSet<>();
        Verdict worst = worst(told, stems, verbs);
        return new Outcome(worst, verbs);
    }

    private Verdict worst(Told told, Stems stems, Set<String> verbs) {
        Verdict worst = Verdict.PROVEN;
        List<Before> clause = new ArrayList<>();
        List<Span> spans = told.withClauses().spans();
        for (int i = 0; i < spans.size(); i++) {
            Span span = spans.get(i);
            Named name = Named.of(span).orElse(null);
            if (name != null) {
                String after = i + 1 < spans.size() ? spans.get(i + 1).shown() : "";
                Verdict found = verdict(clause, name, after, stems, verbs);
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
    private Verdict verdict(
            List<Before> clause, Named name, String after, Stems stems, Set<String> verbs) {
        Before last = clause.isEmpty() ? null : clause.get(clause.size() - 1);
        if (last != null && RELATIVE.matcher(last.words).matches()) {
            return verdict(name, after, last.name, true, stems, verbs);
        }
        Verdict nearest = Verdict.PROVEN;
        for (int i = clause.size() - 1; i >= 0; i--) {
            Before before = clause.get(i);
            boolean next = i == clause.size() - 1;
            Verdict found = verdict(before.name, before.words.toString(), name, next, stems, verbs);
            boolean listed = LISTING.matcher(before.words).matches();
            if (found == Verdict.PROVEN || (listed && i == 0)) {
                return found == Verdict.PROVEN ? found : listed(before.name, name);
            }
            nearest = next || found == Verdict.TURNED_ROUND ? found : nearest;
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

    /**
     * What the words between two names say.
     *
     * @param next whether no other name stands between them: else words without a verb say nothing
     */
    private Verdict verdict(
            Named left, String said, Named right, boolean next, Stems stems, Set<String> verbs) {
        String words = said.toLowerCase(Locale.ROOT);
        Set<String> stemmed = stemmed(words, stems);
        boolean passive = PASSIVE.matcher(words).find();
        boolean forward = says(left, right, stemmed, passive);
        boolean backward = says(right, left, stemmed, passive);
        if (!forward && !backward && next && !passive) {
            forward = links(left, right, stemmed) && !links(right, left, stemmed);
        }
        if (forward == backward || GERUND.matcher(words).find()) {
            return Verdict.UNKNOWN;
        }
        if (forward) {
            Stream.concat(ties(left, right), ties(right, left))
                    .flatMap(tie -> Stream.concat(tie.verbs.stream(), tie.links.stream()))
                    .filter(stemmed::contains)
                    .forEach(verb -> verbs.addAll(List.of(verb.split("_"))));
        }
        return forward ? Verdict.PROVEN : Verdict.TURNED_ROUND;
    }

    private Set<String> stemmed(String words, Stems stems) {
        Set<String> stemmed = new HashSet<>(stems.in(words));
        for (String compound : compounds) {
            String[] parts = compound.split("_");
            if (stemmed.contains(parts[0]) && stemmed.contains(parts[1])) {
                stemmed.add(compound);
            }
        }
        stemmed.stream()
                .filter(compounds::contains)
                .map(compound -> compound.replaceFirst("_.*", ""))
                .toList()
                .forEach(stemmed::remove);
        return stemmed;
    }

    /**
     * Whether the words say of the first name what a fact says of it and the second.
     *
     * @param passive whether they have it the other way round
     */
    private boolean says(Named one, Named other, Set<String> words, boolean passive) {
        return (passive ? ties(other, one) : ties(one, other))
                .anyMatch(tie -> tie.verbs.stream().anyMatch(words::contains));
    }

    /** Whether words that hold the two together say it without any verb. */
    private boolean links(Named one, Named other, Set<String> words) {
        return ties(one, other).anyMatch(tie -> tie.links.stream().anyMatch(words::contains));
    }

    private Stream<Tie> ties(Named from, Named to) {
        Stream<Tie> ofFacts =
                shared(from, to).stream().flatMap(fact -> ties(fact, from.shown(), to.shown()));
        Stream<Tie> ofCalls = calls(from.shown(), to.shown()) ? ties("calls") : Stream.empty();
        Stream<Tie> ofPlaces = stands(to, from) ? ties("within") : Stream.empty();
        return Stream.of(ofFacts, ofCalls, ofPlaces).flatMap(each -> each);
    }

    private Stream<Tie> ties(String kind) {
        return ties.stream().filter(tie -> tie.kind.equals(kind));
    }

    /** Whether a fact stands in the lines of a declaration. */
    private static boolean stands(Named fact, Named symbol) {
        return fact.isFact()
                && !symbol.isFact()
                && fact.id().startsWith(FactKind.CONFIGURATION.array() + "@")
                && symbol.place()
                        .filter(own -> fact.place().filter(own::overlaps).isPresent())
                        .isPresent();
    }

    /** The facts of either name that hold both. */
    private List<Fact> shared(Named one, Named other) {
        return Stream.of(one, other)
                .filter(Named::isFact)
                .flatMap(name -> material.factsOf(name.id()).stream())
                .filter(fact -> FactNames.of(fact).containsAll(List.of(one.shown(), other.shown())))
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
