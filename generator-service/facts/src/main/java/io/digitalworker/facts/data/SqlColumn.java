package io.digitalworker.facts.data;

import io.digitalworker.facts.syntax.Span;
import java.util.Optional;

/**
 * A column as a statement declares it.
 *
 * @param type as written, such as {@code nvarchar(400)}; empty if there is none (SQLite allows that,
 *     and computed columns have none)
 * @param nullable false only when the column itself or a primary key says so
 * @param identity whether the database counts it up
 * @param defaultValue as written
 */
public record SqlColumn(
        String name,
        String type,
        boolean nullable,
        boolean primaryKey,
        boolean unique,
        boolean identity,
        Optional<String> defaultValue,
        Optional<SqlReference> references,
        Span span) {}
