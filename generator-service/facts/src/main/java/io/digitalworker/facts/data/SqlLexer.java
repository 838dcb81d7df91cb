package io.digitalworker.facts.data;

import io.digitalworker.facts.syntax.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * The tokens of SQL in the dialects of SQL Server, PostgreSQL, MySQL, SQLite and Oracle. A quote that
 * is never closed ends with its line.
 */
final class SqlLexer {
    private static final int LONGEST_DOLLAR_TAG = 64;
    private static final int MOST_OPEN_DOLLARS = 16;

    private final String text;
    private final List<SqlToken> tokens = new ArrayList<>();
    private int at;
    private int lineEnd = -1;
    private boolean openString;
    private int openDollars;

    private SqlLexer(String text) {
        this.text = text;
    }

    static List<SqlToken> tokens(String text) {
        SqlLexer lexer = new SqlLexer(text);
        while (lexer.at < text.length()) {
            lexer.next();
        }
        return lexer.tokens;
    }

    private void next() {
        char c = text.charAt(at);
        if (c <= ' ' || Character.isWhitespace(c)) {
            at++;
        } else if (text.startsWith("--", at) || (c == '#' && lineStart())) {
            at = endOfLine();
        } else if (text.startsWith("/*", at)) {
            comment();
        } else if (c == '\'') {
            string();
        } else if (c == '"' || c == '`') {
            quotedName(c);
        } else if (c == '[' && bracketed()) {
            quotedName(']');
        } else if (c == '$' && dollarQuoted()) {
            return;
        } else if (isWordPart(c)) {
            word();
        } else {
            add(SqlToken.Kind.SYMBOL, at, at + 1, at + 1);
        }
    }

    /** MySQL's other comment; elsewhere {@code #} begins the name of a temporary table. */
    private boolean lineStart() {
        int before = at - 1;
        while (before >= 0 && (text.charAt(before) == ' ' || text.charAt(before) == '\t')) {
            before--;
        }
        return before < 0 || text.charAt(before) == '\n';
    }

    /** What MySQL alone is to execute ({@code /*!40101 … *}{@code /}) counts as written. */
    private void comment() {
        if (text.startsWith("/*!", at)) {
            at += 3;
            while (at < text.length() && Character.isDigit(text.charAt(at))) {
                at++;
            }
            return;
        }
        int end = text.indexOf("*/", at + 2);
        at = end < 0 ? text.length() : end + 2;
    }

    /** A bracket is a quote when a name follows; in PostgreSQL it may hold a number, or nothing. */
    private boolean bracketed() {
        char next = at + 1 < text.length() ? text.charAt(at + 1) : ']';
        return next != ']' && !Character.isDigit(next);
    }

    private void string() {
        int end = openString ? text.length() : at + 1;
        while (end < text.length() && (text.charAt(end) != '\'' || doubled(end))) {
            boolean pair = text.charAt(end) == '\'' || (text.charAt(end) == '\\' && escapes(end));
            end += pair ? 2 : 1;
        }
        if (end < text.length()) {
            add(SqlToken.Kind.STRING, at, end + 1, end + 1);
        } else {
            openString = true;
            add(SqlToken.Kind.SYMBOL, at, endOfLine(), endOfLine());
        }
    }

    private boolean doubled(int quote) {
        return quote + 1 < text.length() && text.charAt(quote + 1) == '\'';
    }

    private void quotedName(char close) {
        int lineEnd = endOfLine();
        int end = at + 1;
        while (end < lineEnd && text.charAt(end) != close) {
            end++;
        }
        if (end < lineEnd) {
            add(SqlToken.Kind.QUOTED_NAME, at + 1, end, end + 1);
        } else {
            add(SqlToken.Kind.SYMBOL, at, lineEnd, lineEnd);
        }
    }

    /** A backslash before a quote escapes it in MySQL, and is itself elsewhere: {@code 'C:\'}. */
    private boolean escapes(int backslash) {
        int quote = backslash + 1;
        if (quote >= text.length() || text.charAt(quote) != '\'') {
            return true;
        }
        int after = quote + 1;
        while (after < text.length() && text.charAt(after) == ' ') {
            after++;
        }
        return after < text.length() && ",);\n".indexOf(text.charAt(after)) < 0;
    }

    private boolean dollarQuoted() {
        int end = at + 1;
        int limit = Math.min(text.length(), at + LONGEST_DOLLAR_TAG);
        while (end < limit && isWordPart(text.charAt(end)) && text.charAt(end) != '$') {
            end++;
        }
        if (end >= limit || text.charAt(end) != '$' || openDollars > MOST_OPEN_DOLLARS) {
            return false;
        }
        String mark = text.substring(at, end + 1);
        int close = text.indexOf(mark, end + 1);
        openDollars += close < 0 ? 1 : 0;
        int to = close < 0 ? end + 1 : close + mark.length();
        add(close < 0 ? SqlToken.Kind.SYMBOL : SqlToken.Kind.STRING, at, to, to);
        return true;
    }

    private void word() {
        int start = at;
        while (at < text.length() && isWordPart(text.charAt(at))) {
            at++;
        }
        boolean number = Character.isDigit(text.charAt(start));
        add(number ? SqlToken.Kind.NUMBER : SqlToken.Kind.WORD, start, at, at);
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c == '#' || c == '@';
    }

    private int endOfLine() {
        if (lineEnd < at) {
            int end = text.indexOf('\n', at);
            lineEnd = end < 0 ? text.length() : end;
        }
        return lineEnd;
    }

    private void add(SqlToken.Kind kind, int from, int to, int next) {
        tokens.add(
                new SqlToken(kind, text.substring(from, to), new Span(Math.min(at, from), next)));
        at = next;
    }
}
