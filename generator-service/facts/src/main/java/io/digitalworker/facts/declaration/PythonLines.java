package io.digitalworker.facts.declaration;

import io.digitalworker.facts.lexer.Tokens;
import java.util.Arrays;

/** The logical lines of Python: where each begins, how far it is indented, where its block ends. */
final class PythonLines {
    private final Tokens tokens;
    private int[] starts = new int[64];
    private int[] columns = new int[64];
    private int[] blockEnds = new int[0];
    private int count;

    PythonLines(Tokens tokens) {
        this.tokens = tokens;
        for (int i = 0; i < tokens.size(); i = next(i)) {
            if (tokens.firstOnLine(i)) {
                add(i);
            }
        }
        findBlocks();
    }

    /** Behind a token, or behind the bracket that closes it; a bracket that none closes is passed over. */
    private int next(int token) {
        return tokens.partner(token) >= tokens.size() ? token + 1 : tokens.next(token);
    }

    private void add(int token) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
            columns = Arrays.copyOf(columns, count * 2);
        }
        starts[count] = token;
        columns[count] = tokens.column(token);
        count++;
    }

    private void findBlocks() {
        blockEnds = new int[count];
        int[] waiting = new int[count];
        int depth = 0;
        for (int line = 0; line < count; line++) {
            while (depth > 0 && columns[waiting[depth - 1]] >= columns[line]) {
                blockEnds[waiting[--depth]] = line;
            }
            waiting[depth++] = line;
        }
        while (depth > 0) {
            blockEnds[waiting[--depth]] = count;
        }
    }

    int count() {
        return count;
    }

    /** First token of a line; that of one beyond the last is the number of tokens. */
    int start(int line) {
        return line < count ? starts[line] : tokens.size();
    }

    /** Token behind a line. */
    int end(int line) {
        return start(line + 1);
    }

    int column(int line) {
        return columns[line];
    }

    /** The line behind those that are indented deeper than this one. */
    int blockEnd(int line) {
        return blockEnds[line];
    }
}
