package io.digitalworker.facts.source;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The redacted text of a file, with line ends as {@code \n} and its lines counted from 1. */
public final class SourceText {
    private final String text;

    /** Found once somebody asks for a line. */
    private volatile int @Nullable [] starts;

    SourceText(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    /** How many lines there are; a last line without line end counts. */
    public int lines() {
        return starts().length;
    }

    /** The line of a character, counted from 1. */
    public int lineOf(int offset) {
        int found = Arrays.binarySearch(starts(), offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** The lines {@code first} to {@code last}, both inclusive and cut to what is there. */
    public String lines(int first, int last) {
        int[] starts = starts();
        int from = Math.max(1, first);
        int to = Math.min(last, starts.length);
        if (from > to) {
            return "";
        }
        int end = to == starts.length ? text.length() : starts[to];
        return text.substring(starts[from - 1], end);
    }

    /** One line without its line end; empty when there is no such line. */
    public String line(int number) {
        String line = lines(number, number);
        return line.endsWith("\n") ? line.substring(0, line.length() - 1) : line;
    }

    static int countLines(String text) {
        int lines = 0;
        for (int at = 0; at < text.length(); lines++) {
            int end = text.indexOf('\n', at);
            at = end < 0 ? text.length() : end + 1;
        }
        return lines;
    }

    private int[] starts() {
        int[] known = starts;
        if (known == null) {
            known = lineStarts(text);
            starts = known;
        }
        return known;
    }

    private static int[] lineStarts(String text) {
        int[] starts = new int[Math.max(16, text.length() / 24)];
        int count = 0;
        for (int at = 0; at < text.length(); ) {
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, count * 2);
            }
            starts[count++] = at;
            int end = text.indexOf('\n', at);
            at = end < 0 ? text.length() : end + 1;
        }
        return Arrays.copyOf(starts, count);
    }
}
