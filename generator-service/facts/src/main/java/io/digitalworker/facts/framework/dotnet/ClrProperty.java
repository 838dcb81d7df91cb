package io.digitalworker.facts.framework.dotnet;

import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.TypeName;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.syntax.Annotation;
import java.util.List;
import java.util.Set;

/**
 * A property of a C# class, its own or inherited.
 *
 * @param owner the type that declares it
 * @param type as written, with the type arguments of the inheriting class filled in
 * @param visible whether it is public
 * @param writable whether it can be set or initialised by anyone
 */
public record ClrProperty(
        CodeFile file,
        TypeDeclaration owner,
        Member member,
        String type,
        boolean visible,
        boolean writable) {
    private static final Set<String> COLLECTIONS =
            Set.of(
                    "ICollection",
                    "IList",
                    "List",
                    "IEnumerable",
                    "Collection",
                    "HashSet",
                    "ISet",
                    "SortedSet",
                    "ObservableCollection",
                    "IReadOnlyCollection",
                    "IReadOnlyList",
                    "IReadOnlySet",
                    "ReadOnlyCollection",
                    "EntityCollection",
                    "ObservableHashSet",
                    "ImmutableList",
                    "ImmutableArray");
    private static final Set<String> VALUES =
            Set.of(
                    "bool",
                    "byte",
                    "sbyte",
                    "short",
                    "ushort",
                    "int",
                    "uint",
                    "long",
                    "ulong",
                    "float",
                    "double",
                    "decimal",
                    "char",
                    "Boolean",
                    "Byte",
                    "Int16",
                    "Int32",
                    "Int64",
                    "Single",
                    "Double",
                    "Decimal",
                    "Char",
                    "Guid",
                    "DateTime",
                    "DateTimeOffset",
                    "DateOnly",
                    "TimeOnly",
                    "TimeSpan");

    public String name() {
        return member.name();
    }

    public List<Annotation> annotations() {
        return member.annotations();
    }

    public boolean has(String annotation) {
        return Annotation.find(member.annotations(), annotation).isPresent();
    }

    /** Without the mark of nullability. */
    public String plainType() {
        return type.endsWith("?") ? type.substring(0, type.length() - 1) : type;
    }

    public boolean nullable() {
        return type.endsWith("?") || TypeName.of(type).simpleName().equals("Nullable");
    }

    public boolean collection() {
        TypeName name = TypeName.of(type);
        return name.array() || (COLLECTIONS.contains(name.simpleName()) && !element().isEmpty());
    }

    /** What a collection holds; else the type itself. */
    public String element() {
        TypeName name = TypeName.of(type);
        return COLLECTIONS.contains(name.simpleName()) ? name.argument() : name.name();
    }

    /** Whether the type is one of the value types that every database knows. */
    public boolean value() {
        return isValue(plainType());
    }

    /** Whether a column can hold it as it is. */
    public boolean simple() {
        TypeName name = TypeName.of(type);
        boolean bytes = name.array() && name.simpleName().equals("byte");
        boolean text = Set.of("string", "String").contains(name.simpleName());
        String inner = name.simpleName().equals("Nullable") ? name.argument() : "";
        return bytes || (!name.array() && (text || value() || isValue(inner)));
    }

    private static boolean isValue(String type) {
        String name = type.startsWith("System.") ? type.substring("System.".length()) : type;
        return VALUES.contains(name);
    }
}
