package io.digitalworker.facts.declaration;

import io.digitalworker.facts.lexer.Tokens;
import io.digitalworker.facts.syntax.Span;
import io.digitalworker.facts.syntax.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What Python's assignments declare: variables of a file, attributes of a class, and those that its
 * constructor gives the object ({@code self.x = …}), once each.
 */
final class PythonAttributes {
    private static final Set<String> NO_NAMES =
            Set.of(
                    "if",
                    "elif",
                    "else",
                    "for",
                    "while",
                    "try",
                    "except",
                    "finally",
                    "with",
                    "return",
                    "yield",
                    "lambda",
                    "assert",
                    "raise",
                    "del",
                    "global",
                    "nonlocal",
                    "pass",
                    "not",
                    "await");

    /** Before an equals sign these make another operator. */
    private static final String OPERATORS = "=!<>+-*/%&|^@:~";

    private final Tokens tokens;
    private final Syntax syntax;
    private final Found found;

    PythonAttributes(Tokens tokens, Syntax syntax, Found found) {
        this.tokens = tokens;
        this.syntax = syntax;
        this.found = found;
    }

    /** Reads {@code a: T = value}, {@code a = b = value} and {@code a, b = value}. */
    void statement(@Nullable PythonBlock around, int from, int end) {
        int name = name(around, from);
        if (name >= 0 && name + 2 < end && tokens.is(name + 1, ':')) {
            annotated(around, name, from, end);
            return;
        }
        List<Integer> equals = equals(from, end);
        int target = from;
        for (int sign : equals) {
            targets(
                    around,
                    target,
                    sign,
                    equals.get(equals.size() - 1) + 1,
                    syntax.span(from, end));
            target = sign + 1;
        }
    }

    private void annotated(@Nullable PythonBlock around, int name, int from, int end) {
        List<Integer> equals = equals(name + 2, end);
        int typeEnd = equals.isEmpty() ? end : equals.get(0);
        Span value = typeEnd < end ? syntax.span(typeEnd + 1, end) : Found.NONE;
        field(around, name, syntax.type(name + 2, typeEnd), value, syntax.span(from, end));
    }

    /** The equals signs that assign; behind a lambda they are of its parameters. */
    private List<Integer> equals(int from, int end) {
        List<Integer> signs = new ArrayList<>();
        for (int i = from; i < end && !tokens.is(i, "lambda"); i = tokens.next(i)) {
            if (tokens.is(i, '=') && !operator(i)) {
                signs.add(i);
            }
        }
        return signs;
    }

    private boolean operator(int i) {
        boolean joined = i > 0 && tokens.end(i - 1) == tokens.start(i);
        boolean behind =
                joined
                        && tokens.end(i - 1) - tokens.start(i - 1) == 1
                        && OPERATORS.contains(tokens.word(i - 1));
        return behind || (tokens.is(i + 1, '=') && tokens.end(i) == tokens.start(i + 1));
    }

    private void targets(@Nullable PythonBlock around, int from, int to, int value, Span all) {
        boolean bracketed = tokens.opens(from) && tokens.next(from) == to;
        List<int[]> targets = bracketed ? parts(from + 1, to - 1) : parts(from, to);
        int end = tokens.at(all.end());
        List<int[]> values = targets.size() == 1 ? List.of() : parts(value, end);
        boolean pairs = values.size() == targets.size();
        for (int i = 0; i < targets.size(); i++) {
            int[] target = targets.get(i);
            int name = name(around, tokens.is(target[0], '*') ? target[0] + 1 : target[0]);
            Span its =
                    targets.size() == 1
                            ? syntax.span(value, end)
                            : pairs ? syntax.span(values.get(i)[0], values.get(i)[1]) : Found.NONE;
            if (name >= 0 && name + 1 == target[1]) {
                field(around, name, "", its, all);
            }
        }
    }

    private List<int[]> parts(int from, int end) {
        List<int[]> parts = new ArrayList<>();
        int start = from;
        for (int i = from; i <= end; i = i == end ? end + 1 : Math.min(end, tokens.next(i))) {
            if (i == end || tokens.is(i, ',')) {
                if (start < i) {
                    parts.add(new int[] {start, i});
                }
                start = i + 1;
            }
        }
        return parts;
    }

    /** The name that is assigned to, when it is one that others see; else -1. */
    private int name(@Nullable PythonBlock around, int token) {
        if (around == null || around.ofClass()) {
            return tokens.isWord(token) && !NO_NAMES.contains(tokens.word(token)) ? token : -1;
        }
        boolean attribute =
                !around.self().isEmpty()
                        && tokens.is(token, around.self())
                        && tokens.is(token + 1, '.')
                        && tokens.isWord(token + 2);
        return attribute ? token + 2 : -1;
    }

    private void field(@Nullable PythonBlock around, int name, String type, Span value, Span all) {
        String word = tokens.word(name);
        boolean first = around == null || around.seen().add(word);
        if (around != null && !around.ofClass() && !first) {
            return;
        }
        found.member(
                around == null ? Found.FILE : around.owner(),
                new MemberHead(
                        word,
                        MemberKind.FIELD,
                        Set.of(),
                        type,
                        List.of(),
                        List.of(),
                        List.of(),
                        all,
                        all,
                        value,
                        Found.NONE,
                        false));
    }
}
