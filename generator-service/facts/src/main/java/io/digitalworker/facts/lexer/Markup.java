package io.digitalworker.facts.lexer;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSX within a script: where a tag, the text behind it, or code in braces is being read. An angle
 * bracket that no tag further down closes is none of an element: a type assertion, a generic function.
 */
final class Markup {
    private static final byte CODE = 0;
    private static final byte TAG = 1;
    private static final byte TEXT = 2;
    private static final byte CLOSING_TAG = 3;

    private final String text;
    private byte[] modes = new byte[16];

    /** Of code: open braces; of a tag: open angle brackets of type arguments. */
    private int[] counts = new int[16];

    /** Where the element's angle bracket stands. */
    private int[] starts = new int[16];

    private int depth;

    /** Where an element of a name is closed last; made when the first element is seen. */
    private @Nullable Map<String, Integer> lastClosings;

    private int lastSelfClosing;

    Markup(String text) {
        this.text = text;
    }

    private boolean in(byte mode) {
        return depth > 0 && modes[depth - 1] == mode;
    }

    /** Between tags, where nothing but a brace or an angle bracket is a token. */
    boolean inText() {
        return in(TEXT);
    }

    boolean inTag() {
        return in(TAG);
    }

    /** Whether a token here is of an element, its first angle bracket and code in braces apart. */
    boolean inElement() {
        return depth > 0 && !in(CODE);
    }

    /** The next angle bracket or brace. */
    int textEnd(int from, int to) {
        int i = from;
        while (i < to && text.charAt(i) != '<' && text.charAt(i) != '{') {
            i++;
        }
        return i;
    }

    /** Takes note of a symbol that becomes a token; {@code before} is the one right before it. */
    void symbol(char c, int at, char before, boolean afterOperand) {
        if (depth == 0 || in(CODE)) {
            code(c, at, afterOperand);
        } else if (in(TEXT)) {
            if (c == '{') {
                push(CODE, at);
            } else if (c == '<') {
                push(text.startsWith("</", at) ? CLOSING_TAG : TAG, at);
            }
        } else if (in(TAG)) {
            tag(c, at, before);
        } else if (c == '>') {
            depth = Math.max(0, depth - 2);
        }
    }

    private void code(char c, int at, boolean afterOperand) {
        if (c == '<' && !afterOperand && beginsElement(at)) {
            push(TAG, at);
        } else if (depth > 0 && (c == '{' || c == '}')) {
            counts[depth - 1] += c == '{' ? 1 : -1;
            depth -= counts[depth - 1] < 0 ? 1 : 0;
        }
    }

    private void tag(char c, int at, char before) {
        if (c == '{') {
            push(CODE, at);
        } else if (c == '<' && before == '=') {
            push(TAG, at);
        } else if (c == '<') {
            counts[depth - 1]++;
        } else if (c == '>' && counts[depth - 1] > 0) {
            counts[depth - 1]--;
        } else if (c == '>') {
            tagEnd(at, before);
        }
    }

    private void tagEnd(int at, char before) {
        if (before == '/' || !closedBehind(name(starts[depth - 1]), at)) {
            depth--;
        } else {
            modes[depth - 1] = TEXT;
        }
    }

    private void push(byte mode, int at) {
        if (depth == modes.length) {
            modes = Arrays.copyOf(modes, depth * 2);
            counts = Arrays.copyOf(counts, depth * 2);
            starts = Arrays.copyOf(starts, depth * 2);
        }
        modes[depth] = mode;
        counts[depth] = 0;
        starts[depth] = at;
        depth++;
    }

    private boolean beginsElement(int at) {
        if (at + 1 >= text.length()) {
            return false;
        }
        char next = text.charAt(at + 1);
        if (next != '>' && !Character.isJavaIdentifierStart(next)) {
            return false;
        }
        String name = name(at);
        return !typeParameter(name, at + 1 + name.length())
                && (closedBehind(name, at) || (!name.isEmpty() && lastSelfClosing > at));
    }

    /** {@code <T,>}, {@code <T extends X>}, {@code <const T>}. */
    private boolean typeParameter(String name, int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) <= ' ') {
            i++;
        }
        boolean comma = i < text.length() && text.charAt(i) == ',';
        int behind = i + "extends".length();
        boolean bound =
                text.startsWith("extends", i)
                        && behind < text.length()
                        && text.charAt(behind) <= ' '
                        && i > from;
        return comma || bound || name.equals("const");
    }

    private boolean closedBehind(String name, int at) {
        return closings().getOrDefault(name, -1) > at;
    }

    /** The name that follows an angle bracket; empty for a fragment. */
    private String name(int bracket) {
        return text.substring(bracket + 1, nameEnd(bracket + 1));
    }

    private int nameEnd(int from) {
        int i = from;
        while (i < text.length() && isOfName(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isOfName(char c) {
        return Character.isJavaIdentifierPart(c) || c == '.' || c == '-' || c == ':';
    }

    private Map<String, Integer> closings() {
        if (lastClosings == null) {
            lastClosings = new HashMap<>();
            for (int at = text.indexOf("</"); at >= 0; at = text.indexOf("</", at + 2)) {
                int from = at + 2;
                while (from < text.length() && text.charAt(from) == ' ') {
                    from++;
                }
                lastClosings.put(text.substring(from, nameEnd(from)), at);
            }
            lastSelfClosing = text.lastIndexOf("/>");
        }
        return lastClosings;
    }
}
