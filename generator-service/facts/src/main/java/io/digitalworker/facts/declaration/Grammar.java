package io.digitalworker.facts.declaration;

import io.digitalworker.facts.lexer.Tokens;
import io.digitalworker.facts.syntax.Span;
import io.digitalworker.facts.syntax.Syntax;
import java.util.ArrayList;
import java.util.List;

/**
 * Where names, types and annotations of C# and Java end. Places are numbers of tokens; {@link #NONE}
 * stands for what is not there.
 */
final class Grammar {
    static final int NONE = -1;

    /** Longer or deeper lists of type arguments are none: keeps the time linear whatever the text. */
    private static final int MAX_ARGUMENTS = 400;

    private static final int MAX_DEPTH = 24;

    private final Tokens tokens;
    private final Syntax syntax;
    private final Vocabulary vocabulary;

    Grammar(Tokens tokens, Vocabulary vocabulary) {
        this.tokens = tokens;
        this.syntax = new Syntax(vocabulary.dialect(), tokens);
        this.vocabulary = vocabulary;
    }

    Tokens tokens() {
        return tokens;
    }

    Syntax syntax() {
        return syntax;
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    boolean java() {
        return vocabulary == Vocabulary.JAVA;
    }

    boolean csharp() {
        return vocabulary == Vocabulary.CSHARP;
    }

    /** Whether the token may be a name. */
    boolean names(int token) {
        return tokens.isWord(token) && vocabulary.name(tokens.word(token));
    }

    /** A name without C#'s sign that it is no keyword. */
    String name(int token) {
        String word = tokens.word(token);
        return word.length() > 1 && word.charAt(0) == '@' ? word.substring(1) : word;
    }

    Span span(int from, int to) {
        return syntax.span(from, to);
    }

    /** The characters of tokens, without what stands between them. */
    String written(int from, int to) {
        StringBuilder written = new StringBuilder();
        for (int i = from; i < to; i++) {
            written.append(name(i));
        }
        return written.toString();
    }

    /** The text between the brackets that a token opens. */
    Span within(int open) {
        return syntax.inside(open);
    }

    /** Behind the brackets that a token opens, at most behind the last token. */
    int afterBrackets(int open) {
        return Math.min(tokens.next(open), tokens.size());
    }

    /** Behind the type that begins at a token. */
    int afterType(int from) {
        int end = tokens.is(from, '(') && csharp() ? afterBrackets(from) : afterNamedType(from);
        return end == NONE ? NONE : afterSuffixes(end);
    }

    private int afterNamedType(int from) {
        if (tokens.is(from, "delegate") && tokens.is(from + 1, '*')) {
            return afterFunctionPointer(from + 2);
        }
        int i = from;
        while (true) {
            i = afterAnnotations(i);
            if (!tokens.isWord(i) || !vocabulary.type(tokens.word(i))) {
                return NONE;
            }
            i++;
            if (tokens.is(i, '<')) {
                i = afterAngles(i);
            }
            if (i != NONE && tokens.is(i, '.')) {
                i++;
            } else if (i != NONE && tokens.is(i, ':') && tokens.is(i + 1, ':')) {
                i += 2;
            } else {
                return i;
            }
        }
    }

    private int afterFunctionPointer(int from) {
        int i = tokens.isWord(from) ? from + 1 : from;
        i = tokens.is(i, '[') ? afterBrackets(i) : i;
        return tokens.is(i, '<') ? afterAngles(i) : NONE;
    }

    private int afterSuffixes(int from) {
        int i = from;
        while (true) {
            int bracket = afterAnnotations(i);
            if (tokens.is(i, '?') || tokens.is(i, '*')) {
                i++;
            } else if (rank(bracket)) {
                i = afterBrackets(bracket);
            } else {
                return i;
            }
        }
    }

    /** Whether {@code []} or {@code [,]} begins here. */
    private boolean rank(int open) {
        if (!tokens.is(open, '[')) {
            return false;
        }
        int i = open + 1;
        while (tokens.is(i, ',')) {
            i++;
        }
        return i == tokens.partner(open);
    }

    /** Behind the angle brackets that begin here, if they can hold type arguments or parameters. */
    int afterAngles(int open) {
        int depth = 0;
        int i = open;
        for (int n = 0; n < MAX_ARGUMENTS; n++) {
            if (tokens.is(i, '>') && --depth == 0) {
                return i + 1;
            }
            if (tokens.is(i, '<') && ++depth > MAX_DEPTH) {
                return NONE;
            }
            int next = afterArgumentToken(i);
            if (next == NONE) {
                return NONE;
            }
            i = next;
        }
        return NONE;
    }

    private int afterArgumentToken(int i) {
        if (tokens.is(i, '@')) {
            return afterAnnotation(i);
        }
        boolean tuple = tokens.is(i, '(') && (tokens.is(i - 1, '<') || tokens.is(i - 1, ','));
        if (tuple || tokens.is(i, '[')) {
            return afterBrackets(i);
        }
        return tokens.isWord(i) || isOneOf(i, "<>,.?:*&") ? i + 1 : NONE;
    }

    private boolean isOneOf(int token, String symbols) {
        for (int k = 0; k < symbols.length(); k++) {
            if (tokens.is(token, symbols.charAt(k))) {
                return true;
            }
        }
        return false;
    }

    /** The names of the type parameters within angle brackets. */
    List<String> typeParameters(int open, int after) {
        List<String> names = new ArrayList<>();
        int from = open + 1;
        for (int comma : commas(from, after - 1)) {
            int name = java() ? afterAnnotations(from) : comma - 1;
            if (name < comma && tokens.isWord(name)) {
                names.add(name(name));
            }
            from = comma + 1;
        }
        return names;
    }

    /** The commas that part a list, and its end; brackets and type arguments are passed over. */
    List<Integer> commas(int from, int end) {
        List<Integer> commas = new ArrayList<>();
        int i = from;
        while (i < end) {
            if (tokens.is(i, ',')) {
                commas.add(i);
            }
            int angles = tokens.is(i, '<') ? afterAngles(i) : NONE;
            i = angles == NONE ? tokens.next(i) : angles;
        }
        commas.add(end);
        return commas;
    }

    /** Behind Java's annotations that begin here. */
    int afterAnnotations(int from) {
        int i = from;
        while (tokens.is(i, '@') && !tokens.is(i + 1, "interface")) {
            i = afterAnnotation(i);
        }
        return i;
    }

    private int afterAnnotation(int from) {
        int i = from + 2;
        while (tokens.is(i, '.')) {
            i += 2;
        }
        return Math.min(tokens.size(), tokens.is(i, '(') ? afterBrackets(i) : i);
    }

    /** Where the expression that begins here ends: a semicolon, a comma before another name, or {@code end}. */
    int expressionEnd(int from, int end) {
        int i = from;
        while (i < end && !tokens.is(i, ';')) {
            if (tokens.is(i, ',') && declares(i + 1, end)) {
                return i;
            }
            int angles = tokens.is(i, '<') ? afterAngles(i) : NONE;
            boolean arguments = angles != NONE && isOneOf(angles, "()]}:;,.?[{=!|&^");
            i = arguments ? angles : tokens.next(i);
        }
        return Math.min(i, end);
    }

    private boolean declares(int name, int end) {
        boolean ends = name + 1 == end || isOneOf(name + 1, "=,;[");
        return name >= end || tokens.is(name, '[') || (tokens.isWord(name) && ends);
    }

    /** Behind the next semicolon, at most {@code end}. */
    int afterSemicolon(int from, int end) {
        int i = from;
        while (i < end && !tokens.is(i, ';')) {
            i = tokens.next(i);
        }
        return Math.min(i + 1, Math.max(end, from));
    }
}
