package io.digitalworker.facts.framework.dotnet;

import io.digitalworker.facts.code.TypeName;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.syntax.Annotation;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Where the properties of entities lead, and which classes are reached by them. */
record EntityNavigation(EntityModel model) {
    private static final Set<String> UNMAPPED = Set.of("NotMapped", "NotColumn", "Ignore");

    void reach() {
        Deque<EntityDraft> waiting = new ArrayDeque<>(model.drafts());
        Set<TypeDeclaration> seen = new LinkedHashSet<>();
        while (!waiting.isEmpty()) {
            EntityDraft draft = waiting.pop();
            if (!seen.add(draft.type) || model.ignores(draft.type)) {
                continue;
            }
            for (ClrProperty property : model.types.properties(draft.type)) {
                target(draft, property)
                        .filter(type -> model.known(type) == null)
                        .ifPresent(type -> waiting.add(found(type)));
            }
            waiting.addAll(model.drafts().stream().filter(d -> !seen.contains(d.type)).toList());
        }
    }

    private EntityDraft found(TypeDeclaration type) {
        EntityDraft draft = model.entity(type);
        draft.owned |= Annotation.find(type.annotations(), "Owned").isPresent();
        return draft;
    }

    /** The class that a navigation property leads to. */
    Optional<TypeDeclaration> target(EntityDraft draft, ClrProperty property) {
        boolean mapped =
                !ignored(draft, property)
                        && !property.simple()
                        && !draft.converted.contains(property.name())
                        && !draft.keys.contains(property.name())
                        && (property.visible() || draft.named.contains(property.name()))
                        && (property.writable()
                                || property.collection()
                                || draft.relations.containsKey(property.name()));
        if (!mapped || TypeName.of(property.type()).array()) {
            return Optional.empty();
        }
        return model.types
                .find(property.element(), property.owner())
                .filter(ClrTypes::isClass)
                .filter(type -> !type.has("static") && type.typeParameters().isEmpty())
                .filter(type -> !model.ignores(type) && !model.converts(type))
                .filter(type -> !isIdOf(property, type));
    }

    /** A class of its own for keys, such as {@code OrderId}; it is one column. */
    static boolean isIdOf(ClrProperty property, TypeDeclaration type) {
        return type.simpleName().endsWith("Id")
                && (property.name().equals("Id") || property.name().endsWith("Id"));
    }

    static boolean ignored(EntityDraft draft, ClrProperty property) {
        return draft.ignored.contains(property.name()) || UNMAPPED.stream().anyMatch(property::has);
    }
}
