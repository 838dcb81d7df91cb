package io.digitalworker.facts.syntax;

import io.digitalworker.facts.lexer.Tokens;
import java.util.Set;

/** Tells types and functions that are declared among statements: these are not entered. */
final class DeclaredWithin {
    private static final Set<String> TYPES =
            Set.of("class", "interface", "enum", "record", "struct", "namespace");
    private static final Set<String> BEFORE =
            Set.of(
                    "export",
                    "declare",
                    "async",
                    "public",
                    "private",
                    "static",
                    "abstract",
                    "default");

    private final Tokens tokens;
    private final Dialect dialect;

    DeclaredWithin(Tokens tokens, Dialect dialect) {
        this.tokens = tokens;
        this.dialect = dialect;
    }

    private int afterModifiers(int at) {
        int i = at;
        while (i < at + 6 && BEFORE.contains(tokens.word(i)) && tokens.isWord(i + 1)) {
            i++;
        }
        return i;
    }

    boolean type(int at) {
        int i = afterModifiers(at);
        String word = tokens.word(i);
        boolean alias = word.equals("type") && dialect == Dialect.SCRIPT && tokens.is(i + 2, '=');
        return (TYPES.contains(word) && tokens.isWord(i + 1)) || alias;
    }

    /** A function with a name of its own, not assigned: it is declared, its body is not entered. */
    boolean function(int at, int end) {
        int i = afterModifiers(at);
        if (dialect == Dialect.SCRIPT) {
            boolean named = tokens.isWord(i + 1) || tokens.is(i + 1, '*');
            return tokens.is(i, "function") && named;
        }
        return dialect == Dialect.CSHARP && localFunction(i, end);
    }

    private boolean localFunction(int from, int end) {
        if (BracedStatements.VALUES.contains(tokens.word(from))
                || BracedStatements.DECLARES.contains(tokens.word(from))) {
            return false;
        }
        int i = from;
        int words = 0;
        while (i < end && i < from + 60) {
            if (tokens.is(i, '(')) {
                int after = tokens.next(i);
                boolean body = tokens.is(after, '{') || tokens.isArrow(after);
                return words >= 2 && body && tokens.isWord(i - 1) && !tokens.is(i - 2, '.');
            }
            if (tokens.isWord(i)) {
                words++;
            } else if (!tokens.is(i, '<') && !tokens.is(i, '>') && !tokens.is(i, '?')) {
                if (!tokens.is(i, '[') && !tokens.is(i, ',') && !tokens.is(i, '.')) {
                    return false;
                }
            }
            i++;
        }
        return false;
    }
}
