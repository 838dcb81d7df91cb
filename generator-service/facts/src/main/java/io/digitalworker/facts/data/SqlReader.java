package io.digitalworker.facts.data;

import io.digitalworker.facts.data.SqlStatement.AlterTable;
import io.digitalworker.facts.data.SqlStatement.CreateIndex;
import io.digitalworker.facts.data.SqlStatement.CreateTable;
import io.digitalworker.facts.data.SqlStatement.DropTable;
import io.digitalworker.facts.syntax.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads one statement from where it may begin. */
final class SqlReader {
    /** What may stand between CREATE and the kind of what is created. */
    private static final Set<String> ADJECTIVES =
            Set.of(
                    "global",
                    "local",
                    "unlogged",
                    "clustered",
                    "nonclustered",
                    "columnstore",
                    "fulltext",
                    "spatial",
                    "bitmap",
                    "column",
                    "row",
                    "virtual",
                    "foreign",
                    "external",
                    "private",
                    "online",
                    "offline");

    private final SqlCursor cursor;
    private final int first;

    /**
     * @param unread whether something began that was not understood
     * @param next where to go on
     */
    record Result(List<SqlStatement> statements, boolean unread, int next) {}

    SqlReader(String text, List<SqlToken> tokens, int first) {
        this.cursor = new SqlCursor(text, tokens, first);
        this.first = first;
    }

    Result statement() {
        if (cursor.accept("create")) {
            return create();
        }
        if (cursor.accept("alter")) {
            return cursor.accept("table") ? alterTable() : nothing();
        }
        if (cursor.accept("drop") && cursor.accept("table")) {
            return dropTable();
        }
        return nothing();
    }

    private Result nothing() {
        return new Result(List.of(), false, first + 1);
    }

    private Result unread() {
        return new Result(List.of(), true, cursor.at());
    }

    private Result one(SqlStatement statement) {
        return new Result(List.of(statement), false, cursor.at());
    }

    private Span span() {
        return cursor.spanFrom(first);
    }

    private Result create() {
        cursor.acceptAll("or", "replace");
        cursor.acceptWhile(ADJECTIVES);
        boolean temporary = cursor.acceptAny("temporary", "temp");
        boolean unique = cursor.accept("unique");
        cursor.acceptWhile(ADJECTIVES);
        if (cursor.accept("table")) {
            return createTable(temporary);
        }
        return cursor.accept("index") ? createIndex(unique) : nothing();
    }

    private Result createTable(boolean temporary) {
        cursor.acceptAll("if", "not", "exists");
        Optional<SqlName> name = cursor.name();
        if (name.isEmpty()) {
            return unread();
        }
        if (!cursor.is("(")) {
            boolean selected = cursor.is("as") || cursor.is("select") || cursor.is("like");
            return selected || temporary ? nothing() : unread();
        }
        SqlTableBody body = SqlTableBody.read(cursor);
        if (!cursor.accept(")")) {
            return unread();
        }
        Span span = span();
        skipTableOptions();
        boolean passing = temporary || name.get().name().startsWith("#");
        if (passing || (body.columns().isEmpty() && body.keys().isEmpty())) {
            return new Result(List.of(), !passing, cursor.at());
        }
        return one(new CreateTable(name.get(), body.columns(), body.keys(), span));
    }

    /** MySQL's {@code ENGINE=… DEFAULT CHARSET=…} and their likes hold no statement. */
    private void skipTableOptions() {
        while (!cursor.atEnd() && !cursor.is(";") && !cursor.startsStatement()) {
            cursor.skipOne();
        }
    }

    private Result createIndex(boolean unique) {
        cursor.accept("concurrently");
        cursor.acceptAll("if", "not", "exists");
        String name = cursor.is("on") ? "" : cursor.name().map(SqlName::name).orElse("");
        while (!cursor.atEnd() && !cursor.is("on") && !cursor.is(";") && !cursor.is("(")) {
            cursor.skipOne();
        }
        if (!cursor.accept("on")) {
            return unread();
        }
        cursor.accept("only");
        Optional<SqlName> table = cursor.name();
        if (cursor.accept("using")) {
            cursor.skipOne();
        }
        if (table.isEmpty() || !cursor.is("(")) {
            return unread();
        }
        List<String> columns = cursor.columns();
        SqlKey.Kind kind = unique ? SqlKey.Kind.UNIQUE : SqlKey.Kind.INDEX;
        SqlKey key = new SqlKey(kind, name, columns, Optional.empty(), span());
        return one(new CreateIndex(table.get(), key, span()));
    }

    private Result dropTable() {
        cursor.acceptAll("if", "exists");
        List<SqlStatement> dropped = new ArrayList<>();
        do {
            Optional<SqlName> name = cursor.name();
            if (name.isEmpty()) {
                return new Result(dropped, dropped.isEmpty(), cursor.at());
            }
            if (!name.get().name().startsWith("#")) {
                dropped.add(new DropTable(name.get(), span()));
            }
        } while (cursor.accept(","));
        return new Result(dropped, false, cursor.at());
    }

    private Result alterTable() {
        cursor.acceptAll("if", "exists");
        cursor.accept("only");
        Optional<SqlName> table = cursor.name();
        if (table.isEmpty()) {
            return unread();
        }
        SqlChanges changes = new SqlChanges(cursor);
        changes.read();
        if (changes.isEmpty()) {
            return changes.understood() ? new Result(List.of(), false, cursor.at()) : unread();
        }
        AlterTable statement = changes.statement(table.get(), span());
        return one(statement);
    }
}
