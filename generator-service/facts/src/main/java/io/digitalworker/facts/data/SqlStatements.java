package io.digitalworker.facts.data;

import java.util.ArrayList;
import java.util.List;

/**
 * The statements of an SQL file that change a schema. They are found wherever they begin, since the
 * dialects end statements differently ({@code ;}, {@code GO}, {@code /}, or not at all) and wrap them
 * in blocks ({@code IF NOT EXISTS … BEGIN}). Temporary tables are left out.
 */
public final class SqlStatements {
    private final List<SqlStatement> statements;
    private final int passedOver;

    private SqlStatements(List<SqlStatement> statements, int passedOver) {
        this.statements = List.copyOf(statements);
        this.passedOver = passedOver;
    }

    /** Reads SQL of any of the dialects; spans are offsets in this text. */
    public static SqlStatements of(String text) {
        List<SqlToken> tokens = SqlLexer.tokens(text);
        List<SqlStatement> found = new ArrayList<>();
        int passedOver = 0;
        int at = 0;
        while (at < tokens.size()) {
            SqlReader reader = new SqlReader(text, tokens, at);
            SqlReader.Result result = reader.statement();
            found.addAll(result.statements());
            passedOver += result.unread() ? 1 : 0;
            at = Math.max(at + 1, result.next());
        }
        return new SqlStatements(found, passedOver);
    }

    /** In the order of the file. */
    public List<SqlStatement> statements() {
        return statements;
    }

    /** The statements of a kind, in the order of the file. */
    public <S extends SqlStatement> List<S> statements(Class<S> kind) {
        return statements.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** How many began like a statement about tables or indexes and could not be read. */
    public int passedOver() {
        return passedOver;
    }
}
