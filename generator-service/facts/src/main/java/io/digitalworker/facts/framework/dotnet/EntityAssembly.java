package io.digitalworker.facts.framework.dotnet;

import io.digitalworker.facts.code.TypeName;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.Entity;
import io.digitalworker.facts.fact.Field;
import io.digitalworker.facts.fact.Relation;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.syntax.Annotation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Completes drafts of entities by annotations, reachability and conventions. */
final class EntityAssembly {
    private final EntityModel model;
    private final EntityNavigation navigation;
    private final EntityAnnotations annotations;
    private final StoredProperties stored;
    private final EntityRelations relations;

    EntityAssembly(EntityModel model) {
        this.model = model;
        this.navigation = new EntityNavigation(model);
        this.annotations = new EntityAnnotations(model);
        this.stored = new StoredProperties(model, navigation, annotations);
        this.relations = new EntityRelations(model, navigation);
    }

    /** Whether there is any entity. */
    boolean finish(Findings findings) {
        navigation.reach();
        List<EntityDraft> entities =
                model.drafts().stream()
                        .filter(draft -> !model.ignores(draft.type))
                        .filter(
                                draft ->
                                        Annotation.find(annotations.annotations(draft), "NotMapped")
                                                .isEmpty())
                        .toList();
        Map<String, EntityDraft> byName = new LinkedHashMap<>();
        entities.forEach(draft -> byName.putIfAbsent(draft.name(), draft));
        for (EntityDraft draft : entities) {
            annotations.annotate(draft);
            emit(draft, byName, findings);
        }
        return !entities.isEmpty();
    }

    // ---- the fact

    private void emit(EntityDraft draft, Map<String, EntityDraft> byName, Findings findings) {
        List<Field> fields = new ArrayList<>();
        List<Relation> related = new ArrayList<>();
        Set<String> told = new LinkedHashSet<>();
        List<ClrProperty> held = stored.stored(draft);
        for (ClrProperty property : held) {
            fields.add(
                    new Field(
                            property.name(),
                            property.plainType(),
                            stored.nullable(draft, property)));
            Relation relation = relations.relation(draft, property);
            if (relation != null) {
                related.add(relation);
                told.add(relation.field());
            }
        }
        draft.shadow.forEach(
                (name, type) -> fields.add(StoredProperties.shadow(draft, name, type)));
        draft.relations.values().stream()
                .filter(relation -> !told.contains(relation.field()) || relation.field().isEmpty())
                .forEach(related::add);
        relations.foreignKeys(draft, held, related, byName);
        findings.add(
                new Entity(
                        draft.name(),
                        EntityDraft.FRAMEWORK,
                        draft.table,
                        fields,
                        related,
                        StoredProperties.keys(draft, held),
                        new ArrayList<>(draft.indexes),
                        draft.confidence,
                        draft.type.evidence()));
        softDeletion(draft, held);
        draft.marks.forEach(findings::add);
        draft.validations.forEach(findings::add);
    }

    // ---- relations

    private void softDeletion(EntityDraft draft, List<ClrProperty> stored) {
        boolean declared =
                model.code.symbols().types().basesAbove(draft.type).stream()
                        .anyMatch(base -> TypeName.of(base).simpleName().startsWith("ISoftDelet"));
        boolean marked = draft.marks.stream().anyMatch(mark -> mark.kind().equals("soft-delete"));
        if (!declared || marked) {
            return;
        }
        stored.stream()
                .filter(property -> FluentModel.deletion(property.name()))
                .filter(property -> property.type().startsWith("bool"))
                .findFirst()
                .ifPresent(
                        property ->
                                draft.mark(
                                        "soft-delete",
                                        property.name(),
                                        Confidence.CONVENTION,
                                        draft.type.evidence()));
    }
}
