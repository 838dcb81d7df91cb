package io.digitalworker.document.writing.srs;

import io.digitalworker.document.brief.Material;
import io.digitalworker.document.brief.SectionBrief;
import io.digitalworker.document.outline.Detail;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.Question;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import io.digitalworker.document.writing.Cells;
import io.digitalworker.document.writing.Grid;
import io.digitalworker.document.writing.Phrases;
import io.digitalworker.document.writing.figures.Figures;
import io.digitalworker.document.writing.figures.Transitions;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.DataStore;
import io.digitalworker.facts.fact.Entity;
import io.digitalworker.facts.fact.Fact;
import io.digitalworker.facts.fact.Field;
import io.digitalworker.facts.fact.Lifecycle;
import io.digitalworker.facts.fact.Mark;
import io.digitalworker.facts.fact.Relation;
import io.digitalworker.facts.fact.Validation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import static io.digitalworker.document.writing.Phrases.extracted;
import static io.digitalworker.document.writing.Phrases.heading;
import static io.digitalworker.document.writing.Phrases.named;
import static io.digitalworker.document.writing.Phrases.paragraph;
import static io.digitalworker.document.writing.Phrases.text;
import static io.digitalworker.document.writing.Phrases.told;

/** What is stored for the features: entities with their fields and rules, relations, stores. */
public final class DataModel {
    /** A question names so many entities at most. */
    static final int ASKED = 6;

    /** So many fields have a picture of their states. */
    private static final int STATES = 2;

    private final Material material;
    private final List<Entity> entities;
    private final Map<String, List<Validation>> rules = new HashMap<>();
    private final int rows;

    private DataModel(Material material) {
        this.material = material;
        this.entities = material.linked().all(Entity.class);
        this.rows = material.outline().detail().rows();
        for (Validation rule : material.facts().all(Validation.class)) {
            rules.computeIfAbsent(rule.target(), any -> new ArrayList<>()).add(rule);
        }
    }

    public static SectionDraft compose(SectionBrief brief) {
        DataModel model = new DataModel(brief.material());
        if (model.entities.isEmpty()) {
            return SectionDraft.incomplete(
                    brief.section(),
                    "No stored entity is linked to a feature.",
                    model.withoutEntities());
        }
        return SectionDraft.complete(brief.section(), model.write()).asking(model.questions());
    }

