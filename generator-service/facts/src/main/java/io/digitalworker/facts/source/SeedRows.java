package io.digitalworker.facts.source;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The texts of secret columns in the rows that an SQL statement puts in. */
final class SeedRows {
    private static final Pattern SECRET =
            Pattern.compile(
                    "(?i).*(?:password|passwd|pwd|passphrase|secret|token|salt|api_?key|private_?key"
                            + "|access_?key|pass_?hash).*");
    private static final int LONGEST_HEAD = 4_000;
    private static final int SHORTEST = 4;

    private final String text;
    private final List<int[]> spans;
    private int at;

    private SeedRows(String text, int at, List<int[]> spans) {
        this.text = text;
        this.at = at;
        this.spans = spans;
    }

    /**
     * Adds the spans of the texts, for a statement that starts at {@code at}.
     *
     * @return the end of what was read
     */
    static int secrets(String text, int at, List<int[]> spans) {
        SeedRows rows = new SeedRows(text, at, spans);
        List<Boolean> columns = rows.columns();
        if (columns.contains(true) && rows.values()) {
            while (rows.opens()) {
                rows.row(columns);
            }
        }
        return Math.max(rows.at, at + 1);
    }

    /** Of each column named before the values, whether it holds secrets; none if none is named. */
    private List<Boolean> columns() {
        int limit = Math.min(text.length(), at + LONGEST_HEAD);
        int open = text.indexOf('(', at);
        int close = text.indexOf(')', at);
        if (open < 0 || close < open || close > limit) {
            return List.of();
        }
        List<Boolean> columns = new ArrayList<>();
        for (String name : text.substring(open + 1, close).split(",", -1)) {
            columns.add(SECRET.matcher(name.strip()).matches());
        }
        at = close + 1;
        return columns;
    }

    private boolean values() {
        skipSpace();
        boolean values = text.regionMatches(true, at, "values", 0, 6);
        at += values ? 6 : 0;
        return values;
    }

    private boolean opens() {
        skipSpace();
        if (at < text.length() && text.charAt(at) == ',') {
            at++;
            skipSpace();
        }
        return at < text.length() && text.charAt(at) == '(';
    }

    private void skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private void row(List<Boolean> columns) {
        int column = 0;
        int depth = 0;
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\'') {
                literal(column < columns.size() && columns.get(column));
            } else if (c == '(') {
                depth++;
            } else if (c == ')' && --depth == 0) {
                at++;
                return;
            } else if (c == ',' && depth == 1) {
                column++;
            }
        }
    }

    /** Ends with the quote at its end; a doubled quote is part of it. */
    private void literal(boolean secret) {
        int start = at + 1;
        at++;
        while (at < text.length() && (text.charAt(at) != '\'' || text.startsWith("''", at))) {
            at += text.startsWith("''", at) ? 2 : 1;
        }
        if (secret && at - start >= SHORTEST) {
            spans.add(new int[] {start, Math.min(at, text.length())});
        }
    }
}
