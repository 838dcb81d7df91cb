package io.digitalworker.document.writing.figures;

import io.digitalworker.document.brief.Material;
import io.digitalworker.document.diagram.Diagram.Kind;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.Entity;
import io.digitalworker.facts.fact.Field;
import io.digitalworker.facts.fact.Relation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import static io.digitalworker.document.writing.figures.Names.text;

/** Entities with the fields that identify and relate them, and what they are related to. */
final class EntityFigures {
    private static final int FIELDS = 7;

    private final Names names;
    private final Sketch sketch = new Sketch();

    private EntityFigures(Names names) {
        this.names = names;
    }

    static List<Block.Figure> of(Material material) {
        EntityFigures figures = new EntityFigures(new Names(material));
        List<Entity> linked = material.linked().all(Entity.class);
        linked.forEach(figures::box);
        linked.forEach(figures::relations);
        return figures.sketch.figures(
                "entities",
                Kind.ENTITIES,
                text(
                        "The entities of the features and their relations; a dashed line is told from"
                                + " names alone"));
    }

    private void box(Entity entity) {
        Set<String> chosen = new HashSet<>(entity.keys());
        entity.relations().forEach(relation -> chosen.add(relation.field()));
        List<Field> fields = new ArrayList<>(entity.fields());
        fields.sort(
                (a, b) -> Boolean.compare(!chosen.contains(a.name()), !chosen.contains(b.name())));
        List<Sentence> rows =
                new ArrayList<>(
                        fields.stream().limit(FIELDS).map(field -> row(entity, field)).toList());
        if (fields.size() > FIELDS) {
            rows.add(Names.sentence(entity, text("and further fields")));
        }
        sketch.box(entity.name(), Names.fact(entity, entity.name()), "", rows);
    }

    private static Sentence row(Entity entity, Field field) {
        List<io.digitalworker.document.prose.Span> spans = new ArrayList<>();
        spans.add(Names.named(entity, field.name()));
        if (!field.type().isEmpty()) {
            spans.add(text(" : "));
            spans.add(Names.named(entity, field.type()));
        }
        if (entity.keys().contains(field.name())) {
            spans.add(text(" (key)"));
        }
        return Names.sentence(entity, spans.toArray(io.digitalworker.document.prose.Span[]::new));
    }

    private void relations(Entity entity) {
        for (Relation relation : entity.relations()) {
            Entity other = names.entity(relation.to());
            if (other == null || toldFromTheOtherSide(entity, relation)) {
                continue;
            }
            sketch.box(other.name(), Names.fact(other, other.name()), "", List.of());
            boolean likely = relation.confidence() == Confidence.HEURISTIC;
            sketch.arrow(
                    entity.name(),
                    other.name(),
                    Names.fact(entity, relation.kind()),
                    likely ? "heuristic" : relation.kind(),
                    entity);
        }
    }

    private boolean toldFromTheOtherSide(Entity entity, Relation relation) {
        return !entity.name().equals(relation.to()) && sketch.leads(relation.to(), entity.name());
    }
}
