package io.digitalworker.facts.syntax;

import io.digitalworker.facts.lexer.Tokens;
import java.util.ArrayList;
import java.util.List;

/** Types within expressions, and type arguments told apart from comparisons. */
final class TypeReader {
    /** How many tokens type arguments may take: keeps the look ahead bounded. */
    private static final int MAX_ARGUMENTS = 120;

    private TypeReader() {}

    /**
     * The {@code >} that ends the type arguments which begin at {@code open}; -1 if these are none, but
     * a comparison.
     */
    static int argumentsEnd(ExpressionReader reader, int open) {
        int close = anglesEnd(reader.tokens, open, reader.end);
        return close > 0 && followsArguments(reader, close + 1) ? close : -1;
    }

    /** The {@code >} that belongs to a {@code <}; -1 if what stands between cannot be types. */
    static int anglesEnd(Tokens tokens, int open, int end) {
        int depth = 0;
        int limit = Math.min(end, open + MAX_ARGUMENTS);
        for (int i = open; i < limit; i = tokens.next(i)) {
            if (tokens.is(i, '<')) {
                depth++;
            } else if (tokens.is(i, '>')) {
                depth--;
                if (depth == 0) {
                    return i;
                }
            } else if (!ofType(tokens, i)) {
                return -1;
            }
        }
        return -1;
    }

    private static boolean ofType(Tokens tokens, int i) {
        return tokens.isWord(i)
                || tokens.isString(i)
                || tokens.is(i, ',')
                || tokens.is(i, '.')
                || tokens.is(i, '?')
                || tokens.is(i, '[')
                || tokens.is(i, '(')
                || tokens.is(i, '{')
                || tokens.is(i, '|')
                || tokens.is(i, '&')
                || tokens.is(i, '*')
                || tokens.is(i, ':')
                || tokens.isArrow(i);
    }

    private static boolean followsArguments(ExpressionReader reader, int token) {
        Tokens tokens = reader.tokens;
        if (token >= reader.end) {
            return reader.dialect == Dialect.CSHARP;
        }
        boolean member = tokens.is(token, '.') || tokens.is(token, ':');
        boolean closes = tokens.is(token, ')') || tokens.is(token, ',') || tokens.is(token, ';');
        return tokens.is(token, '(')
                || (reader.dialect != Dialect.SCRIPT && member)
                || (reader.dialect == Dialect.CSHARP && closes)
                || (reader.dialect == Dialect.SCRIPT && tokens.starts(token, '`'));
    }

    /** The types between the angles, as written. */
    static List<String> arguments(ExpressionReader reader, int open, int close) {
        List<String> arguments = new ArrayList<>();
        Tokens tokens = reader.tokens;
        int from = open + 1;
        int depth = 0;
        for (int i = from; i <= close; i = tokens.next(i)) {
            boolean last = i == close;
            if (last || (tokens.is(i, ',') && depth == 0)) {
                String type = reader.syntax.type(from, i);
                if (!type.isEmpty()) {
                    arguments.add(type);
                }
                from = i + 1;
            } else {
                depth += tokens.is(i, '<') ? 1 : tokens.is(i, '>') ? -1 : 0;
            }
        }
        return arguments;
    }

    /** Moves behind a type: of {@code as}, of {@code new}, of a cast. */
    static void skip(ExpressionReader reader) {
        Tokens tokens = reader.tokens;
        boolean wanted = true;
        while (reader.at < reader.end) {
            int i = reader.at;
            if (wanted && (tokens.isWord(i) || tokens.isString(i) || tokens.isNumber(i))) {
                boolean prefix = tokens.is(i, "typeof") || tokens.is(i, "keyof");
                wanted = prefix || tokens.is(i, "readonly");
                reader.at++;
            } else if (wanted && tokens.opens(i)) {
                reader.at = Math.min(reader.end, tokens.next(i));
                wanted = tokens.isArrow(reader.at);
                reader.at += wanted ? 1 : 0;
            } else if (!wanted && (tokens.is(i, '.') || tokens.is(i, '|') || tokens.is(i, '&'))) {
                boolean operator = tokens.is(i + 1, '|') || tokens.is(i + 1, '&');
                if (operator) {
                    return;
                }
                wanted = true;
                reader.at++;
            } else if (!wanted && tokens.is(i, '<')) {
                int close = anglesEnd(tokens, i, reader.end);
                if (close < 0) {
                    return;
                }
                reader.at = close + 1;
            } else if (!wanted && tokens.is(i, '[') && tokens.partner(i) <= i + 2) {
                reader.at = Math.min(reader.end, tokens.next(i));
            } else if (!wanted && tokens.is(i, '?') && endsNullable(reader, i + 1)) {
                reader.at++;
            } else {
                return;
            }
        }
    }

    private static boolean endsNullable(ExpressionReader reader, int token) {
        Tokens tokens = reader.tokens;
        return token >= reader.end
                || tokens.is(token, ')')
                || tokens.is(token, ',')
                || tokens.is(token, ';')
                || tokens.is(token, '[');
    }
}
