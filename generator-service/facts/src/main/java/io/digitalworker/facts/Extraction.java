package io.digitalworker.facts;

import io.digitalworker.facts.budget.Outcome;
import io.digitalworker.facts.budget.TimeBudget;
import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.fact.Fact;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.Framework;
import io.digitalworker.facts.framework.contract.Settlement;
import io.digitalworker.facts.source.Evidence;
import io.digitalworker.facts.source.SourceFile;
import io.digitalworker.facts.source.SourceTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes the facts of all frameworks, side by side. A fault of one is recorded as unresolved, the file
 * that it was at is passed over, and the framework has another try without it, so that one odd file does
 * not cost all facts of its kind.
 */
final class Extraction {
    /** Tests and CI set it: a fault is thrown and not recorded. */
    static final String STRICT = "facts.strict";

    private static final int TRIES = 4;
    private static final String OVER_TIME = "over its time budget";

    private final SourceTree tree;
    private final TimeBudget budget;
    private final Findings faults = new Findings();
    private final List<Fact> facts = new ArrayList<>();

    /** A framework with the code that it may still look at. */
    private record Try(Framework framework, CodeBase code) {}

    private Extraction(SourceTree tree, TimeBudget budget) {
        this.tree = tree;
        this.budget = budget;
    }

    /** In the order of the frameworks, not yet sorted. */
    static List<Fact> of(CodeBase code, List<Framework> frameworks, TimeBudget budget) {
        Extraction extraction = new Extraction(code.tree(), budget);
        code.passedOver()
                .forEach((file, outcome) -> extraction.record("file", file.path(), outcome, file));
        List<Try> open = frameworks.stream().map(each -> new Try(each, code)).toList();
        for (int tried = 1; !open.isEmpty(); tried++) {
            open = extraction.round(open, tried < TRIES);
        }
        extraction.facts.addAll(extraction.faults.facts());
        return Settlement.of(code.tree(), extraction.facts);
    }

    /** Those that are to be tried again. */
    private List<Try> round(List<Try> open, boolean again) {
        List<Outcome<List<Fact>>> outcomes =
                budget.run(open, budget.framework(), Extraction::extract);
        List<Try> next = new ArrayList<>();
        for (int i = 0; i < open.size(); i++) {
            if (outcomes.get(i) instanceof Outcome.Done<List<Fact>> done) {
                facts.addAll(done.value());
            } else {
                fault(open.get(i), outcomes.get(i)).filter(any -> again).ifPresent(next::add);
            }
        }
        return next;
    }

    private static List<Fact> extract(Try each) {
        Findings findings = new Findings();
        each.framework().extract(each.code(), findings);
        return findings.facts();
    }

    private Optional<Try> fault(Try each, Outcome<List<Fact>> outcome) {
        String name = each.framework().getClass().getSimpleName();
        SourceFile file = record("framework", name, outcome, null);
        if (file == null || each.code().file(file.path()).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Try(each.framework(), each.code().without(file)));
    }

    /** Notes how it ended; gives the file that it was at, if that is known. */
    private @Nullable SourceFile record(
            String kind, String name, Outcome<?> outcome, @Nullable SourceFile known) {
        if (outcome instanceof Outcome.Failed<?> failed) {
            rethrow(failed.fault());
            SourceFile file = known == null ? failed.file() : known;
            note(kind, name, "fails with " + failed.fault().getClass().getSimpleName(), file);
            return file;
        }
        SourceFile file =
                known == null && outcome instanceof Outcome.OverTime<?> over ? over.file() : known;
        rethrow(new IllegalStateException(name + " at " + file + ": " + OVER_TIME));
        note(file == null ? kind : "file", name, OVER_TIME, file);
        return file;
    }

    private void note(String kind, String name, String reason, @Nullable SourceFile file) {
        place(file).ifPresent(place -> faults.unresolved(kind, name, reason, place));
    }

    /** The whole file; the first one of the tree if none was read. */
    private Optional<Evidence> place(@Nullable SourceFile file) {
        if (file != null && file.lines() > 0) {
            return Optional.of(tree.evidence(file, 1, file.lines()));
        }
        return tree.files().stream()
                .filter(any -> any.lines() > 0)
                .findFirst()
                .map(any -> tree.evidence(any, 1, 1));
    }

    private static void rethrow(Throwable fault) {
        boolean endOfMachine =
                fault instanceof VirtualMachineError && !(fault instanceof StackOverflowError);
        if (endOfMachine || Boolean.getBoolean(STRICT)) {
            throw new IllegalStateException("facts could not be taken", fault);
        }
    }
}
