package io.digitalworker.facts.data;

/** A text that is read from left to right, line by line. */
final class LineText {
    private final String text;
    private int next;
    private int start;
    private int end;
    private int number;

    LineText(String text) {
        this.text = text;
    }

    /** Moves to the next line; false at the end. */
    boolean advance() {
        if (next >= text.length()) {
            return false;
        }
        start = next;
        int lineEnd = text.indexOf('\n', start);
        end = lineEnd < 0 ? text.length() : lineEnd;
        next = end + 1;
        number++;
        return true;
    }

    /** Continues at an offset, which is not before this line. */
    void jump(int offset) {
        for (int at = start; at < offset; at++) {
            number += text.charAt(at) == '\n' ? 1 : 0;
        }
        start = offset;
        int lineEnd = text.indexOf('\n', offset);
        end = lineEnd < 0 ? text.length() : lineEnd;
        next = end + 1;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    /** Counted from 1. */
    int number() {
        return number;
    }

    /** The first character of the line that is no blank; its end if there is none. */
    int firstInk() {
        return skipBlanks(start, end);
    }

    int skipBlanks(int from, int to) {
        int at = from;
        while (at < to && text.charAt(at) <= ' ') {
            at++;
        }
        return at;
    }

    int trimEnd(int from, int to) {
        int at = to;
        while (at > from && text.charAt(at - 1) <= ' ') {
            at--;
        }
        return at;
    }
}