    private List<Block> withoutEntities() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(
                paragraph(
                        extracted(
                                text("Nothing that is stored could be linked to the features."))));
        blocks.addAll(stores());
        return blocks;
    }

    private List<Block> write() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(paragraph(lead()));
        blocks.addAll(overview());
        boolean whole = material.outline().detail().tells(Detail.STANDARD);
        List<Block.Figure> figures = Figures.entities(material);
        if (whole || figures.isEmpty()) {
            blocks.addAll(relations());
        }
        blocks.addAll(whole ? figures : figures.stream().limit(1).toList());
        if (whole) {
            for (Entity entity : entities) {
                blocks.add(new Block.Heading(extracted(Phrases.headline(entity))));
                blocks.addAll(fields(entity));
            }
        }
        blocks.addAll(states());
        blocks.addAll(stores());
        blocks.addAll(marks());
        return blocks;
    }

    private Sentence lead() {
        List<Span> spans = new ArrayList<>();
        spans.add(text("The features work on what is stored as "));
        spans.addAll(Cells.headlines(entities));
        spans.add(text("."));
        return Cells.told(entities, spans);
    }

    private List<Block> overview() {
        Grid grid =
                new Grid(material, "Entity", "Table", "Primary key", "Indexes", "Its author says");
        for (Entity entity : entities) {
            grid.row(
                    told(List.of(entity), Phrases.headline(entity)),
                    Cells.value(entity, entity.table(), "not told"),
                    Cells.values(entity, entity.keys(), "by convention"),
                    Cells.values(entity, entity.indexes(), "none told"),
                    Cells.quoted(material.comments().of(entity.evidence()), ""));
        }
        return grid.blocks(rows);
    }

    private List<Block> relations() {
        Grid grid = new Grid(material, "From", "Through", "To", "Kind", "Known");
        for (Entity entity : entities) {
            for (Relation relation : entity.relations()) {
                boolean sure = relation.confidence().compareTo(Confidence.HEURISTIC) < 0;
                grid.row(
                        told(List.of(entity), Phrases.headline(entity)),
                        Cells.value(entity, relation.field(), "no field"),
                        Cells.value(entity, relation.to(), "not told"),
                        Cells.value(entity, relation.kind(), "not told"),
                        Cells.words(sure ? "explicit" : "heuristic, from the name of the field"));
            }
        }
        List<Block> blocks = new ArrayList<>();
        if (!grid.isEmpty()) {
            blocks.add(heading("Relations"));
            blocks.addAll(grid.blocks(rows));
        }
        return blocks;
    }

    private List<Block> fields(Entity entity) {
        Grid grid = new Grid(material, "Field", "Type", "May be empty", "Rules");
        List<Validation> own = rules.getOrDefault(entity.name(), List.of());
        for (Field field : entity.fields()) {
            grid.row(
                    Cells.value(entity, field.name(), "not told"),
                    Cells.value(entity, field.type(), "not told"),
                    Cells.words(field.nullable() ? "yes" : "no"),
                    rules(own, field.name()));
        }
        if (grid.isEmpty()) {
            return List.of(paragraph(extracted(text("Its fields are not told by the archive."))));
        }
        return grid.blocks(rows);
    }

    private static Sentence rules(List<Validation> all, String field) {
        List<Validation> rules =
                all.stream().filter(rule -> rule.field().equalsIgnoreCase(field)).toList();
        List<Span> spans = new ArrayList<>();
        List<Validation> shown = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Validation rule : rules) {
            if (seen.add(rule.rule() + " " + rule.bound())) {
                Cells.separate(spans, ", ");
                Wording.rule(rule, spans);
                shown.add(rule);
            }
        }
        return spans.isEmpty() ? Cells.words("none found") : Cells.told(shown, spans);
    }

    /** The states that entities go through; where these are too many for a picture, what sets them. */
    private List<Block> states() {
        List<Lifecycle> changing = Transitions.changing(material);
        if (changing.isEmpty()) {
            return List.of();
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(heading("States"));
        List<Span> spans = new ArrayList<>();
        spans.add(text("What is stored goes through states: "));
        for (Lifecycle each : changing) {
            spans.add(text(each.equals(changing.get(0)) ? "" : ", "));
            spans.add(named(each, each.entity()));
            spans.add(text(" by "));
            spans.add(named(each, each.field()));
        }
        spans.add(text("."));
        blocks.add(paragraph(Cells.told(changing, spans)));
        List<Block.Figure> figures = Figures.states(material, STATES);
        blocks.addAll(figures);
        if (figures.isEmpty()) {
            blocks.addAll(Transitions.table(material, changing, rows));
        }
        return blocks;
    }

    private List<Block> stores() {
        Grid grid = new Grid(material, "Store", "Kind", "Keys", "Indexes");
        for (DataStore store : material.linked().all(DataStore.class)) {
            grid.row(
                    told(List.of(store), Phrases.headline(store)),
                    Cells.value(store, store.kind(), "not told"),
                    Cells.values(store, store.keys(), "not told"),
                    Cells.values(store, store.indexes(), "none told"));
        }
        return under("Stores", grid);
    }

    /** How rows are kept from being lost or overwritten. */
    private List<Block> marks() {
        Grid grid = new Grid(material, "Of", "Kept by", "Place");
        Set<String> names = entities.stream().map(Entity::name).collect(Collectors.toSet());
        for (Mark mark : material.linked().all(Mark.class)) {
            if (!mark.subject().isEmpty() && names.contains(owner(mark))) {
                grid.row(
                        told(List.of(mark), named(mark, mark.subject())),
                        Cells.value(mark, mark.kind(), ""),
                        Cells.place(mark));
            }
        }
        return under("Lifecycle and concurrency", grid);
    }

    private static String owner(Mark mark) {
        return mark.subject().split("\\.", 2)[0];
    }

    private List<Block> under(String title, Grid grid) {
        List<Block> blocks = new ArrayList<>();
        if (!grid.isEmpty()) {
            blocks.add(heading(title));
            blocks.addAll(grid.blocks(rows));
        }
        return blocks;
    }

    private List<Question> questions() {
        Set<String> known =
                material.linked().all(Mark.class).stream()
                        .filter(DataModel::guards)
                        .map(DataModel::owner)
                        .collect(Collectors.toSet());
        List<Entity> guarded =
                entities.stream()
                        .filter(entity -> !known.contains(entity.name()))
                        .limit(ASKED)
                        .toList();
        List<Question> questions = new ArrayList<>();
        if (!guarded.isEmpty()) {
            List<Span> spans = new ArrayList<>();
            spans.add(text("May "));
            spans.addAll(Cells.headlines(guarded));
            spans.add(text(" be changed from two places at the same time, and which wins?"));
            questions.add(question("concurrency", "developer", spans));
        }
        List<Span> kept = new ArrayList<>();
        kept.add(text("How long is the data of "));
        kept.addAll(Cells.headlines(entities.stream().limit(ASKED).toList()));
        kept.add(text(" kept, and who may have it erased?"));
        questions.add(question("retention", "product owner", kept));
        return questions;
    }

    private static boolean guards(Mark mark) {
        return List.of("row-version", "lock", "condition-expression").contains(mark.kind());
    }

    private static Question question(String about, String role, List<Span> spans) {
        return new Question(
                Question.id("data", about), role, Phrases.asked(spans.toArray(new Span[0])));
    }

    /** The names that a question is about. */
    static List<Span> names(List<? extends Fact> facts) {
        return Cells.headlines(facts.stream().limit(ASKED).toList());
    }
}
