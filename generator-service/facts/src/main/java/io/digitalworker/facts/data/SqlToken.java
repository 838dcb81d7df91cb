package io.digitalworker.facts.data;

import io.digitalworker.facts.syntax.Span;

/**
 * A piece of SQL.
 *
 * @param text without the quotes of a quoted name; of strings and all else as written
 */
record SqlToken(Kind kind, String text, Span span) {
    enum Kind {
        WORD,
        QUOTED_NAME,
        STRING,
        NUMBER,
        SYMBOL
    }

    boolean is(String word) {
        return (kind == Kind.WORD || kind == Kind.SYMBOL) && text.equalsIgnoreCase(word);
    }

    boolean isName() {
        return kind == Kind.WORD || kind == Kind.QUOTED_NAME;
    }
}
