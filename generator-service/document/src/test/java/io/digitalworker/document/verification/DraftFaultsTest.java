package io.digitalworker.document.verification;

import io.digitalworker.document.Sample;
import io.digitalworker.document.brief.FactNames;
import io.digitalworker.document.brief.Material;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.MentionKind;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import io.digitalworker.document.published.Case;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Drafts that a model might hand over: true sentences of many shapes, and the same with a single edit.
 * What becomes of them, by kind of edit, here and under a check of existence alone.
 */
class DraftFaultsTest {
    /** Facts that each shape is filled in with, of one code base. */
    private static final int EACH = Integer.getInteger("drafts.each", 1);

    private static final Path FIXTURES = Path.of("../facts/src/test/resources/fixtures");
    private static final List<String> CODE =
            List.of(
                    "aspnet",
                    "aws",
                    "celery",
                    "configuration",
                    "django",
                    "efcore",
                    "express",
                    "fastapi",
                    "jpa",
                    "nestjs",
                    "nopcommerce",
                    "spring",
                    "typeorm",
                    "class-validator");

    /** What became of the drafts of a kind. */
    private static final class Row {
        private int drafts;
        private int removed;
        private int inferred;
        private int byExistence;
        private final List<String> survived = new ArrayList<>();

        double caught() {
            return (removed + inferred) / (double) drafts;
        }

        double baseline() {
            return byExistence / (double) drafts;
        }
    }

    private static final Map<String, Row> ROWS = new TreeMap<>();
    private static final Set<String> SHAPES = new HashSet<>();

    @BeforeAll
    static void writesAndChecks() {
        samples().forEach(DraftFaultsTest::drafts);
        print();
    }

    @Test
    void edgesOfTruthAreSeenWhereExistenceAloneSeesNone() {
        Row untouched = row("untouched");
        assertThat(SHAPES).as("shapes of sentences that were used").hasSizeGreaterThan(30);
        assertThat(ROWS.values().stream().mapToInt(row -> row.drafts).sum()).isGreaterThan(200);
        assertThat(untouched.removed / (double) untouched.drafts)
                .as("true sentences taken out: " + untouched.survived)
                .isLessThanOrEqualTo(0.05);
        for (String kind :
                List.of("ghost name", "ghost route", "ghost key", "citation five lines off")) {
            assertThat(row(kind).removed)
                    .as(kind + " has to be taken out; left: " + row(kind).survived)
                    .isEqualTo(row(kind).drafts);
        }
        for (String kind :
                List.of(
                        "negation",
                        "number changed",
                        "number in words",
                        "universal",
                        "judgement")) {
            assertThat(row(kind).removed)
                    .as(kind + " has to be taken out; left: " + row(kind).survived)
                    .isEqualTo(row(kind).drafts);
        }
        for (String kind : List.of("two names swapped", "name of something else")) {
            assertThat(row(kind).caught())
                    .as(kind + ": taken out or marked; left: " + row(kind).survived)
                    .isGreaterThanOrEqualTo(0.99);
        }
    }

    @Test
    void existenceAloneFails() {
        for (String kind :
                List.of("two names swapped", "name of something else", "negation", "universal")) {
            assertThat(row(kind).baseline())
                    .as("share of '" + kind + "' that a check of existence alone finds")
                    .isLessThan(0.1)
                    .isLessThan(row(kind).caught() - 0.8);
        }
        assertThat(row("citation five lines off").baseline()).isLessThan(0.6);
    }

    private static Row row(String kind) {
        return ROWS.computeIfAbsent(kind, any -> new Row());
    }

    private static List<Sample> samples() {
        List<Sample> samples = new ArrayList<>(List.of(Sample.example()));
        CODE.forEach(
                name ->
                        samples.add(
                                Sample.of(
                                        FIXTURES.resolve(name),
                                        "Fixture",
                                        "The code of a fixture.")));
        Case.all().skip(1).map(Case::sample).forEach(samples::add);
        return samples;
    }

