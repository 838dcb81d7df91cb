package io.digitalworker.document.writing.migration;

import io.digitalworker.document.brief.Material;
import io.digitalworker.document.brief.SectionBrief;
import io.digitalworker.document.brief.Tally;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.ClaimClass;
import io.digitalworker.document.prose.Question;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import io.digitalworker.document.writing.Phrases;
import io.digitalworker.facts.fact.Entity;
import io.digitalworker.facts.fact.FactKind;
import java.util.ArrayList;
import java.util.List;

import static io.digitalworker.document.writing.Phrases.asked;
import static io.digitalworker.document.writing.Phrases.extracted;
import static io.digitalworker.document.writing.Phrases.heading;
import static io.digitalworker.document.writing.Phrases.paragraph;
import static io.digitalworker.document.writing.Phrases.tally;
import static io.digitalworker.document.writing.Phrases.text;
import static io.digitalworker.document.writing.Phrases.told;

/** The steps from today to the target, each with what it touches in the code. */
public final class Phases {
    /**
     * A step.
     *
     * @param touches the facts that it is about
     */
    private record Phase(String name, String work, FactKind touches) {}

    private static final List<Phase> PHASES =
            List.of(
                    new Phase(
                            "Prepare",
                            "pin today's behaviour by tests before anything moves",
                            FactKind.TEST),
                    new Phase(
                            "Write twice",
                            "write to the old and the new store; the old one is the truth",
                            FactKind.ACCESS_PATTERN),
                    new Phase(
                            "Fill up",
                            "copy what was written before, in batches that may be run again",
                            FactKind.ENTITY),
                    new Phase(
                            "Read by flag",
                            "answer from the new store for some callers and compare",
                            FactKind.ENDPOINT),
                    new Phase(
                            "Cut over",
                            "move publishers and subscribers, then make the new store the truth",
                            FactKind.MESSAGE),
                    new Phase(
                            "Clean up",
                            "take out what only the old way needed, schedules first",
                            FactKind.SCHEDULE));

    private Phases() {}

    public static SectionDraft compose(SectionBrief brief) {
        Material material = brief.material();
        List<Block> blocks = new ArrayList<>();
        blocks.add(paragraph(order()));
        blocks.add(table(material));
        List<Entity> entities = material.linked().all(Entity.class);
        if (!entities.isEmpty()) {
            blocks.add(heading("Data that moves"));
            blocks.add(data(material, entities));
        }
        return SectionDraft.complete(brief.section(), blocks).asking(questions());
    }

    private static Sentence order() {
        return Sentence.of(
                ClaimClass.PROPOSED,
                text("Every phase can be taken back until the next one has begun; the counts are"),
                text(" of facts that belong to the features."));
    }

    private static Block table(Material material) {
        List<List<Sentence>> rows = PHASES.stream().map(phase -> row(material, phase)).toList();
        return new Block.Table(
                List.of("Phase", "Work", "Touches", "Number"),
                List.of(false, false, false, true),
                rows);
    }

    private static List<Sentence> row(Material material, Phase phase) {
        return List.of(
                Sentence.of(ClaimClass.PROPOSED, text(phase.name())),
                Sentence.of(ClaimClass.PROPOSED, text(phase.work())),
                extracted(text(plain(phase.touches()))),
                extracted(tally(Tally.count(material, Tally.LINKED, phase.touches()))));
    }

    private static String plain(FactKind kind) {
        return kind == FactKind.ACCESS_PATTERN ? "reads and writes" : kind.array();
    }

    private static Block data(Material material, List<Entity> entities) {
        List<List<Sentence>> rows =
                entities.stream()
                        .limit(material.outline().detail().rows())
                        .map(Phases::row)
                        .toList();
        return new Block.Table(
                List.of("Entity", "Table", "Fields"), List.of(false, false, true), rows);
    }

    private static List<Sentence> row(Entity entity) {
        List<Entity> by = List.of(entity);
        Span table =
                entity.table().isEmpty() ? text("not told") : Phrases.named(entity, entity.table());
        return List.of(
                told(by, Phrases.named(entity, entity.name())),
                told(by, table),
                told(by, tally(Tally.size(entity, "fields"))));
    }

    private static List<Question> questions() {
        return List.of(
                new Question(
                        Question.id("migration", "rollback"),
                        "operator",
                        asked(text("Which signal, past which bound, turns a phase back?"))),
                new Question(
                        Question.id("migration", "consistency"),
                        "architect",
                        asked(
                                text("How are the old and the new store compared, and how much"),
                                text(" difference is borne?"))));
    }
}
