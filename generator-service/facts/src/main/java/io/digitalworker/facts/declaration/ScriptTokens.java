package io.digitalworker.facts.declaration;

import io.digitalworker.facts.lexer.Tokens;
import io.digitalworker.facts.syntax.Dialect;
import io.digitalworker.facts.syntax.Span;
import io.digitalworker.facts.syntax.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Where things of TypeScript and JavaScript end: types, statements, type parameters, decorators. */
final class ScriptTokens {
    /** How many tokens are looked at for an end that may be missing: keeps the time linear. */
    private static final int MAX_LOOK = 1_000;

    private static final Set<String> BEFORE_TYPE =
            Set.of("keyof", "readonly", "unique", "infer", "asserts", "typeof", "new", "abstract");

    private static final Set<String> BEFORE_OPERAND =
            Set.of(
                    "typeof",
                    "await",
                    "new",
                    "extends",
                    "in",
                    "of",
                    "instanceof",
                    "as",
                    "satisfies",
                    "void",
                    "delete",
                    "yield",
                    "async",
                    "else");

    private static final Set<String> INFIX = Set.of("in", "instanceof", "as", "satisfies");

    private final Tokens tokens;
    private final Syntax syntax;

    ScriptTokens(Tokens tokens) {
        this.tokens = tokens;
        this.syntax = new Syntax(Dialect.SCRIPT, tokens);
    }

    Tokens tokens() {
        return tokens;
    }

    Syntax syntax() {
        return syntax;
    }

    Span span(int from, int to) {
        return syntax.span(from, to);
    }

    /** What stands between the bracket that a token opens and its partner. */
    Span inside(int open) {
        int start = tokens.end(open);
        return new Span(start, Math.max(start, tokens.start(tokens.partner(open))));
    }

    /** Whether a token may name a member. */
    boolean isName(int token) {
        return tokens.isWord(token) || tokens.isString(token) || isNumber(token);
    }

    private boolean isNumber(int token) {
        String word = tokens.word(token);
        return !word.isEmpty() && Character.isDigit(word.charAt(0));
    }

    /** A name as it is used: strings without their quotes. */
    String name(int token) {
        String word = tokens.word(token);
        return tokens.isString(token) && word.length() > 2
                ? word.substring(1, word.length() - 1)
                : word;
    }

    /** Whether two tokens touch. */
    boolean joined(int left, int right) {
        return tokens.end(left) == tokens.start(right);
    }

    /** Behind the decorators that begin here. */
    int afterDecorators(int from) {
        int i = from;
        while (tokens.is(i, '@')) {
            i = tokens.is(i + 1, '(') ? tokens.next(i + 1) : i + 2;
            while (tokens.is(i, '.')) {
                i += 2;
            }
            i = tokens.is(i, '<') ? Math.max(i, anglesEnd(i)) : i;
            i = tokens.is(i, '(') ? tokens.next(i) : i;
        }
        return i;
    }

    /** Behind the angle brackets that a token opens; the token itself if they do not close. */
    int anglesEnd(int open) {
        int depth = 0;
        int i = open;
        for (int n = 0; n < MAX_LOOK && i < tokens.size(); n++) {
            if (tokens.is(i, '<')) {
                depth++;
            } else if (tokens.is(i, '>') && --depth == 0) {
                return i + 1;
            } else if (tokens.is(i, ';') || closes(i)) {
                return open;
            }
            i = tokens.next(i);
        }
        return open;
    }

    boolean closes(int token) {
        return tokens.is(token, '}') || tokens.is(token, ')') || tokens.is(token, ']');
    }

    /** The names of the type parameters in the angle brackets that a token opens. */
    List<String> typeParameters(int open) {
        List<String> names = new ArrayList<>();
        if (tokens.is(open, '<')) {
            for (int[] part : parts(open + 1, anglesEnd(open) - 1)) {
                int i = part[0];
                while (i + 1 < part[1] && (variance(i) || !tokens.isWord(i))) {
                    i++;
                }
                names.add(tokens.word(i));
            }
        }
        return names;
    }

    private boolean variance(int i) {
        boolean word = tokens.is(i, "const") || tokens.is(i, "in") || tokens.is(i, "out");
        return word && tokens.isWord(i + 1) && !tokens.is(i + 1, "extends");
    }

    /** What commas part, brackets of all kinds apart: first token and end of each. */
    List<int[]> parts(int from, int to) {
        return parts(from, to, true);
    }

    /** What commas part, where an angle bracket compares or shifts. */
    List<int[]> values(int from, int to) {
        return parts(from, to, false);
    }

    private List<int[]> parts(int from, int to, boolean types) {
        List<int[]> parts = new ArrayList<>();
        int start = from;
        int i = from;
        while (i < to) {
            if (tokens.is(i, ',')) {
                add(parts, start, i);
                start = i + 1;
            }
            int angles = types && tokens.is(i, '<') ? anglesEnd(i) : i;
            i = angles > i ? angles : tokens.next(i);
        }
        add(parts, start, to);
        return parts;
    }

    private static void add(List<int[]> parts, int from, int to) {
        if (from < to) {
            parts.add(new int[] {from, to});
        }
    }

    /** Behind the type that begins here; where it begins if there is none. */
    int typeEnd(int from) {
        int i = from;
        int end = from;
        int conditions = 0;
        while (i < tokens.size()) {
            int operand = operandEnd(i);
            if (operand <= i) {
                return end;
            }
            i = operand;
            end = operand;
            if (tokens.isArrow(i) && parametersOfType(i - 1)) {
                i++;
            } else if (tokens.is(i, '|') || tokens.is(i, '&')) {
                i++;
            } else if (tokens.is(i, "is") || tokens.is(i, "extends")) {
                conditions += tokens.is(i, "extends") ? 1 : 0;
                i++;
            } else if (conditions > 0 && (tokens.is(i, '?') || tokens.is(i, ':'))) {
                conditions -= tokens.is(i, ':') ? 1 : 0;
                i++;
            } else {
                return i;
            }
        }
        return i;
    }

