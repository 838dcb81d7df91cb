package io.digitalworker.document.verification;

import io.digitalworker.document.brief.Material;
import io.digitalworker.document.prose.ClaimClass;
import io.digitalworker.document.prose.MentionKind;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import io.digitalworker.facts.fact.FactKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The rules for a single sentence; counts what it has seen. */
final class SentenceCheck {
    private static final Set<MentionKind> IDENTIFIERS =
            EnumSet.of(
                    MentionKind.SYMBOL,
                    MentionKind.SIGNATURE,
                    MentionKind.FACT,
                    MentionKind.FILE,
                    MentionKind.MODULE);

    /** A denial is never extracted unless a count of none, or a place that tells of a lack, says so. */
    private static final Pattern DENIAL =
            Pattern.compile(
                    "(?i)\\b(no|not|never|none|nor|neither|without|cannot|nothing|nobody|\\w+n['’]t)\\b");

    private final Universe universe;
    private final Relations relations;
    private final Subjects subjects;
    private final Statements statements;
    private int identifiers;
    private int ghosts;
    private int citations;
    private int citationsValid;

    SentenceCheck(Universe universe, Material material) {
        this(universe, new Relations(material), new Subjects(material), new Statements(material));
    }

    private SentenceCheck(
            Universe universe, Relations relations, Subjects subjects, Statements statements) {
        this.universe = universe;
        this.relations = relations;
        this.subjects = subjects;
        this.statements = statements;
    }

    /** The same with counters of its own, for another thread. */
    SentenceCheck another() {
        return new SentenceCheck(universe, relations, subjects, statements);
    }

    int identifiers() {
        return identifiers;
    }

    int ghosts() {
        return ghosts;
    }

    int citations() {
        return citations;
    }

    int citationsValid() {
        return citationsValid;
    }

    /** What is wrong with a sentence of a section; empty if nothing. */
    List<Fault> faults(String section, Sentence sentence) {
        List<Fault> faults = new ArrayList<>();
        for (String evidence : sentence.evidence()) {
            String rule = evidence(evidence, sentence);
            if (!rule.isEmpty()) {
                faults.add(new Fault(section, rule, "no such lines, or no fact stands there"));
            }
        }
        if (sentence.claimClass() == ClaimClass.PROPOSED && namesCode(sentence)) {
            faults.add(new Fault(section, "proposed-as-code", "what is intended is in no code"));
        }
        for (Span span : sentence.spans()) {
            String rule = rule(span);
            if (!rule.isEmpty()) {
                faults.add(new Fault(section, rule, detail(span)));
            }
        }
        return faults.isEmpty() ? asAWhole(section, sentence) : faults;
    }

    private static boolean namesCode(Sentence sentence) {
        return sentence.spans().stream()
                .anyMatch(
                        span ->
                                span instanceof Span.Mention mention
                                        && (IDENTIFIERS.contains(mention.kind())
                                                || mention.kind() == MentionKind.CITATION));
    }

    /** A sentence of prose also says where the code bears it out. */
    List<Fault> faultsOfProse(String section, Sentence sentence) {
        List<Fault> faults = faults(section, sentence);
        boolean cites = !sentence.evidence().isEmpty() || !told(sentence);
        return cites || !faults.isEmpty() || Named.in(sentence).findAny().isEmpty()
                ? faults
                : List.of(new Fault(section, "no-evidence", "names code and cites nothing"));
    }

    /** What is wrong with the lines that a sound sentence cites, given what stands around it. */
    List<Fault> faultsOfPlaces(
            String section, Sentence sentence, List<Sentence> around, Set<String> places) {
        if (Subjects.repeats(sentence)) {
            return List.of(new Fault(section, "repeated-evidence", "cites the same lines twice"));
        }
        return subjects.foreign(sentence, around, places).isEmpty()
                ? List.of()
                : List.of(
                        new Fault(section, "foreign-evidence", "cites what it does not speak of"));
    }

    /** What is wrong with cells that stand in one row, each of which is sound. */
    List<Fault> faultsOfRow(String section, List<Sentence> row) {
        List<String> evidence =
                row.stream().flatMap(cell -> cell.evidence().stream()).distinct().toList();
        for (Sentence cell : row) {
            Optional<Named> outside =
                    cell.evidence().isEmpty() ? outside(cell, evidence) : Optional.empty();
            if (outside.isPresent()) {
                return List.of(outsideEvidence(section));
            }
        }
        boolean aboutFeature = row.stream().anyMatch(SentenceCheck::namesFeature);
        return aboutFeature || !row.stream().allMatch(SentenceCheck::extracted)
                ? List.of()
                : unrelated(section, relations.strangerIn(row));
    }

