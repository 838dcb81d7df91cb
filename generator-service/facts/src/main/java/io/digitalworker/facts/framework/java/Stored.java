package io.digitalworker.facts.framework.java;

import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.code.TypeName;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.MemberKind;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.declaration.TypeKind;
import io.digitalworker.facts.syntax.Annotation;
import io.digitalworker.facts.syntax.Expression;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A field of a class that is stored: annotations of the field and of its getter count alike.
 *
 * @param owner the class that declares it, perhaps a base of the stored one
 * @param type with type variables of generic bases filled in
 */
record Stored(
        String name,
        String type,
        List<Annotation> annotations,
        TypeDeclaration owner,
        Scope scope) {
    private static final Set<String> PRIMITIVES =
            Set.of("int", "long", "short", "byte", "char", "boolean", "float", "double");
    private static final Set<String> ONES =
            Set.of("Optional", "AggregateReference", "Reference", "LazyOptional");
    private static final Set<String> MANY =
            Set.of(
                    "List",
                    "Set",
                    "Collection",
                    "SortedSet",
                    "ArrayList",
                    "HashSet",
                    "LinkedList",
                    "LinkedHashSet",
                    "Iterable",
                    "Map",
                    "SortedMap",
                    "MappedCollection");

    Stored {
        annotations = List.copyOf(annotations);
    }

    /** The fields of a class and its bases, those of the farthest base first. */
    static List<Stored> of(JavaCode code, TypeDeclaration type) {
        List<TypeDeclaration> lineage = new ArrayList<>(code.types().lineage(type));
        Collections.reverse(lineage);
        Map<String, String> variables = Inherited.variables(code, type);
        boolean byGetter = lineage.stream().anyMatch(Stored::hasGetterId);
        Map<String, Stored> fields = new LinkedHashMap<>();
        for (TypeDeclaration each : lineage) {
            if (each.kind() == TypeKind.CLASS || each.kind() == TypeKind.RECORD) {
                for (Stored field : declared(code, each, byGetter, variables)) {
                    fields.put(field.name(), field);
                }
            }
        }
        return List.copyOf(fields.values());
    }

    private static boolean hasGetterId(TypeDeclaration type) {
        return type.members().stream()
                .filter(Stored::isGetter)
                .flatMap(member -> member.annotations().stream())
                .anyMatch(a -> a.is("Id") || a.is("EmbeddedId"));
    }

    private static boolean isGetter(Member member) {
        return member.kind() == MemberKind.METHOD
                && member.parameters().isEmpty()
                && !member.has("static")
                && !property(member.name()).isEmpty();
    }

    /** {@code name} of {@code getName} and {@code isName}; else empty. */
    static String property(String getter) {
        int prefix = getter.startsWith("get") ? 3 : getter.startsWith("is") ? 2 : 0;
        if (prefix == 0
                || getter.length() <= prefix
                || !Character.isUpperCase(getter.charAt(prefix))) {
            return "";
        }
        return Character.toLowerCase(getter.charAt(prefix)) + getter.substring(prefix + 1);
    }

    private static List<Stored> declared(
            JavaCode code, TypeDeclaration type, boolean byGetter, Map<String, String> variables) {
        CodeFile file = code.fileOf(type);
        Scope scope = Scope.of(file, type);
        Map<String, Stored> fields = new LinkedHashMap<>();
        for (Member member : type.members()) {
            boolean field =
                    member.kind() == MemberKind.FIELD || member.kind() == MemberKind.PROPERTY;
            if (field && !byGetter && !isPassing(member)) {
                String written = filled(member.type(), type, variables);
                fields.put(
                        member.name(),
                        new Stored(member.name(), written, member.annotations(), type, scope));
            }
        }
        for (Member member : type.members()) {
            if (isGetter(member)) {
                getter(member, type, scope, byGetter, variables, fields);
            }
        }
        fields.values().removeIf(f -> f.has("Transient") || f.has("DynamoDbIgnore"));
        fields.values().removeIf(f -> f.has("DynamoDBIgnore") || f.isNoColumn());
        return List.copyOf(fields.values());
    }

    private static void getter(
            Member member,
            TypeDeclaration type,
            Scope scope,
            boolean byGetter,
            Map<String, String> variables,
            Map<String, Stored> fields) {
        String name = property(member.name());
        Stored field = fields.get(name);
        List<Annotation> annotations = new ArrayList<>(member.annotations());
        if (field != null) {
            annotations.addAll(field.annotations());
            fields.put(name, new Stored(name, field.type(), annotations, type, scope));
        } else if (byGetter && hasSetter(type, name)) {
            String written = filled(member.type(), type, variables);
            fields.put(name, new Stored(name, written, annotations, type, scope));
        }
    }

    private static boolean hasSetter(TypeDeclaration type, String name) {
        String setter = "set" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
        return type.members().stream().anyMatch(member -> member.name().equals(setter));
    }

    private static boolean isPassing(Member member) {
        return member.has("static") || member.has("transient");
    }

    private static String filled(
            String written, TypeDeclaration type, Map<String, String> variables) {
        String given = variables.get(written);
        return given != null && type.typeParameters().contains(written) ? given : written;
    }

    /** MyBatis-Plus' {@code @TableField(exist = false)}. */
    private boolean isNoColumn() {
        return find("TableField")
                .flatMap(a -> a.argument("exist"))
                .filter(Stored::isFalse)
                .isPresent();
    }

    static boolean isFalse(Expression expression) {
        return expression instanceof Expression.Name name && name.name().equals("false");
    }

    static boolean isTrue(Expression expression) {
        return expression instanceof Expression.Name name && name.name().equals("true");
    }

    Optional<Annotation> find(String annotation) {
        return Annotation.find(annotations, annotation);
    }

    boolean has(String annotation) {
        return find(annotation).isPresent();
    }

    boolean isKey() {
        return has("Id")
                || has("EmbeddedId")
                || has("BsonId")
                || has("TableId")
                || has("DynamoDbPartitionKey")
                || has("DynamoDbSortKey")
                || has("DynamoDBHashKey")
                || has("DynamoDBRangeKey")
                || has("PrimaryKey")
                || has("PrimaryKeyColumn");
    }

    boolean isNullable() {
        boolean never =
                isKey()
                        || PRIMITIVES.contains(type)
                        || has("NotNull")
                        || has("NonNull")
                        || has("Nonnull")
                        || has("NotBlank")
                        || has("NotEmpty");
        return !never
                && annotations.stream()
                        .noneMatch(
                                a ->
                                        a.argument("nullable").filter(Stored::isFalse).isPresent()
                                                || a.argument("optional")
                                                        .filter(Stored::isFalse)
                                                        .isPresent());
    }

    boolean isMany() {
        TypeName name = TypeName.of(type);
        return name.array() || MANY.contains(name.simpleName());
    }

    /** What a collection, map or reference holds; the type itself else. */
    String element() {
        TypeName name = TypeName.of(type);
        boolean holds = MANY.contains(name.simpleName()) || ONES.contains(name.simpleName());
        if (!holds || name.arguments().isEmpty()) {
            return name.simpleName();
        }
        boolean map = name.simpleName().endsWith("Map");
        String inner = name.arguments().get(map ? name.arguments().size() - 1 : 0);
        String bare = inner.replaceFirst("^\\?\\s*(extends|super)\\s+", "");
        return TypeName.of(bare).simpleName();
    }
}
