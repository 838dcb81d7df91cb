package io.digitalworker.document.publication.openapi;

import io.digitalworker.facts.Facts;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.MemberKind;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.declaration.TypeKind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Types of the code as JSON schemas. A type that the code declares becomes a component; of one that it
 * does not, nothing is said but its name.
 */
final class TypeSchemas {
    private static final Set<MemberKind> VALUES = Set.of(MemberKind.PROPERTY, MemberKind.FIELD);
    private static final Set<TypeKind> WITH_VALUES =
            Set.of(
                    TypeKind.CLASS,
                    TypeKind.RECORD,
                    TypeKind.STRUCT,
                    TypeKind.INTERFACE,
                    TypeKind.ENUM);
    private static final int DEEPEST = 8;

    private final Map<String, TypeDeclaration> declared = new HashMap<>();
    private final Map<String, Object> components = new TreeMap<>();
    private final Deque<TypeDeclaration> open = new ArrayDeque<>();

    TypeSchemas(Facts facts) {
        for (TypeDeclaration type : facts.types()) {
            if (WITH_VALUES.contains(type.kind()) && isComponentName(type.simpleName())) {
                declared.putIfAbsent(type.simpleName(), type);
            }
        }
    }

    private static boolean isComponentName(String name) {
        return name.matches("[A-Za-z0-9._-]+");
    }

    /** The schema of a type as written. */
    Map<String, Object> of(String written) {
        return of(written, 0);
    }

    private Map<String, Object> of(String written, int depth) {
        DeclaredType type = DeclaredType.of(written);
        Map<String, Object> schema = new LinkedHashMap<>();
        List<String> scalar = type.scalar();
        if (!scalar.isEmpty()) {
            schema.put("type", scalar.get(0));
            scalar.stream().skip(1).forEach(format -> schema.put("format", format));
        } else if (type.isList() && depth < DEEPEST) {
            schema.put("type", "array");
            schema.put("items", of(type.arguments().get(0), depth + 1));
        } else if (type.isMap() && depth < DEEPEST) {
            schema.put("type", "object");
            schema.put("additionalProperties", of(type.arguments().get(1), depth + 1));
        } else if (declared.containsKey(type.name())) {
            schema.put("$ref", "#/components/schemas/" + type.name());
            component(declared.get(type.name()));
            return schema;
        } else if (!written.isBlank()) {
            schema.put("description", "declared as " + written);
        }
        if (type.nullable() && schema.containsKey("type")) {
            schema.put("nullable", true);
        }
        return schema;
    }

    private void component(TypeDeclaration type) {
        if (components.putIfAbsent(type.simpleName(), Map.of()) == null) {
            open.add(type);
        }
    }

    /** The schemas of all types that were asked for, and of those that they name, by name. */
    Map<String, Object> components() {
        for (TypeDeclaration type = open.poll(); type != null; type = open.poll()) {
            components.put(
                    type.simpleName(), type.kind() == TypeKind.ENUM ? values(type) : object(type));
        }
        return components;
    }

    private static Map<String, Object> values(TypeDeclaration type) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("x-source", type.evidence().id());
        schema.put("type", "string");
        List<String> names =
                type.members().stream()
                        .filter(member -> member.kind() == MemberKind.ENUM_CONSTANT)
                        .map(Member::name)
                        .distinct()
                        .toList();
        if (!names.isEmpty()) {
            schema.put("enum", names);
        }
        return schema;
    }

    private Map<String, Object> object(TypeDeclaration type) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("x-source", type.evidence().id());
        schema.put("type", "object");
        Map<String, Object> properties = new LinkedHashMap<>();
        for (Member member : type.members()) {
            if (VALUES.contains(member.kind()) && !member.has("static") && !member.has("const")) {
                properties.putIfAbsent(member.name(), of(member.type()));
            }
        }
        if (!properties.isEmpty()) {
            schema.put("properties", properties);
        }
        return schema;
    }
}
