package io.digitalworker.facts.data;

import io.digitalworker.facts.syntax.Span;
import java.util.List;
import java.util.Optional;

/** A statement that changes the schema of a database. */
public sealed interface SqlStatement {
    /** From its first word to its last token. */
    Span span();

    /**
     * @param columns in order; those of the primary key are marked and not nullable
     * @param keys declared beside the columns
     */
    record CreateTable(SqlName table, List<SqlColumn> columns, List<SqlKey> keys, Span span)
            implements SqlStatement {
        public CreateTable {
            columns = List.copyOf(columns);
            keys = List.copyOf(keys);
        }

        /** The columns of the primary key, wherever it is declared. */
        public List<String> primaryKey() {
            return keys.stream()
                    .filter(key -> key.kind() == SqlKey.Kind.PRIMARY)
                    .findFirst()
                    .map(SqlKey::columns)
                    .orElseGet(
                            () ->
                                    columns.stream()
                                            .filter(SqlColumn::primaryKey)
                                            .map(SqlColumn::name)
                                            .toList());
        }
    }

    /**
     * @param added columns that {@code ADD} declares
     * @param altered columns that {@code ALTER}, {@code MODIFY} or {@code CHANGE} declares anew, with
     *     the name that they have afterwards
     * @param dropped names of columns
     * @param renamed columns that only get another name
     * @param keys that {@code ADD} declares
     * @param renamedTo the new name of the table
     */
    record AlterTable(
            SqlName table,
            List<SqlColumn> added,
            List<SqlColumn> altered,
            List<String> dropped,
            List<Renamed> renamed,
            List<SqlKey> keys,
            Optional<SqlName> renamedTo,
            Span span)
            implements SqlStatement {
        public AlterTable {
            added = List.copyOf(added);
            altered = List.copyOf(altered);
            dropped = List.copyOf(dropped);
            renamed = List.copyOf(renamed);
            keys = List.copyOf(keys);
        }
    }

    /** A column's name before and after. */
    record Renamed(String from, String to) {}

    /** {@code CREATE [UNIQUE] INDEX}. */
    record CreateIndex(SqlName table, SqlKey key, Span span) implements SqlStatement {}

    /** {@code DROP TABLE}, one for each table that it names. */
    record DropTable(SqlName table, Span span) implements SqlStatement {}
}