    private static void drafts(Sample sample) {
        Material material = sample.material();
        DraftCheck check = DraftCheck.of(sample.tree(), material);
        Existence existence = new Existence(sample);
        Map<Sentence, String> told = new NaturalSentences(material, EACH).told();
        List<Sentence> all = List.copyOf(told.keySet());
        for (Sentence sentence : all) {
            SHAPES.add(told.getOrDefault(sentence, ""));
            draft("untouched", sentence, check, existence);
            new Edits(
                            material,
                            all,
                            (kind, edited) -> {
                                if (!sameSaid(material, sentence, edited)) {
                                    draft(kind, edited, check, existence);
                                }
                            })
                    .of(sentence);
        }
    }

    /** Lines cited five lines on may hold the very same fact. */
    private static boolean sameSaid(Material material, Sentence sentence, Sentence edited) {
        if (sentence.evidence().equals(edited.evidence())
                || !sentence.spans().equals(edited.spans())) {
            return false;
        }
        return Named.in(sentence)
                .allMatch(
                        name ->
                                material.facts().facts().stream()
                                        .filter(
                                                fact ->
                                                        edited.evidence()
                                                                .contains(fact.evidence().id()))
                                        .anyMatch(
                                                fact -> FactNames.of(fact).contains(name.shown())));
    }

    private static void draft(
            String kind, Sentence sentence, DraftCheck check, Existence existence) {
        CheckedBlocks checked =
                check.check("section", List.of(new Block.Paragraph(List.of(sentence))));
        Row row = row(kind);
        row.drafts++;
        row.removed += checked.removed();
        row.inferred += checked.inferred();
        row.byExistence += existence.holds(sentence) ? 0 : 1;
        boolean untouched = kind.equals("untouched");
        boolean left = checked.removed() == 0 && checked.inferred() == 0;
        if (untouched
                ? checked.removed() > 0
                : left || (checked.removed() == 0 && !kind.contains("name"))) {
            row.survived.add(
                    sentence.shown() + " " + sentence.evidence() + " " + rules(checked) + "\n");
        }
    }

    private static List<String> rules(CheckedBlocks checked) {
        return checked.faults().stream()
                .map(fault -> fault.fault().rule() + fault.fault().detail())
                .toList();
    }

    private static void print() {
        System.out.printf(
                "%-26s %7s %9s %9s %9s %16s%n",
                "drafts", "number", "removed", "inferred", "caught", "existence alone");
        ROWS.forEach(
                (kind, row) ->
                        System.out.printf(
                                "%-26s %7d %9d %9d %8.1f%% %15.1f%%%n",
                                kind,
                                row.drafts,
                                row.removed,
                                row.inferred,
                                row.caught() * 100,
                                row.baseline() * 100));
        System.out.println(SHAPES.size() + " shapes of " + NaturalSentences.shapes());
    }

    /** Verification as others do it: each name exists somewhere, each place cited is in the archive. */
    private static final class Existence {
        private final Universe universe;
        private final Set<String> names = new HashSet<>();

        Existence(Sample sample) {
            this.universe = new Universe(sample.tree(), sample.material());
            sample.material().facts().facts().forEach(fact -> names.addAll(FactNames.of(fact)));
        }

        boolean holds(Sentence sentence) {
            return sentence.evidence().stream().allMatch(universe::place)
                    && Stream.concat(mentioned(sentence), spelled(sentence))
                            .allMatch(names::contains);
        }

        private static Stream<String> mentioned(Sentence sentence) {
            return sentence.spans().stream()
                    .filter(span -> span instanceof Span.Mention m && m.kind() == MentionKind.FACT)
                    .map(Span::shown);
        }

        /** What looks like a name in the plain words. */
        private static Stream<String> spelled(Sentence sentence) {
            return sentence.spans().stream()
                    .filter(Span.Text.class::isInstance)
                    .flatMap(text -> Stream.of(text.shown().split("[\\s,;]+")))
                    .map(word -> word.replaceAll("\\.$", ""))
                    .filter(word -> word.matches(".*[a-z][A-Z].*|.*[./_].+"));
        }
    }
}
