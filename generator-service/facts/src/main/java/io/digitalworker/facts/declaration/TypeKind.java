package io.digitalworker.facts.declaration;

import java.util.Locale;

/** What a type is. {@link #FILE} holds what a file declares outside any type. */
public enum TypeKind {
    CLASS,
    RECORD,
    STRUCT,
    INTERFACE,
    ENUM,
    ANNOTATION,
    OBJECT,
    TRAIT,
    DELEGATE,
    ALIAS,
    FILE;

    /** The name in {@code facts.json}, such as {@code class}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
