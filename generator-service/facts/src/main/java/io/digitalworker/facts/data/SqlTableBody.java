package io.digitalworker.facts.data;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What stands in the parentheses of {@code CREATE TABLE}, or behind {@code ADD}. */
final class SqlTableBody {
    private static final Set<String> AFTER_TYPE =
            Set.of(
                    "not",
                    "null",
                    "primary",
                    "unique",
                    "references",
                    "default",
                    "constraint",
                    "check",
                    "collate",
                    "identity",
                    "auto_increment",
                    "autoincrement",
                    "generated",
                    "as",
                    "comment",
                    "on",
                    "key",
                    "foreign",
                    "sparse",
                    "rowguidcol",
                    "invisible",
                    "visible",
                    "first",
                    "after",
                    "encode",
                    "persisted",
                    "add",
                    "drop",
                    "enable",
                    "disable",
                    "using",
                    "storage",
                    "compression",
                    "virtual",
                    "stored",
                    "masked",
                    "hidden",
                    "with",
                    "character",
                    "charset",
                    "modify");

    private final List<SqlColumn> columns = new ArrayList<>();
    private final List<SqlKey> keys = new ArrayList<>();
    private final SqlCursor cursor;

    SqlTableBody(SqlCursor cursor) {
        this.cursor = cursor;
    }

    static SqlTableBody read(SqlCursor cursor) {
        SqlTableBody body = new SqlTableBody(cursor);
        cursor.accept("(");
        while (!cursor.atEnd() && !cursor.is(")") && !cursor.is(";")) {
            body.part();
            body.skipRest();
            cursor.accept(",");
        }
        return body;
    }

    /** The columns; those of a primary key are marked. */
    List<SqlColumn> columns() {
        Set<String> primary = new HashSet<>();
        for (SqlKey key : keys) {
            if (key.kind() == SqlKey.Kind.PRIMARY) {
                key.columns().forEach(name -> primary.add(name.toLowerCase(Locale.ROOT)));
            }
        }
        return columns.stream()
                .map(c -> primary.contains(c.name().toLowerCase(Locale.ROOT)) ? primary(c) : c)
                .toList();
    }

    private static SqlColumn primary(SqlColumn column) {
        return new SqlColumn(
                column.name(),
                column.type(),
                false,
                true,
                column.unique(),
                column.identity(),
                column.defaultValue(),
                column.references(),
                column.span());
    }

    List<SqlKey> keys() {
        return keys;
    }

    private void skipRest() {
        while (!cursor.atEnd() && !cursor.is(",") && !cursor.is(")") && !cursor.is(";")) {
            cursor.skipOne();
        }
    }

    boolean hasColumns() {
        return !columns.isEmpty();
    }

    /** A column or a key. */
    void part() {
        int start = cursor.at();
        if (!key(start)) {
            cursor.moveTo(start);
            column().ifPresent(columns::add);
        }
    }

    private boolean key(int start) {
        if (cursor.token().kind() != SqlToken.Kind.WORD) {
            return false;
        }
        String name = "";
        if (cursor.accept("constraint")) {
            boolean named = !cursor.is("primary") && !cursor.is("unique") && !cursor.is("foreign");
            name = named ? cursor.name().map(SqlName::name).orElse("") : "";
        }
        if (cursor.acceptAll("primary", "key")) {
            return index(SqlKey.Kind.PRIMARY, name, start);
        }
        if (cursor.acceptAll("foreign", "key")) {
            return foreign(name, start);
        }
        if (cursor.accept("unique")) {
            cursor.acceptAny("key", "index");
            return index(SqlKey.Kind.UNIQUE, name, start);
        }
        boolean special = cursor.acceptAny("fulltext", "spatial");
        if (cursor.acceptAny("key", "index") || special) {
            return index(SqlKey.Kind.INDEX, name, start);
        }
        return other(name, start);
    }

    private boolean other(String name, int start) {
        if (cursor.is("check") && cursor.isAt(1, "(")) {
            cursor.moveTo(cursor.at() + 1);
            int open = cursor.at();
            cursor.skipOne();
            List<String> expression = List.of(cursor.text(open + 1, cursor.at() - 1));
            add(SqlKey.Kind.CHECK, name, expression, Optional.empty(), start);
            return true;
        }
        boolean rest =
                cursor.acceptAny("exclude", "like", "period")
                        && (cursor.is("using") || cursor.isWord() || cursor.is("("));
        return rest || !name.isEmpty();
    }

    private boolean index(SqlKey.Kind kind, String constraint, int start) {
        String name = constraint;
        while (!cursor.atEnd() && !cursor.is("(") && !cursor.is(",") && !cursor.is(")")) {
            boolean noise =
                    cursor.acceptAny("clustered", "nonclustered", "btree", "hash")
                            || cursor.accept("using");
            if (!noise) {
                name = cursor.name().map(SqlName::name).orElse(name);
                if (!cursor.is("(") && !cursor.is("using")) {
                    break;
                }
            }
        }
        if (!cursor.is("(")) {
            return false;
        }
        List<String> columns = cursor.columns();
        if (columns.stream().allMatch(c -> c.chars().allMatch(Character::isDigit))) {
            return false;
        }
        add(kind, name, columns, Optional.empty(), start);
        return true;
    }