    /** Whether a bracket closes parameters, where {@code (A | B)} would be a type in brackets. */
    private boolean parametersOfType(int close) {
        if (!tokens.is(close, ')')) {
            return false;
        }
        int first = tokens.partner(close) + 1;
        int next = tokens.next(first);
        boolean empty = first == close || tokens.is(first, '.');
        boolean named = tokens.isWord(first) || tokens.opens(first);
        boolean ends =
                next == close
                        || tokens.is(next, ':')
                        || tokens.is(next, ',')
                        || tokens.is(next, '?')
                        || tokens.is(next, '=');
        return empty || (named && ends);
    }

    /** Behind one operand of a type; {@code from} if none begins there. */
    private int operandEnd(int from) {
        int i = from;
        while (prefix(i)) {
            i++;
        }
        if (tokens.is(i, '<')) {
            i = Math.max(i, anglesEnd(i));
        }
        if (tokens.opens(i)) {
            return postfixEnd(tokens.next(i));
        }
        if (tokens.is(i, '*')) {
            return i + 1;
        }
        i = tokens.is(i, '-') ? i + 1 : i;
        boolean imported = tokens.is(i, "import") && tokens.is(i + 1, '(');
        return isName(i) ? postfixEnd(imported ? tokens.next(i + 1) : i + 1) : from;
    }

    private boolean prefix(int i) {
        boolean symbol =
                tokens.is(i, '|') || tokens.is(i, '&') || tokens.is(i, '?') || tokens.is(i, '%');
        boolean word = BEFORE_TYPE.contains(tokens.word(i)) && !endsType(i + 1);
        return symbol || word;
    }

    private boolean endsType(int i) {
        return i >= tokens.size()
                || (!isName(i)
                        && !tokens.is(i, '(')
                        && !tokens.is(i, '[')
                        && !tokens.is(i, '{')
                        && !tokens.is(i, '<'));
    }

    private int postfixEnd(int from) {
        int i = from;
        while (i < tokens.size()) {
            if (tokens.is(i, '.') && isName(i + 1)) {
                i += 2;
            } else if (tokens.is(i, '[') && !tokens.firstOnLine(i)) {
                i = tokens.next(i);
            } else if (tokens.is(i, '<') && anglesEnd(i) > i) {
                i = anglesEnd(i);
            } else {
                return i;
            }
        }
        return i;
    }

    /**
     * The token behind an expression: a semicolon, a comma, a closing bracket, or the first of a line
     * that does not go on with it.
     */
    int expressionEnd(int from) {
        int i = from;
        int complete = -1;
        while (i < tokens.size()) {
            if (tokens.inElement(i)) {
                i = tokens.next(i);
                continue;
            }
            boolean ends = tokens.is(i, ';') || tokens.is(i, ',') || closes(i);
            boolean line = i > from && tokens.firstOnLine(i);
            if (ends || (line && !(i == complete ? leads(i) : goesOn(i)))) {
                return i;
            }
            int next = after(i, from);
            complete = next > i + 1 && !tokens.opens(i) ? next : complete;
            i = next;
        }
        return tokens.size();
    }

    private int after(int i, int from) {
        boolean typed = tokens.is(i, "as") || tokens.is(i, "satisfies");
        if (typed && i > from && !tokens.is(i - 1, '.')) {
            return Math.max(i + 1, typeEnd(i + 1));
        }
        if (tokens.is(i, '<') && tokens.isWord(i - 1) && joined(i - 1, i)) {
            int end = anglesEnd(i);
            boolean called = tokens.is(end, '(') || word(end).startsWith("`");
            return end > i && called ? end : i + 1;
        }
        return tokens.next(i);
    }

    private String word(int token) {
        return tokens.isString(token) ? tokens.word(token) : "";
    }

    /** Whether the first token of a line goes on with the line before. */
    boolean goesOn(int i) {
        int last = i - 1;
        boolean property = tokens.is(last - 1, '.');
        if (BEFORE_OPERAND.contains(tokens.word(last)) && !property) {
            return true;
        }
        boolean complete =
                tokens.isWord(last)
                        || tokens.isString(last)
                        || isNumber(last)
                        || closes(last)
                        || postfix(last)
                        || (tokens.is(last, '>') && tokens.inElement(last));
        return !complete || leads(i);
    }

    private boolean postfix(int last) {
        boolean twice =
                (tokens.is(last, '+') && tokens.is(last - 1, '+'))
                        || (tokens.is(last, '-') && tokens.is(last - 1, '-'));
        return (twice && joined(last - 1, last))
                || (tokens.is(last, '!') && joined(last - 1, last));
    }

    /** Whether a line that begins so is no statement of its own. */
    private boolean leads(int i) {
        if (tokens.isWord(i)) {
            return INFIX.contains(tokens.word(i)) && !tokens.is(i + 1, ':');
        }
        if (tokens.is(i, '!')) {
            return tokens.is(i + 1, '=') && joined(i, i + 1);
        }
        boolean twice =
                (tokens.is(i, '+') && tokens.is(i + 1, '+'))
                        || (tokens.is(i, '-') && tokens.is(i + 1, '-'));
        return !twice
                && !(tokens.isString(i) && !tokens.word(i).startsWith("`"))
                && !isNumber(i)
                && !tokens.is(i, '@')
                && !tokens.is(i, '{')
                && !tokens.is(i, '}')
                && !tokens.is(i, ';')
                && !tokens.is(i, '~');
    }
}
