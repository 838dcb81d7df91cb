package io.digitalworker.facts.declaration;

import io.digitalworker.facts.lexer.Tokens;
import java.util.Map;
import java.util.Set;

/**
 * The tokens of a C# or Java declaration up to its body, and what they declare.
 *
 * @param start first token, attributes included
 * @param from first token behind attributes and annotations
 * @param to the token that ends the head: a brace, semicolon, arrow or equals sign
 */
record Head(Tokens tokens, int start, int from, int to) {
    private static final Map<String, TypeKind> TYPES =
            Map.of(
                    "class", TypeKind.CLASS,
                    "struct", TypeKind.STRUCT,
                    "interface", TypeKind.INTERFACE,
                    "enum", TypeKind.ENUM,
                    "record", TypeKind.RECORD);
    private static final Set<String> NO_NAMES =
            Set.of(
                    "public",
                    "private",
                    "protected",
                    "internal",
                    "static",
                    "async",
                    "override",
                    "virtual",
                    "abstract",
                    "sealed",
                    "readonly",
                    "unsafe",
                    "extern",
                    "partial",
                    "new",
                    "final",
                    "synchronized",
                    "native",
                    "default",
                    "return",
                    "if",
                    "for",
                    "while",
                    "switch",
                    "using",
                    "lock",
                    "catch",
                    "foreach",
                    "ref",
                    "out",
                    "in",
                    "where",
                    "throws",
                    "base",
                    "required",
                    "fixed");

    /** The keyword that says a type is declared, or -1. */
    int typeKeyword() {
        for (int i = from; i < to; i = tokens.next(i)) {
            if (tokens.is(i, '(') || tokens.is(i, "where")) {
                return -1;
            }
            if (TYPES.containsKey(tokens.word(i)) && names(i)) {
                return i;
            }
        }
        return -1;
    }

    private boolean names(int keyword) {
        int next = keyword + 1;
        if (tokens.is(next, "class") || tokens.is(next, "struct")) {
            next++;
        }
        if (next >= to || !tokens.isWord(next)) {
            return false;
        }
        boolean record = tokens.is(keyword, "record") && next == keyword + 1;
        boolean bare = next + 1 == to;
        return !record
                || bare
                || tokens.is(next + 1, '(')
                || tokens.is(next + 1, '<')
                || tokens.is(next + 1, ':')
                || tokens.is(next + 1, "implements");
    }

    TypeKind typeKind(int keyword) {
        if (tokens.is(keyword, "interface") && tokens.is(keyword - 1, '@')) {
            return TypeKind.ANNOTATION;
        }
        return TYPES.getOrDefault(tokens.word(keyword), TypeKind.CLASS);
    }

    String typeName(int keyword) {
        int name = keyword + 1;
        if (tokens.is(name, "class") || tokens.is(name, "struct")) {
            name++;
        }
        return tokens.word(name);
    }

    /** The bracket that opens the parameters, or -1. */
    int parameters() {
        for (int i = from; i < to; i = tokens.next(i)) {
            if (tokens.is(i, '(') && nameBefore(i) >= 0) {
                return i;
            }
        }
        return -1;
    }

    /** The name right before a token, type parameters apart; -1 if there is none. */
    int nameBefore(int token) {
        int i = token - 1;
        if (tokens.is(i, '>')) {
            int depth = 0;
            do {
                depth += tokens.is(i, '>') ? 1 : tokens.is(i, '<') ? -1 : 0;
                i--;
            } while (i > from && depth > 0);
        }
        boolean name = i >= from && tokens.isWord(i) && !NO_NAMES.contains(tokens.word(i));
        return name ? i : -1;
    }

    boolean has(String word) {
        for (int i = from; i < to && !tokens.is(i, '('); i = tokens.next(i)) {
            if (tokens.is(i, word)) {
                return true;
            }
        }
        return false;
    }

    /** Dotted name that follows the first token. */
    String dottedName() {
        StringBuilder name = new StringBuilder();
        for (int i = from + 1; i < to; i++) {
            name.append(tokens.word(i));
        }
        return name.toString();
    }
}
