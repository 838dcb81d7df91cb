package io.digitalworker.document.writing.functional;

import io.digitalworker.document.brief.Material;
import io.digitalworker.document.brief.SectionBrief;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.writing.Cells;
import io.digitalworker.document.writing.Grid;
import io.digitalworker.document.writing.figures.Figures;
import io.digitalworker.facts.fact.Call;
import io.digitalworker.facts.fact.Entity;
import io.digitalworker.facts.fact.Field;
import io.digitalworker.facts.fact.Relation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import static io.digitalworker.document.writing.Phrases.extracted;
import static io.digitalworker.document.writing.Phrases.heading;
import static io.digitalworker.document.writing.Phrases.paragraph;
import static io.digitalworker.document.writing.Phrases.text;

/** What users deal with: the things that the system keeps for them. */
public final class ObjectsSection {
    private static final int FIELDS = 14;

    private ObjectsSection() {}

    public static SectionDraft compose(SectionBrief brief) {
        Usage usage = Usage.of(brief.material());
        List<Entity> entities = entities(usage);
        if (entities.isEmpty()) {
            return SectionDraft.incomplete(
                    brief.section(),
                    "No stored thing was found that belongs to a feature.",
                    List.of(
                            paragraph(
                                    extracted(text("The features keep nothing that was found.")))));
        }
        Grid rows = new Grid(brief.material(), "Thing", "Kept about it", "Belongs to", "Features");
        for (Entity entity : entities) {
            List<String> fields = entity.fields().stream().map(Field::name).toList();
            List<String> others = entity.relations().stream().map(Relation::to).toList();
            rows.row(
                    Cells.of(entity, entity.name()),
                    Cells.list("", entity, fields, FIELDS),
                    Cells.list("", entity, others, FIELDS),
                    Cells.features(usage.features(List.of(entity))));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(
                paragraph(
                        extracted(
                                text(
                                        "Users meet these things by name on screens and in"
                                                + " answers; how they are stored is the matter of"
                                                + " the technical design."))));
        blocks.addAll(rows.under(""));
        blocks.addAll(touched(usage));
        blocks.addAll(states(usage.material()));
        return SectionDraft.complete(brief.section(), blocks);
    }

    /** The states that the use cases themselves set. */
    private static List<Block> states(Material material) {
        List<Block.Figure> figures = Figures.statesOfUse(material);
        if (figures.isEmpty()) {
            return List.of();
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(heading("States that users bring about"));
        blocks.add(
                paragraph(
                        extracted(
                                text(
                                        "A use case of these features moves the thing from state"
                                                + " to state; the figure also has what others do"
                                                + " to it."))));
        blocks.addAll(figures);
        return blocks;
    }

    /** Those of the features, then what their nearest use cases also work on. */
    private static List<Entity> entities(Usage usage) {
        Set<String> worked = new LinkedHashSet<>();
        usage.cases().stream()
                .filter(UseCase::near)
                .flatMap(each -> usage.reach(each).entities().stream())
                .forEach(call -> worked.add(call.to()));
        Set<Entity> all = new LinkedHashSet<>(usage.linked(Entity.class));
        for (Entity entity : usage.material().facts().entities()) {
            if (worked.contains(entity.name())) {
                all.add(entity);
            }
        }
        return List.copyOf(all);
    }

    /** Which use case works on which thing. */
    private static List<Block> touched(Usage usage) {
        Grid rows = new Grid(usage.material(), "Thing", "Worked on in");
        List<String> known = entities(usage).stream().map(Entity::name).distinct().toList();
        Map<String, List<Call>> byThing =
                usage.linked(Call.class).stream()
                        .filter(call -> call.kind().equals("entity"))
                        .collect(Collectors.groupingBy(Call::to));
        for (String name : known) {
            List<Call> calls = byThing.getOrDefault(name, List.of());
            if (!calls.isEmpty()) {
                rows.row(Cells.of(calls.get(0), name), Cells.names("", calls, Call::from, FIELDS));
            }
        }
        return rows.under("Where they are worked on");
    }
}
