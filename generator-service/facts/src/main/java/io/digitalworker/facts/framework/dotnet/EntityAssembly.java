package io.digitalworker.facts.framework.dotnet;

import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.code.TypeName;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.declaration.TypeKind;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.Entity;
import io.digitalworker.facts.fact.Field;
import io.digitalworker.facts.fact.Relation;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.syntax.Annotation;
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Expression;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Completes drafts of entities by annotations, reachability and conventions. */
final class EntityAssembly {
    private static final Set<String> UNMAPPED = Set.of("NotMapped", "NotColumn", "Ignore");
    private static final Set<String> VERSIONS = Set.of("Timestamp", "ConcurrencyCheck");

    private final EntityModel model;
    private final NullableContext nullability;

    EntityAssembly(EntityModel model) {
        this.model = model;
        this.nullability = new NullableContext(model.code);
    }

    /** Whether there is any entity. */
    boolean finish(Findings findings) {
        reach();
        List<EntityDraft> entities =
                model.drafts().stream()
                        .filter(draft -> !model.ignores(draft.type))
                        .filter(draft -> Annotation.find(annotations(draft), "NotMapped").isEmpty())
                        .toList();
        Map<String, EntityDraft> byName = new LinkedHashMap<>();
        entities.forEach(draft -> byName.putIfAbsent(draft.name(), draft));
        for (EntityDraft draft : entities) {
            annotate(draft);
            emit(draft, byName, findings);
        }
        return !entities.isEmpty();
    }

    private List<Annotation> annotations(EntityDraft draft) {
        return model.code.symbols().types().parts(draft.type).stream()
                .flatMap(part -> part.annotations().stream())
                .toList();
    }

    // ---- reachability

