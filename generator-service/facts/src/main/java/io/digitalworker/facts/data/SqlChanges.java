package io.digitalworker.facts.data;

import io.digitalworker.facts.data.SqlStatement.AlterTable;
import io.digitalworker.facts.data.SqlStatement.Renamed;
import io.digitalworker.facts.syntax.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What {@code ALTER TABLE} does to a table: one or several actions with commas between them. */
final class SqlChanges {
    private static final Set<String> OTHER_ACTIONS =
            Set.of(
                    "rename",
                    "check",
                    "nocheck",
                    "enable",
                    "disable",
                    "set",
                    "owner",
                    "convert",
                    "engine",
                    "auto_increment",
                    "attach",
                    "replica",
                    "cluster",
                    "inherit",
                    "validate",
                    "rebuild",
                    "switch",
                    "default",
                    "comment",
                    "order",
                    "force",
                    "no");
    private static final Set<String> NO_COLUMN =
            Set.of("constraint", "primary", "foreign", "index", "key", "check", "partition");

    private final SqlCursor cursor;
    private final SqlTableBody added;
    private final List<SqlColumn> altered = new ArrayList<>();
    private final List<String> dropped = new ArrayList<>();
    private final List<Renamed> renamed = new ArrayList<>();
    private Optional<SqlName> renamedTo = Optional.empty();
    private boolean understood;

    SqlChanges(SqlCursor cursor) {
        this.cursor = cursor;
        this.added = new SqlTableBody(cursor);
    }

    void read() {
        do {
            action();
            while (!cursor.atEnd() && !cursor.is(",") && !ends()) {
                cursor.skipOne();
            }
        } while (cursor.accept(","));
    }

    private boolean ends() {
        return cursor.is(";") || (cursor.startsStatement() && !isAction());
    }

    /** {@code ALTER} and {@code DROP} go on with the statement when a column or key follows. */
    private boolean isAction() {
        return (cursor.is("alter") || cursor.is("drop"))
                && (cursor.isAt(1, "column") || cursor.isAt(1, "constraint"));
    }

    private void action() {
        understood = true;
        if (cursor.acceptAll("with", "check") || cursor.acceptAll("with", "nocheck")) {
            understood = true;
        }
        if (cursor.accept("add")) {
            add();
        } else if (cursor.accept("drop")) {
            drop();
        } else if (cursor.acceptAny("alter", "modify")) {
            cursor.accept("column");
            alterColumn();
        } else if (cursor.accept("change")) {
            cursor.accept("column");
            Optional<SqlName> old = cursor.name();
            int next = cursor.at();
            String name = cursor.atEnd() ? "" : cursor.tokenAt(next).text();
            old.ifPresent(from -> rename(from.name(), name));
            alterColumn();
        } else if (cursor.acceptAll("rename", "to") || cursor.acceptAll("rename", "as")) {
            renamedTo = cursor.name();
        } else if (cursor.is("rename") && NO_COLUMN.stream().noneMatch(w -> cursor.isAt(1, w))) {
            renameColumn();
        } else if (cursor.isWord() && continuesAdding()) {
            added.part();
        } else {
            understood = cursor.isWord();
        }
    }

    /** T-SQL: {@code ADD a int, b int}. */
    private boolean continuesAdding() {
        return added.hasColumns()
                && !OTHER_ACTIONS.contains(cursor.token().text().toLowerCase(Locale.ROOT));
    }

    /** {@code RENAME [COLUMN] a TO b}. */
    private void renameColumn() {
        cursor.accept("rename");
        cursor.accept("column");
        Optional<SqlName> from = cursor.name();
        if (from.isPresent() && cursor.accept("to")) {
            cursor.name().ifPresent(to -> rename(from.get().name(), to.name()));
        }
    }

    private void rename(String from, String to) {
        if (!to.isEmpty() && !from.equals(to)) {
            renamed.add(new Renamed(from, to));
        }
    }

    private void add() {
        boolean column = cursor.accept("column");
        cursor.acceptAll("if", "not", "exists");
        if (cursor.is("(")) {
            addGroup();
        } else if (!cursor.atEnd() && !isDefault()) {
            if (column) {
                added.addColumn();
            } else {
                added.part();
            }
        }
    }

    /** T-SQL: {@code ADD [CONSTRAINT x] DEFAULT … FOR column} declares nothing. */
    private boolean isDefault() {
        return cursor.is("default") || (cursor.is("constraint") && cursor.isAt(2, "default"));
    }

    /** Oracle and MySQL: {@code ADD (a int, b int)}. */
    private void addGroup() {
        cursor.accept("(");
        while (!cursor.atEnd() && !cursor.is(")") && !cursor.is(";")) {
            added.part();
            while (!cursor.atEnd() && !endsPart()) {
                cursor.skipOne();
            }
            cursor.accept(",");
        }
        cursor.accept(")");
    }

    private boolean endsPart() {
        return cursor.is(",") || cursor.is(")") || cursor.is(";");
    }

    private void drop() {
        boolean column = cursor.accept("column");
        cursor.acceptAll("if", "exists");
        boolean other =
                !column
                        && cursor.isWord()
                        && NO_COLUMN.contains(cursor.token().text().toLowerCase(Locale.ROOT));
        if (cursor.is("(")) {
            dropped.addAll(cursor.columns());
        } else if (!other) {
            cursor.name().ifPresent(name -> dropped.add(name.name()));
        }
    }

    private void alterColumn() {
        boolean group = cursor.accept("(");
        int start = cursor.at();
        if (!cursor.isWord() || cursor.is("constraint") || cursor.is("index")) {
            return;
        }
        cursor.skipOne();
        boolean property = cursor.is("set") || cursor.is("drop") || cursor.is("add");
        boolean typed =
                cursor.acceptAll("set", "data", "type") || cursor.accept("type") || !property;
        if (typed) {
            added.retypedColumn(start).ifPresent(altered::add);
        }
        if (group) {
            cursor.accept(")");
        }
    }

    boolean isEmpty() {
        return added.columns().isEmpty()
                && added.keys().isEmpty()
                && altered.isEmpty()
                && dropped.isEmpty()
                && renamed.isEmpty()
                && renamedTo.isEmpty();
    }

    /** Whether what does not change columns or keys was at least known. */
    boolean understood() {
        return understood;
    }

    AlterTable statement(SqlName table, Span span) {
        return new AlterTable(
                table, added.columns(), altered, dropped, renamed, added.keys(), renamedTo, span);
    }
}
