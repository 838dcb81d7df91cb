package io.digitalworker.facts.data;

import io.digitalworker.facts.syntax.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A place among the tokens of an SQL file that moves forward. */
final class SqlCursor {
    /** Words that begin a statement and do not go on with one. */
    private static final Set<String> STARTS =
            Set.of(
                    "create",
                    "alter",
                    "drop",
                    "insert",
                    "go",
                    "begin",
                    "end",
                    "if",
                    "delete",
                    "update",
                    "select",
                    "exec",
                    "execute",
                    "print",
                    "declare",
                    "use",
                    "grant",
                    "commit",
                    "merge",
                    "truncate",
                    "delimiter",
                    "while");

    private static final Set<String> ORDERS = Set.of("asc", "desc");

    private final String text;
    private final List<SqlToken> tokens;
    private int at;

    SqlCursor(String text, List<SqlToken> tokens, int at) {
        this.text = text;
        this.tokens = tokens;
        this.at = at;
    }

    int at() {
        return at;
    }

    void moveTo(int token) {
        at = token;
    }

    boolean atEnd() {
        return at >= tokens.size();
    }

    boolean is(String word) {
        return isAt(0, word);
    }

    boolean isAt(int ahead, String word) {
        return at + ahead < tokens.size() && tokens.get(at + ahead).is(word);
    }

    boolean isWord() {
        return !atEnd() && tokens.get(at).isName();
    }

    boolean startsStatement() {
        SqlToken token = tokens.get(at);
        return token.kind() == SqlToken.Kind.WORD
                && STARTS.contains(token.text().toLowerCase(Locale.ROOT));
    }

    boolean accept(String word) {
        boolean here = is(word);
        at += here ? 1 : 0;
        return here;
    }

    boolean acceptAny(String... words) {
        for (String word : words) {
            if (accept(word)) {
                return true;
            }
        }
        return false;
    }

    void acceptWhile(Set<String> words) {
        while (!atEnd() && words.contains(tokens.get(at).text().toLowerCase(Locale.ROOT))) {
            at++;
        }
    }

    boolean acceptAll(String... words) {
        for (int i = 0; i < words.length; i++) {
            if (!isAt(i, words[i])) {
                return false;
            }
        }
        at += words.length;
        return true;
    }

    /** Moves on by a token, or by all within a pair of parentheses. */
    void skipOne() {
        if (!is("(")) {
            at++;
            return;
        }
        int depth = 0;
        do {
            depth += is("(") ? 1 : is(")") ? -1 : 0;
            at++;
        } while (depth > 0 && !atEnd());
    }

    /** A name with its schema; a database or server before that counts to the schema. */
    Optional<SqlName> name() {
        if (!isWord()) {
            return Optional.empty();
        }
        List<String> parts = new ArrayList<>();
        parts.add(tokens.get(at++).text());
        while (is(".")) {
            at++;
            if (isWord()) {
                parts.add(tokens.get(at++).text());
            }
        }
        int last = parts.size() - 1;
        return Optional.of(new SqlName(String.join(".", parts.subList(0, last)), parts.get(last)));
    }

    /** The names in parentheses, with lengths and orders left out; expressions as written. */
    List<String> columns() {
        List<String> columns = new ArrayList<>();
        if (!accept("(")) {
            return columns;
        }
        while (!atEnd() && !is(")")) {
            int start = at;
            while (!atEnd() && !is(",") && !is(")")) {
                skipOne();
            }
            if (at > start) {
                columns.add(column(start, at));
            }
            accept(",");
        }
        accept(")");
        return columns;
    }

    private String column(int start, int end) {
        SqlToken first = tokens.get(start);
        boolean expression =
                !first.isName()
                        || (end > start + 1 && callsOrComputes(start + 1, end))
                        || (end > start + 1 && tokens.get(start + 1).is("."));
        return expression ? text(start, end) : first.text();
    }

    /** MySQL's {@code name(10)} is a column with a length; {@code lower(name)} is no column. */
    private boolean callsOrComputes(int from, int end) {
        SqlToken next = tokens.get(from);
        if (next.is("(")) {
            boolean length = from + 2 < end && tokens.get(from + 1).kind() == SqlToken.Kind.NUMBER;
            return !length;
        }
        boolean order = ORDERS.contains(next.text().toLowerCase(Locale.ROOT));
        return !order && next.kind() == SqlToken.Kind.SYMBOL;
    }

    String lastText() {
        return tokens.get(at - 1).text();
    }

    SqlToken tokenAt(int index) {
        return tokens.get(index);
    }

    SqlToken token() {
        return tokens.get(at);
    }

    /** As written, from a token to before another. */
    String text(int from, int to) {
        return to <= from
                ? ""
                : text.substring(tokens.get(from).span().start(), tokens.get(to - 1).span().end());
    }

    /** From a token to the last one that was passed. */
    Span spanFrom(int first) {
        int last = Math.min(tokens.size(), Math.max(at, first + 1)) - 1;
        return tokens.get(first).span().to(tokens.get(last).span());
    }
}