    private boolean foreign(String constraint, int start) {
        cursor.acceptAll("if", "not", "exists");
        String name =
                cursor.is("(") ? constraint : cursor.name().map(SqlName::name).orElse(constraint);
        if (!cursor.is("(")) {
            return false;
        }
        List<String> columns = cursor.columns();
        Optional<SqlReference> reference =
                cursor.accept("references") ? reference() : Optional.empty();
        add(SqlKey.Kind.FOREIGN, name, columns, reference, start);
        return true;
    }

    private void add(
            SqlKey.Kind kind,
            String name,
            List<String> columns,
            Optional<SqlReference> references,
            int start) {
        keys.add(new SqlKey(kind, name, columns, references, cursor.spanFrom(start)));
    }

    private Optional<SqlReference> reference() {
        Optional<SqlName> table = cursor.name();
        List<String> columns = cursor.is("(") ? cursor.columns() : List.of();
        String onDelete = "";
        while (true) {
            if (cursor.acceptAll("on", "delete")) {
                onDelete = action();
            } else if (cursor.acceptAll("on", "update")) {
                action();
            } else if (cursor.accept("match")) {
                cursor.skipOne();
            } else {
                break;
            }
        }
        String deleting = onDelete;
        return table.map(name -> new SqlReference(name, columns, deleting));
    }

    private String action() {
        if (cursor.atEnd()) {
            return "";
        }
        cursor.skipOne();
        String first = cursor.lastText().toUpperCase(Locale.ROOT);
        boolean two = first.equals("SET") || first.equals("NO");
        if (two && cursor.isWord()) {
            cursor.skipOne();
            return first + " " + cursor.lastText().toUpperCase(Locale.ROOT);
        }
        return first;
    }

    /** A column from its name on, up to the comma behind it. */
    Optional<SqlColumn> column() {
        int start = cursor.at();
        if (!cursor.isWord()) {
            return Optional.empty();
        }
        cursor.moveTo(start + 1);
        return retypedColumn(start);
    }

    void addColumn() {
        column().ifPresent(columns::add);
    }

    /** A column whose name is a token passed before, from its type on. */
    Optional<SqlColumn> retypedColumn(int nameToken) {
        String name = cursor.tokenAt(nameToken).text();
        return Optional.of(new ColumnRest(nameToken, name, type()).read());
    }

    private String type() {
        int start = cursor.at();
        while ((cursor.isWord() && !afterType()) || cursor.is("(") || inType()) {
            cursor.skipOne();
        }
        return cursor.text(start, cursor.at());
    }

    private boolean afterType() {
        SqlToken token = cursor.token();
        boolean characterVarying =
                token.is("character") && (cursor.isAt(1, "varying") || cursor.isAt(1, "("));
        boolean withZone = token.is("with") && (cursor.isAt(1, "time") || cursor.isAt(1, "local"));
        return token.kind() == SqlToken.Kind.WORD
                && AFTER_TYPE.contains(token.text().toLowerCase(Locale.ROOT))
                && !characterVarying
                && !withZone;
    }

    /** {@code dbo.Kind}, {@code text[]}, {@code %TYPE}. */
    private boolean inType() {
        return cursor.is(".") || cursor.is("[") || cursor.is("]") || cursor.is("%");
    }

    /** The words behind name and type. */
    private final class ColumnRest {
        private final int start;
        private final String name;
        private final String type;
        private boolean notNull;
        private boolean primaryKey;
        private boolean unique;
        private boolean identity;
        private Optional<String> defaultValue = Optional.empty();
        private Optional<SqlReference> references = Optional.empty();

        ColumnRest(int start, String name, String type) {
            this.start = start;
            this.name = name;
            this.type = type;
            this.identity = type.toLowerCase(Locale.ROOT).matches("(small|big)?serial[248]?");
        }

        SqlColumn read() {
            while (!cursor.atEnd() && !ends()) {
                word();
            }
            return new SqlColumn(
                    name,
                    type,
                    !notNull && !primaryKey,
                    primaryKey,
                    unique,
                    identity,
                    defaultValue,
                    references,
                    cursor.spanFrom(start));
        }

        private boolean ends() {
            return cursor.is(",")
                    || cursor.is(")")
                    || cursor.is(";")
                    || cursor.is("go")
                    || cursor.startsStatement();
        }

        private void word() {
            if (cursor.acceptAll("not", "null")) {
                notNull = true;
            } else if (cursor.acceptAll("primary", "key")) {
                primaryKey = true;
            } else if (cursor.accept("unique")) {
                unique = true;
                cursor.accept("key");
            } else if (cursor.acceptAny("auto_increment", "autoincrement", "identity")) {
                identity = true;
            } else if (cursor.accept("references")) {
                references = reference();
            } else if (cursor.accept("default")) {
                defaultValue = Optional.of(value());
                identity |= defaultValue.get().startsWith("nextval");
            } else if (cursor.accept("on")) {
                cursor.acceptAny("update", "delete");
            } else {
                cursor.skipOne();
            }
        }

        private String value() {
            int from = cursor.at();
            boolean sign = cursor.acceptAny("-", "+", "n", "e", "b", "x");
            if (!cursor.atEnd() && !(sign && ends())) {
                cursor.skipOne();
            }
            while (cursor.is("(") || cursor.is(".") || cursor.is(":")) {
                cursor.skipOne();
                if (!cursor.atEnd() && !ends() && !cursor.is("(")) {
                    cursor.skipOne();
                }
            }
            return cursor.text(from, cursor.at());
        }
    }
}
