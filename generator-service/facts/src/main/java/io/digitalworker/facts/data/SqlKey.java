package io.digitalworker.facts.data;

import io.digitalworker.facts.syntax.Span;
import java.util.List;
import java.util.Optional;

/**
 * A key or index of a table that is declared beside its columns.
 *
 * @param name empty without one
 * @param columns names, or expressions as written, without their order
 * @param references of foreign keys
 */
public record SqlKey(
        Kind kind,
        String name,
        List<String> columns,
        Optional<SqlReference> references,
        Span span) {
    /** What a key is for. */
    public enum Kind {
        PRIMARY,
        FOREIGN,
        UNIQUE,
        INDEX,
        CHECK
    }

    public SqlKey {
        columns = List.copyOf(columns);
    }
}
