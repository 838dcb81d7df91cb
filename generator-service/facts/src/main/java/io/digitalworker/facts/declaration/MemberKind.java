package io.digitalworker.facts.declaration;

import java.util.Locale;

/** What a member is. */
public enum MemberKind {
    METHOD,
    CONSTRUCTOR,
    PROPERTY,
    FIELD,
    EVENT,
    ENUM_CONSTANT,
    FUNCTION;

    /** The name in {@code facts.json}, such as {@code enum-constant}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
