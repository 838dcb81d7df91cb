package io.digitalworker.facts.declaration;

import io.digitalworker.facts.syntax.Dialect;
import java.util.Map;
import java.util.Set;

/** The words that make C# and Java different. */
final class Vocabulary {
    static final Vocabulary CSHARP =
            new Vocabulary(
                    Dialect.CSHARP,
                    Map.of(
                            "class", TypeKind.CLASS,
                            "struct", TypeKind.STRUCT,
                            "interface", TypeKind.INTERFACE,
                            "enum", TypeKind.ENUM,
                            "record", TypeKind.RECORD),
                    words(
                            "public private protected internal static abstract sealed virtual override"
                                    + " readonly extern unsafe volatile new const fixed ref implicit"
                                    + " explicit"),
                    words("async partial required file scoped"),
                    words(
                            "as base break case catch checked class const continue default delegate do else"
                                    + " enum event explicit extern false finally fixed for foreach goto if"
                                    + " implicit in interface internal is lock namespace new null operator"
                                    + " out override params private protected public readonly ref return"
                                    + " sealed sizeof stackalloc static struct switch this throw true try"
                                    + " typeof unchecked unsafe using virtual volatile while await"),
                    words(
                            "bool byte char decimal double float int long object sbyte short string uint"
                                    + " ulong ushort void"));
    static final Vocabulary JAVA =
            new Vocabulary(
                    Dialect.JAVA,
                    Map.of(
                            "class", TypeKind.CLASS,
                            "interface", TypeKind.INTERFACE,
                            "enum", TypeKind.ENUM,
                            "record", TypeKind.RECORD),
                    words(
                            "public private protected static abstract final native synchronized transient"
                                    + " volatile strictfp default"),
                    words("sealed non"),
                    words(
                            "abstract assert break case catch class const continue default do else enum"
                                    + " extends false final finally for goto if implements import"
                                    + " instanceof interface native new null package private protected"
                                    + " public return static super switch synchronized this throw throws"
                                    + " transient true try volatile while"),
                    words("boolean byte char double float int long short void"));

    private final Dialect dialect;
    private final Map<String, TypeKind> types;
    private final Set<String> modifiers;
    private final Set<String> contextual;
    private final Set<String> reserved;
    private final Set<String> primitives;

    private Vocabulary(
            Dialect dialect,
            Map<String, TypeKind> types,
            Set<String> modifiers,
            Set<String> contextual,
            Set<String> reserved,
            Set<String> primitives) {
        this.dialect = dialect;
        this.types = types;
        this.modifiers = modifiers;
        this.contextual = contextual;
        this.reserved = reserved;
        this.primitives = primitives;
    }

    private static Set<String> words(String list) {
        return Set.of(list.split(" "));
    }

    Dialect dialect() {
        return dialect;
    }

    /** What kinds of types the words declare. */
    Map<String, TypeKind> types() {
        return types;
    }

    /** Whether the word is a modifier wherever it stands before a declaration. */
    boolean modifier(String word) {
        return modifiers.contains(word);
    }

    /** Whether the word may be a modifier, or a name. */
    boolean contextual(String word) {
        return contextual.contains(word);
    }

    /** Whether the word may be the name of what is declared. */
    boolean name(String word) {
        return !reserved.contains(word) && !primitives.contains(word);
    }

    /** Whether the word may begin a type. */
    boolean type(String word) {
        return !reserved.contains(word);
    }
}