    private List<Fault> asAWhole(String section, Sentence sentence) {
        if (outside(sentence, sentence.evidence()).isPresent() || showsAnotherPlace(sentence)) {
            return List.of(outsideEvidence(section));
        }
        if (told(sentence) && statements.misplaced(sentence)) {
            return List.of(new Fault(section, "misplaced-name", "the fact has it as another part"));
        }
        if (!extracted(sentence) || Named.in(sentence).findAny().isEmpty()) {
            return List.of();
        }
        if (denies(sentence) && !deniesWithReason(sentence)) {
            String detail = "a denial that no count of none bears out is no extracted fact";
            return List.of(new Fault(section, "unproven-denial", detail));
        }
        if (relations.misplaced(sentence).isPresent()) {
            return List.of(new Fault(section, "turned-round", "the fact says it of the other"));
        }
        return unrelated(section, relations.stranger(sentence));
    }

    private static Fault outsideEvidence(String section) {
        return new Fault(section, "outside-evidence", "a name stands elsewhere than is cited");
    }

    private static List<Fault> unrelated(String section, Optional<Named> stranger) {
        return stranger
                .map(
                        name ->
                                new Fault(
                                        section,
                                        "unproven-relation",
                                        "no fact relates a name of " + name.id()))
                .stream()
                .toList();
    }

    /** The first name that stands elsewhere than in the lines cited. */
    private Optional<Named> outside(Sentence sentence, List<String> evidence) {
        List<Place> cited = evidence.stream().map(Place::of).flatMap(Optional::stream).toList();
        return cited.isEmpty()
                ? Optional.empty()
                : Named.in(sentence)
                        .filter(name -> name.place().filter(p -> within(p, cited)).isEmpty())
                        .findFirst();
    }

    /** A place that is shown is one of those cited, and a declaration stands there. */
    private static boolean showsAnotherPlace(Sentence sentence) {
        return !sentence.evidence().isEmpty()
                && mentions(sentence)
                        .filter(
                                mention ->
                                        mention.kind() == MentionKind.CITATION
                                                || mention.kind() == MentionKind.SIGNATURE)
                        .map(mention -> mention.id().replaceFirst("#.*", ""))
                        .anyMatch(place -> !sentence.evidence().contains(place));
    }

    private static boolean within(Place place, List<Place> cited) {
        return cited.stream().anyMatch(place::overlaps);
    }

    private static boolean extracted(Sentence sentence) {
        return sentence.claimClass() == ClaimClass.EXTRACTED;
    }

    private static boolean told(Sentence sentence) {
        return extracted(sentence) || sentence.claimClass() == ClaimClass.INFERRED;
    }

    private static boolean namesFeature(Sentence sentence) {
        return mentions(sentence)
                .anyMatch(
                        mention ->
                                mention.kind() == MentionKind.FEATURE
                                        || mention.kind() == MentionKind.REQUIREMENT);
    }

    private static Stream<Span.Mention> mentions(Sentence sentence) {
        return sentence.spans().stream()
                .filter(Span.Mention.class::isInstance)
                .map(Span.Mention.class::cast);
    }

    private static boolean denies(Sentence sentence) {
        return sentence.spans().stream()
                .filter(Span.Text.class::isInstance)
                .anyMatch(words -> DENIAL.matcher(words.shown()).find());
    }

    private static boolean deniesWithReason(Sentence sentence) {
        return mentions(sentence)
                .anyMatch(
                        mention ->
                                mention.kind() == MentionKind.COUNT
                                        ? mention.shown().equals("0")
                                                || mention.id().startsWith("rule.")
                                        : tellsOfALack(mention.id()));
    }

    private static boolean tellsOfALack(String id) {
        return id.startsWith(FactKind.CONTRADICTION.array() + "@")
                || id.startsWith(FactKind.UNRESOLVED.array() + "@");
    }

    /** The rule that a citation breaks; of a quotation, its own lines will do. */
    private String evidence(String place, Sentence sentence) {
        boolean quoted =
                sentence.spans().stream()
                        .anyMatch(
                                span ->
                                        span instanceof Span.Quote quote
                                                && quote.source().equals(place));
        boolean valid = quoted ? universe.place(place) : universe.cited(place);
        citations++;
        citationsValid += valid ? 1 : 0;
        if (valid) {
            return "";
        }
        return universe.place(place) ? "unknown-evidence" : "invalid-evidence";
    }

    /** The rule that a span breaks; empty if none. */
    private String rule(Span span) {
        if (span instanceof Span.Mention mention) {
            return mention(mention);
        }
        if (span instanceof Span.Quote quote) {
            return universe.bearsOut(quote) ? "" : "altered-quote";
        }
        return PlainWords.rule(span.shown());
    }

    private String mention(Span.Mention mention) {
        boolean holds = universe.bearsOut(mention);
        if (mention.kind() == MentionKind.CITATION) {
            citations++;
            citationsValid += holds ? 1 : 0;
        } else if (IDENTIFIERS.contains(mention.kind())) {
            identifiers++;
            ghosts += holds ? 0 : 1;
        }
        return holds ? "" : "unknown-" + mention.kind().name().toLowerCase(Locale.ROOT);
    }

    private static String detail(Span span) {
        return span instanceof Span.Mention mention
                ? "the facts do not say what is shown for a " + mention.kind()
                : "found in a sentence of the section";
    }
}
