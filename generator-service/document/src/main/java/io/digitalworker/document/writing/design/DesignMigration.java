package io.digitalworker.document.writing.design;

import io.digitalworker.document.brief.SectionBrief;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.ClaimClass;
import io.digitalworker.document.prose.Question;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.prose.SectionStatus;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.writing.Cells;
import io.digitalworker.document.writing.Grid;
import io.digitalworker.facts.fact.DataStore;
import io.digitalworker.facts.fact.Entity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import static io.digitalworker.document.writing.Phrases.asked;
import static io.digitalworker.document.writing.Phrases.extracted;
import static io.digitalworker.document.writing.Phrases.heading;
import static io.digitalworker.document.writing.Phrases.paragraph;
import static io.digitalworker.document.writing.Phrases.text;

/** From the data as it lies today to another home: phases that can each be undone. */
public final class DesignMigration {
    private final Scope scope;
    private final List<Block> blocks = new ArrayList<>();

    private DesignMigration(Scope scope) {
        this.scope = scope;
    }

    public static SectionDraft compose(SectionBrief brief) {
        DesignMigration migration = new DesignMigration(new Scope(brief.material()));
        migration.today();
        migration.phases();
        migration.checks();
        return new SectionDraft(
                brief.section(),
                SectionStatus.NEEDS_INPUT,
                "The target, the dates and the thresholds are not known.",
                migration.blocks,
                questions());
    }

    private void today() {
        Grid grid = new Grid(scope.material(), "To be moved", "Kept in", "Told by");
        for (Entity entity : scope.linked(Entity.class)) {
            grid.row(Cells.headline(entity), Cells.of(entity, entity.table()), Cells.place(entity));
        }
        for (DataStore store : scope.linkedFirst(DataStore.class)) {
            grid.row(Cells.headline(store), Cells.of(store, store.kind()), Cells.place(store));
        }
        blocks.addAll(
                grid.under(
                        "As it is",
                        extracted(
                                text(
                                        "These hold what the features know, and have to arrive whole."))));
    }

    private void phases() {
        Grid grid = new Grid(scope.material(), "Phase", "What is done", "Done when", "Undone by");
        phase(
                grid,
                "Dual write",
                "Write to the old and the new home; the old one stays the truth, a failed second write is recorded and made up for",
                "no write to the new home has failed for the time agreed",
                "switching the second write off");
        phase(
                grid,
                "Backfill",
                "Copy what was there before, in batches that can be repeated, oldest first, slowed down when the old home suffers",
                "the consistency check finds nothing missing",
                "emptying the new home");
        phase(
                grid,
                "Dual read behind a flag",
                "Answer from the new home for a growing share of callers, and compare both answers in the background",
                "differences stay below the limit agreed for the whole share",
                "setting the share to nothing");
        phase(
                grid,
                "Cutover",
                "Make the new home the truth, while the old one is still written to",
                "a full cycle of business has passed without going back",
                "making the old home the truth again, which has been written to all along");
        phase(
                grid,
                "Clean-up",
                "Stop writing to the old home, archive it, take flags and both paths out of the code",
                "nothing reads the old home any more",
                "restoring the archive; from here on going back costs data");
        blocks.addAll(
                grid.under(
                        "Proposed phases",
                        proposed(
                                "Five phases are put forward; each ends at a condition and not at a date.")));
    }

    private static void phase(Grid grid, String... cells) {
        grid.row(Arrays.stream(cells).map(DesignMigration::proposed).toArray(Sentence[]::new));
    }

    private void checks() {
        blocks.add(heading("Consistency check and going back"));
        blocks.add(
                new Block.Bullets(
                        List.of(
                                proposed(
                                        "Compare the number of records of each kind in both homes every hour while both are written."),
                                proposed(
                                        "Compare checksums over the fields of each record, in slices of the key, and list what differs."),
                                proposed(
                                        "Go back when the share of failing requests or of differing answers passes its threshold, or when a record is lost."),
                                proposed(
                                        "Decide beforehand who may order it, and practise it once before the cutover."))));
        blocks.add(
                paragraph(
                        extracted(
                                text(
                                        "Target, dates, thresholds and a window for downtime are asked for under "),
                                scope.link("open-questions", "Open questions"),
                                text("."))));
    }

    private static List<Question> questions() {
        return List.of(
                question(
                        "target",
                        "architect",
                        "To which home is the data to move, and what is gained by it?"),
                question(
                        "dates",
                        "project manager",
                        "When does each phase of the migration begin, and how long may both homes be kept?"),
                question(
                        "thresholds",
                        "operator",
                        "From which share of failures or differences on is the migration rolled back?"),
                question(
                        "downtime",
                        "product owner",
                        "May there be downtime at the cutover, and when?"));
    }

    private static Question question(String about, String role, String words) {
        return new Question(Question.id("migration", about), role, asked(text(words)));
    }

    private static Sentence proposed(String words) {
        return Sentence.of(ClaimClass.PROPOSED, text(words));
    }
}
