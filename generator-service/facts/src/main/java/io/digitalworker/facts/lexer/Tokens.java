package io.digitalworker.facts.lexer;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The tokens of a text without comments and white space, nested by brackets. Kept in arrays: a token
 * costs 13 bytes. Asking beyond the last token is answered, not punished, so that scanners need no
 * checks of their own.
 */
public final class Tokens {
    private final String text;
    private byte[] kinds = new byte[256];
    private int[] starts = new int[256];
    private int[] ends = new int[256];
    private int[] partners = new int[0];
    private final BitSet lineStarts = new BitSet();
    private final BitSet ofElements = new BitSet();
    private int count;

    /** What a token is: brackets and operators are symbols. */
    static final byte WORD = 0;

    static final byte NUMBER = 1;
    static final byte STRING = 2;
    static final byte SYMBOL = 3;

    Tokens(String text) {
        this.text = text;
    }

    void add(byte kind, int start, int end, boolean firstOnLine) {
        if (count == kinds.length) {
            kinds = Arrays.copyOf(kinds, count * 2);
            starts = Arrays.copyOf(starts, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
        }
        kinds[count] = kind;
        starts[count] = start;
        ends[count] = end;
        lineStarts.set(count, firstOnLine);
        count++;
    }

    /** Whether the token that was added last is of a JSX element. */
    void ofElement(boolean is) {
        if (is) {
            ofElements.set(count - 1);
        }
    }

    Tokens nested() {
        partners = Nesting.partners(this);
        return this;
    }

    public int size() {
        return count;
    }

    /** Offset of a token's first character; beyond the last token, the length of the text. */
    public int start(int token) {
        return token < count ? starts[token] : text.length();
    }

    /** Offset behind a token's last character. */
    public int end(int token) {
        return token < 0 ? 0 : token < count ? ends[token] : text.length();
    }

    /** The first token that starts at or behind an offset; {@link #size()} if there is none. */
    public int at(int offset) {
        int found = Arrays.binarySearch(starts, 0, count, offset);
        return found >= 0 ? found : -found - 1;
    }

    /** The hash of a token's characters, as {@link String#hashCode()} has it. */
    public int hash(int token) {
        int hash = 0;
        for (int i = starts[token]; i < ends[token]; i++) {
            hash = 31 * hash + text.charAt(i);
        }
        return hash;
    }

    /** The text that the tokens are of. */
    public String text() {
        return text;
    }

    /** Whether the token is the first of its line. */
    public boolean firstOnLine(int token) {
        return token >= count || lineStarts.get(token);
    }

    /**
     * Whether the token is of a JSX element; the angle bracket that opens the outermost one is not,
     * nor is code in braces.
     */
    public boolean inElement(int token) {
        return token >= 0 && token < count && ofElements.get(token);
    }

    /** How far the token's line is indented, a tab counting as eight columns at most. */
    public int column(int token) {
        int column = 0;
        for (int i = text.lastIndexOf('\n', start(token) - 1) + 1; i < start(token); i++) {
            char c = text.charAt(i);
            column = c == '\f' ? 0 : c == '\t' ? (column / 8 + 1) * 8 : column + 1;
        }
        return column;
    }

    public boolean isWord(int token) {
        return is(token, WORD);
    }

    public boolean isNumber(int token) {
        return is(token, NUMBER);
    }

    /** Whether the token is a bracket or an operator. */
    public boolean isSymbol(int token) {
        return is(token, SYMBOL);
    }

    public boolean isString(int token) {
        return is(token, STRING);
    }

    private boolean is(int token, byte kind) {
        return token >= 0 && token < count && kinds[token] == kind;
    }

    /** Whether the token is this symbol of one character. */
    public boolean is(int token, char symbol) {
        return is(token, SYMBOL)
                && ends[token] - starts[token] == 1
                && text.charAt(starts[token]) == symbol;
    }

    /** Whether the token begins with this character. */
    public boolean starts(int token, char first) {
        return token >= 0 && token < count && text.charAt(starts[token]) == first;
    }

    /** Whether the token is {@code =>} (or {@code ->}). */
    public boolean isArrow(int token) {
        return is(token, SYMBOL) && ends[token] - starts[token] == 2;
    }

    /** Whether the token is exactly this word. */
    public boolean is(int token, String word) {
        return is(token, WORD)
                && ends[token] - starts[token] == word.length()
                && text.startsWith(word, starts[token]);
    }

    /** The characters of a token; empty beyond the last. */
    public String word(int token) {
        return token >= 0 && token < count ? text.substring(starts[token], ends[token]) : "";
    }

    /** First character of a symbol; zero for any other token. */
    char symbol(int token) {
        return is(token, SYMBOL) && ends[token] - starts[token] == 1
                ? text.charAt(starts[token])
                : 0;
    }

    public boolean opens(int token) {
        return is(token, '(') || is(token, '[') || is(token, '{');
    }

    /**
     * The closing bracket of an opening one, the opening of a closing one; {@link #size()} when an
     * opening one is never closed, the token itself for everything else.
     */
    public int partner(int token) {
        return token >= 0 && token < count ? partners[token] : token;
    }

    /** The token after this one, or after the closing bracket when this one opens. */
    public int next(int token) {
        return (opens(token) ? Math.max(token, partner(token)) : token) + 1;
    }
}