    private void reach() {
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
    private Optional<TypeDeclaration> target(EntityDraft draft, ClrProperty property) {
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
    private static boolean isIdOf(ClrProperty property, TypeDeclaration type) {
        return type.simpleName().endsWith("Id")
                && (property.name().equals("Id") || property.name().endsWith("Id"));
    }

    private static boolean ignored(EntityDraft draft, ClrProperty property) {
        return draft.ignored.contains(property.name()) || UNMAPPED.stream().anyMatch(property::has);
    }

    // ---- annotations

    private void annotate(EntityDraft draft) {
        for (TypeDeclaration part : model.code.symbols().types().parts(draft.type)) {
            Scope scope = Scope.of(model.code.fileOf(part), part);
            for (Annotation annotation : part.annotations()) {
                ofClass(draft, annotation, scope);
            }
        }
        List<String> keys = new ArrayList<>();
        for (ClrProperty property : model.types.properties(draft.type)) {
            if (property.has("Key")) {
                keys.add(property.name());
            }
            if (VERSIONS.stream().anyMatch(property::has)) {
                draft.mark(
                        "row-version",
                        property.name(),
                        Confidence.LITERAL,
                        property.member().evidence());
            }
        }
        if (draft.keys.isEmpty()) {
            draft.keys = keys;
        }
    }

    private void ofClass(EntityDraft draft, Annotation annotation, Scope scope) {
        if (annotation.is("Table")) {
            Optional<String> table = text(annotation.argument("Name", 0), scope);
            Optional<String> schema = text(annotation.argument("Schema"), scope);
            table.ifPresent(name -> draft.table = schema.map(s -> s + "." + name).orElse(name));
        } else if (annotation.is("Index")) {
            List<String> fields = names(annotation, scope);
            boolean unique =
                    annotation
                            .argument("IsUnique")
                            .filter(
                                    value ->
                                            value instanceof Expression.Name n
                                                    && n.name().equals("true"))
                            .isPresent();
            draft.indexes.add((unique ? "unique " : "") + String.join(",", fields));
        } else if (annotation.is("PrimaryKey") && draft.keys.isEmpty()) {
            draft.keys = names(annotation, scope);
        } else if (annotation.is("Keyless")) {
            draft.keyless = true;
        } else if (annotation.is("Owned")) {
            draft.owned = true;
        }
    }

    private Optional<String> text(Optional<Expression> expression, Scope scope) {
        return expression.flatMap(value -> model.code.values().text(value, scope));
    }

    private List<String> names(Annotation annotation, Scope scope) {
        List<String> names = new ArrayList<>();
        for (Argument argument : annotation.arguments()) {
            if (argument.name() == null) {
                model.code.values().text(argument.value(), scope).ifPresent(names::add);
            }
        }
        return names;
    }

    // ---- the fact

    private void emit(EntityDraft draft, Map<String, EntityDraft> byName, Findings findings) {
        List<Field> fields = new ArrayList<>();
        List<Relation> relations = new ArrayList<>();
        Set<String> told = new LinkedHashSet<>();
        List<ClrProperty> stored = stored(draft);
        for (ClrProperty property : stored) {
            fields.add(new Field(property.name(), property.plainType(), nullable(draft, property)));
            Relation relation = relation(draft, property);
            if (relation != null) {
                relations.add(relation);
                told.add(relation.field());
            }
        }
        draft.shadow.forEach((name, type) -> fields.add(shadow(draft, name, type)));
        draft.relations.values().stream()
                .filter(relation -> !told.contains(relation.field()) || relation.field().isEmpty())
                .forEach(relations::add);
        foreignKeys(draft, stored, relations, byName);
        findings.add(
                new Entity(
                        draft.name(),
                        EntityDraft.FRAMEWORK,
                        draft.table,
                        fields,
                        relations,
                        keys(draft, stored),
                        new ArrayList<>(draft.indexes),
                        draft.confidence,
                        draft.type.evidence()));
        softDeletion(draft, stored);
        draft.marks.forEach(findings::add);
        draft.validations.forEach(findings::add);
    }

    private List<ClrProperty> stored(EntityDraft draft) {
        return model.types.properties(draft.type).stream()
                .filter(property -> isStored(draft, property))
                .toList();
    }

    private boolean isStored(EntityDraft draft, ClrProperty property) {
        boolean named =
                draft.named.contains(property.name())
                        || draft.relations.containsKey(property.name())
                        || (property.has("Column") && property.visible())
                        || property.has("Key");
        if (ignored(draft, property) || (!property.visible() && !named)) {
            return false;
        }
        if (named) {
            return true;
        }
        Optional<TypeDeclaration> target = target(draft, property);
        if (target.isPresent()) {
            EntityDraft other = model.known(target.get());
            return other != null
                    && !model.ignores(other.type)
                    && Annotation.find(annotations(other), "NotMapped").isEmpty();
        }
        return property.writable() && column(draft, property);
    }

    /** Whether a column can hold it: a simple value, an enum, a struct, or what a library declares. */
    private boolean column(EntityDraft draft, ClrProperty property) {
        if (property.simple() || draft.converted.contains(property.name())) {
            return true;
        }
        Optional<TypeDeclaration> type = model.types.find(property.element(), property.owner());
        boolean value =
                type.isEmpty()
                        || ClrTypes.isValue(type.get())
                        || isIdOf(property, type.get())
                        || model.converts(type.get());
        boolean known = type.isEmpty() && isUnmappable(property);
        return value && !known;
    }

    private static boolean isUnmappable(ClrProperty property) {
        TypeName name = TypeName.of(property.type());
        String simple = name.simpleName();
        return Set.of("object", "dynamic", "Action", "Func", "Type", "Stream").contains(simple)
                || (simple.length() > 1
                        && simple.charAt(0) == 'I'
                        && Character.isUpperCase(simple.charAt(1))
                        && !property.collection()
                        && !simple.equals("IPAddress"));
    }

    private boolean nullable(EntityDraft draft, ClrProperty property) {
        Boolean required = draft.required.get(property.name());
        if (required != null) {
            return !required;
        }
        if (property.nullable()) {
            return true;
        }
        boolean reference = !property.value() && !isValueType(property) && !property.collection();
        boolean key = draft.keys.contains(property.name()) || property.has("Key");
        boolean held =
                model.types
                        .property(draft.type, property.name() + "Id")
                        .filter(id -> id.value() && !id.nullable())
                        .isPresent();
        return reference
                && !held
                && !key
                && !property.has("Required")
                && !property.member().has("required")
                && !nullability.strict(property.file());
    }

    private boolean isValueType(ClrProperty property) {
        return model.types
                .find(property.element(), property.owner())
                .filter(ClrTypes::isValue)
                .isPresent();
    }

    private static Field shadow(EntityDraft draft, String name, String type) {
        boolean nullable = type.endsWith("?") || type.equals("string");
        String plain = type.endsWith("?") ? type.substring(0, type.length() - 1) : type;
        Boolean required = draft.required.get(name);
        return new Field(name, plain, required == null ? nullable : !required);
    }

    private static List<String> keys(EntityDraft draft, List<ClrProperty> stored) {
        if (!draft.keys.isEmpty() || draft.owned || draft.keyless) {
            return draft.keyless ? List.of() : draft.keys;
        }
        return stored.stream()
                .map(ClrProperty::name)
                .filter(
                        name ->
                                name.equalsIgnoreCase("Id")
                                        || name.equalsIgnoreCase(draft.name() + "Id"))
                .limit(1)
                .toList();
    }

    // ---- relations

    private @Nullable Relation relation(EntityDraft draft, ClrProperty property) {
        Relation said = draft.relations.get(property.name());
        if (said != null) {
            return said;
        }
        Optional<TypeDeclaration> target = target(draft, property);
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
        return target(from, property).map(model::canonical).filter(to.type::equals).isPresent();
    }

    /** {@code CustomerId} beside an entity {@code Customer}, unless a navigation property has it. */
    private void foreignKeys(
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
