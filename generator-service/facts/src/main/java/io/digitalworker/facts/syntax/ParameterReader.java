package io.digitalworker.facts.syntax;

import io.digitalworker.facts.lexer.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The parameters of methods, functions, records and lambdas. */
final class ParameterReader {
    private static final Set<String> MODIFIERS =
            Set.of(
                    "final",
                    "this",
                    "ref",
                    "out",
                    "in",
                    "params",
                    "scoped",
                    "readonly",
                    "public",
                    "private",
                    "protected",
                    "override",
                    "val",
                    "var");

    private final Syntax syntax;
    private final Tokens tokens;
    private final Dialect dialect;
    private final int depth;

    ParameterReader(Syntax syntax, int depth) {
        this.syntax = syntax;
        this.tokens = syntax.tokens();
        this.dialect = syntax.dialect();
        this.depth = depth;
    }

    List<Parameter> read(int from, int to) {
        List<Parameter> parameters = new ArrayList<>();
        int start = from;
        while (start < to) {
            int comma = comma(start, to);
            Parameter parameter = parameter(start, comma);
            if (parameter != null) {
                parameters.add(parameter);
            }
            start = comma + 1;
        }
        return parameters;
    }

    /** The comma that ends a parameter: not one among type arguments. */
    private int comma(int from, int to) {
        int angles = 0;
        int i = from;
        while (i < to) {
            if (tokens.is(i, ',') && angles <= 0) {
                return i;
            }
            if (tokens.is(i, '=') && angles <= 0) {
                return value(i + 1, to);
            }
            angles += tokens.is(i, '<') ? 1 : tokens.is(i, '>') ? -1 : 0;
            i = tokens.next(i);
        }
        return to;
    }

    private int value(int from, int to) {
        int i = from;
        while (i < to && !tokens.is(i, ',')) {
            i = tokens.next(i);
        }
        return Math.min(i, to);
    }

    private @Nullable Parameter parameter(int from, int to) {
        int head = afterAnnotations(from, to);
        List<Annotation> annotations = syntax.annotations(from, head);
        while (head + 1 < to && MODIFIERS.contains(tokens.word(head)) && !names(head + 1)) {
            head++;
        }
        int equals = equals(head, to);
        Expression value =
                equals < to && depth <= ExpressionReader.MAX_DEPTH
                        ? new ExpressionReader(syntax, equals + 1, to, false, depth + 1).read()
                        : null;
        boolean typeFirst = dialect == Dialect.CSHARP || dialect == Dialect.JAVA;
        return typeFirst
                ? typed(head, equals, annotations, value)
                : named(head, equals, annotations, value);
    }

    private boolean names(int token) {
        return tokens.is(token, ':') || tokens.is(token, '=') || tokens.is(token, ',');
    }

    private int afterAnnotations(int from, int to) {
        int i = from;
        while (i < to) {
            if (tokens.is(i, '[') && dialect == Dialect.CSHARP) {
                i = tokens.next(i);
            } else if (tokens.is(i, '@') && tokens.isWord(i + 1)) {
                i += 2;
                while (tokens.is(i, '.')) {
                    i += 2;
                }
                i = tokens.is(i, '(') ? tokens.next(i) : i;
            } else {
                break;
            }
        }
        return Math.min(i, to);
    }

    private int equals(int from, int to) {
        int i = from;
        while (i < to && !tokens.is(i, '=')) {
            i = tokens.next(i);
        }
        return Math.min(i, to);
    }

    private @Nullable Parameter typed(
            int head, int end, List<Annotation> annotations, @Nullable Expression value) {
        int name = end - 1;
        while (name > head && tokens.is(name, ']')) {
            name = tokens.partner(name) - 1;
        }
        if (name < head || !tokens.isWord(name)) {
            return null;
        }
        String arrays = syntax.type(name + 1, end);
        String word = tokens.word(name);
        return new Parameter(
                word.startsWith("@") ? word.substring(1) : word,
                syntax.type(head, name) + arrays,
                annotations,
                value);
    }

    private @Nullable Parameter named(
            int head, int end, List<Annotation> annotations, @Nullable Expression value) {
        int name = head;
        while (name < end && (tokens.is(name, '*') || tokens.is(name, '.'))) {
            name++;
        }
        if (name >= end) {
            return null;
        }
        int after = tokens.next(name);
        after += tokens.is(after, '?') ? 1 : 0;
        String type = tokens.is(after, ':') ? syntax.type(after + 1, end) : "";
        return new Parameter(syntax.type(name, tokens.next(name)), type, annotations, value);
    }
}
