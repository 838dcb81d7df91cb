package io.digitalworker.facts.data;

import java.util.List;

/**
 * What a foreign key points to.
 *
 * @param columns empty when the key of the table is meant
 * @param onDelete {@code CASCADE}, {@code SET NULL}, {@code RESTRICT} and so on; empty if not said
 */
public record SqlReference(SqlName table, List<String> columns, String onDelete) {
    public SqlReference {
        columns = List.copyOf(columns);
    }
}
