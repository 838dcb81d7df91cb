package io.digitalworker.facts.framework.calls;

import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.lexer.Tokens;
import io.digitalworker.facts.syntax.Dialect;
import java.util.Set;

/** Where a chain begins and ends, told by its tokens. */
final class ChainShape {
    private static final Set<String> NO_CALL =
            Set.of(
                    "if",
                    "for",
                    "foreach",
                    "while",
                    "switch",
                    "catch",
                    "using",
                    "lock",
                    "return",
                    "typeof",
                    "nameof",
                    "sizeof",
                    "default",
                    "function",
                    "synchronized",
                    "when",
                    "await",
                    "in",
                    "not",
                    "and",
                    "or",
                    "is",
                    "else",
                    "fixed",
                    "checked",
                    "async",
                    "elif",
                    "except",
                    "assert",
                    "print",
                    "import",
                    "require",
                    "throw",
                    "new",
                    "lambda",
                    "yield",
                    "del",
                    "raise",
                    "case",
                    "try",
                    "with");
    private final CodeFile file;
    private final Tokens tokens;

    ChainShape(CodeFile file) {
        this.file = file;
        this.tokens = file.tokens();
    }

    /** Whether a word before a bracket is one of the language, or the name of what is declared. */
    boolean isNoCall(int start, int paren) {
        return NO_CALL.contains(tokens.word(start)) || declaration(start, paren);
    }

    /** Whether a word goes on with what stands before it. */
    boolean continues(int word) {
        boolean dot = tokens.is(word - 1, '.') && !tokens.is(word - 2, '.');
        boolean colons = tokens.is(word - 1, ':') && tokens.is(word - 2, ':');
        return dot || colons;
    }

    /** Whether a chain of more than a name begins with a word. */
    boolean opens(int word, int next) {
        if (tokens.is(next, '.')) {
            return true;
        }
        if (tokens.is(next, '(')) {
            return true;
        }
        boolean marked = tokens.is(next, '?') || tokens.is(next, '!');
        if (marked && tokens.is(next + 1, '.')) {
            return true;
        }
        if (tokens.is(next, '<')) {
            return tokens.is(word - 1, "new") || angles(next) > 0;
        }
        boolean reference = tokens.is(next, ':') && tokens.is(next + 1, ':');
        return reference || (tokens.is(next, '{') && tokens.is(word - 1, "new"));
    }

    /** The round bracket behind type arguments that open at a token; -1 if there is none. */
    int angles(int open) {
        int depth = 0;
        for (int i = open; i < open + 24 && i < tokens.size(); i++) {
            if (tokens.is(i, '<')) {
                depth++;
            } else if (tokens.is(i, '>')) {
                depth--;
                if (depth == 0) {
                    return tokens.is(i + 1, '(') ? i + 1 : -1;
                }
            } else if (!tokens.isWord(i) && !typeSymbol(i)) {
                return -1;
            }
        }
        return -1;
    }

    private boolean typeSymbol(int i) {
        return tokens.is(i, ',')
                || tokens.is(i, '.')
                || tokens.is(i, '?')
                || tokens.is(i, '[')
                || tokens.is(i, ']');
    }

    /** A local function's head: {@code Type name(…) {}}. */
    boolean declaration(int start, int paren) {
        boolean headed = tokens.is(start - 1, "function") || tokens.is(start - 1, "def");
        boolean block = tokens.is(tokens.next(paren), '{') && file.dialect() == Dialect.SCRIPT;
        return headed || tokens.is(start - 1, '@') || block;
    }

    int paren(int at) {
        return tokens.is(at, '(') ? at : tokens.is(at, '<') ? angles(at) : -1;
    }

    /** {@code (await a.b()).c()}: the bracket holds nothing but the chain. */
    boolean bracketed(int close, int start) {
        int before = start - 1;
        while (tokens.is(before, "await") || tokens.is(before, "new")) {
            before--;
        }
        boolean plain = !tokens.isWord(before - 1) || tokens.is(before - 1, "await");
        return before >= 0 && tokens.partner(close) == before && plain;
    }
}
