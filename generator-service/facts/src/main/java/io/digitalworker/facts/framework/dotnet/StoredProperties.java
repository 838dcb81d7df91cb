package io.digitalworker.facts.framework.dotnet;

import io.digitalworker.facts.code.TypeName;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.fact.Field;
import io.digitalworker.facts.syntax.Annotation;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The properties of an entity that are stored, and its keys. */
final class StoredProperties {
    private final EntityModel model;
    private final EntityNavigation navigation;
    private final EntityAnnotations annotations;
    private final NullableContext nullability;

    StoredProperties(
            EntityModel model, EntityNavigation navigation, EntityAnnotations annotations) {
        this.model = model;
        this.navigation = navigation;
        this.annotations = annotations;
        this.nullability = new NullableContext(model.code);
    }

    List<ClrProperty> stored(EntityDraft draft) {
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
        if (EntityNavigation.ignored(draft, property) || (!property.visible() && !named)) {
            return false;
        }
        if (named) {
            return true;
        }
        Optional<TypeDeclaration> target = navigation.target(draft, property);
        if (target.isPresent()) {
            EntityDraft other = model.known(target.get());
            return other != null
                    && !model.ignores(other.type)
                    && Annotation.find(annotations.annotations(other), "NotMapped").isEmpty();
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
                        || EntityNavigation.isIdOf(property, type.get())
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

    boolean nullable(EntityDraft draft, ClrProperty property) {
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

    static Field shadow(EntityDraft draft, String name, String type) {
        boolean nullable = type.endsWith("?") || type.equals("string");
        String plain = type.endsWith("?") ? type.substring(0, type.length() - 1) : type;
        Boolean required = draft.required.get(name);
        return new Field(name, plain, required == null ? nullable : !required);
    }

    static List<String> keys(EntityDraft draft, List<ClrProperty> stored) {
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
}
