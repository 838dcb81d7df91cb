package io.digitalworker.document.writing.design;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.digitalworker.document.brief.SectionBrief;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.writing.Cells;
import io.digitalworker.document.writing.Grid;
import io.digitalworker.facts.fact.Fact;
import io.digitalworker.facts.fact.FactKind;
import io.digitalworker.facts.fact.Mark;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The terms that this design uses, {@code /review/terms.json}: only those it has a use for. */
public final class DesignGlossary {
    /** A term and what it means here; of a kind of facts or of marks, or of every design. */
    private record Term(String term, String of, String meaning) {}

    private DesignGlossary() {}

    public static SectionDraft compose(SectionBrief brief) {
        Scope scope = new Scope(brief.material());
        Set<String> used = new TreeSet<>(Set.of("every"));
        for (Fact fact : brief.material().facts().facts()) {
            used.add(FactKind.of(fact).array());
            if (fact instanceof Mark mark) {
                used.add(mark.kind());
            }
        }
        Grid grid = new Grid(scope.material(), "Term", "Meaning in this document");
        Map<String, Term> sorted = new TreeMap<>();
        terms().stream()
                .filter(term -> used.contains(term.of()))
                .forEach(term -> sorted.put(term.term(), term));
        sorted.values()
                .forEach(term -> grid.row(Cells.words(term.term()), Cells.words(term.meaning())));
        return SectionDraft.complete(brief.section(), grid.blocks());
    }

    private static List<Term> terms() {
        try (InputStream in = DesignGlossary.class.getResourceAsStream("/review/terms.json")) {
            Objects.requireNonNull(in, "/review/terms.json is not on the class path");
            return new ObjectMapper().readValue(in, new TypeReference<List<Term>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException("/review/terms.json cannot be read", e);
        }
    }
}
