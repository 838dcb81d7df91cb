package io.digitalworker.facts.framework.dotnet;

import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.declaration.TypeKind;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.Relation;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The relations that the properties of entities make. */
record EntityRelations(EntityModel model, EntityNavigation navigation) {
    @Nullable Relation relation(EntityDraft draft, ClrProperty property) {
        Relation said = draft.relations.get(property.name());
        if (said != null) {
            return said;
        }
        Optional<TypeDeclaration> target = navigation.target(draft, property);
        EntityDraft to = target.map(model::known).orElse(null);
        if (to == null) {
            return null;
        }
        if (to.owned) {
            String kind = property.collection() ? "one-to-many" : "one-to-one";
            return new Relation(property.name(), to.name(), kind, Confidence.CONVENTION);
        }
        boolean explicit = property.has("ForeignKey") || property.has("InverseProperty");
        return new Relation(
                property.name(),
                to.name(),
                kind(draft, property, to),
                explicit ? Confidence.LITERAL : Confidence.CONVENTION);
    }

    private String kind(EntityDraft draft, ClrProperty property, EntityDraft to) {
        List<ClrProperty> back =
                model.types.properties(to.type).stream()
                        .filter(p -> leads(to, p, draft) && !p.name().equals(property.name()))
                        .toList();
        boolean manyBack = back.stream().anyMatch(ClrProperty::collection);
        boolean oneBack = back.stream().anyMatch(p -> !p.collection());
        if (property.collection()) {
            return manyBack && !oneBack && to != draft ? "many-to-many" : "one-to-many";
        }
        return oneBack && !manyBack && to != draft ? "one-to-one" : "many-to-one";
    }

    private boolean leads(EntityDraft from, ClrProperty property, EntityDraft to) {
        return navigation
                .target(from, property)
                .map(model::canonical)
                .filter(to.type::equals)
                .isPresent();
    }

    /** {@code CustomerId} beside an entity {@code Customer}, unless a navigation property has it. */
    void foreignKeys(
            EntityDraft draft,
            List<ClrProperty> stored,
            List<Relation> relations,
            Map<String, EntityDraft> byName) {
        Set<String> fields = new LinkedHashSet<>(draft.foreignKeys);
        relations.forEach(relation -> fields.add(relation.field()));
        for (ClrProperty property : stored) {
            String name = property.name();
            String stem =
                    name.endsWith("Id") && name.length() > 2
                            ? name.substring(0, name.length() - 2)
                            : "";
            EntityDraft to = byName.get(stem);
            boolean key = stem.equals(draft.name());
            boolean taken = fields.contains(stem) || fields.contains(name);
            if (to != null && !to.owned && !key && !taken && !isEnum(stem, property)) {
                boolean back =
                        model.types.properties(to.type).stream().anyMatch(p -> leads(to, p, draft));
                Confidence sure = back ? Confidence.CONVENTION : Confidence.HEURISTIC;
                relations.add(new Relation(name, to.name(), "many-to-one", sure));
            }
        }
    }

    private boolean isEnum(String name, ClrProperty property) {
        CodeFile file = property.file();
        return model.types
                .find(name, file, Optional.of(property.owner()))
                .filter(type -> type.kind() == TypeKind.ENUM)
                .isPresent();
    }
}
