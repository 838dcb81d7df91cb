package io.digitalworker.facts.framework.contract;

import io.digitalworker.facts.data.SqlColumn;
import io.digitalworker.facts.data.SqlKey;
import io.digitalworker.facts.data.SqlReference;
import io.digitalworker.facts.data.SqlStatement.AlterTable;
import io.digitalworker.facts.data.SqlStatement.CreateTable;
import io.digitalworker.facts.data.SqlStatement.Renamed;
import io.digitalworker.facts.source.Evidence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A table as the migrations applied so far leave it. Names are compared without case. */
final class SqlTable {
    private final Evidence evidence;
    private final Map<String, SqlColumn> columns = new LinkedHashMap<>();
    private final List<SqlKey> keys = new ArrayList<>();
    private String name;

    SqlTable(CreateTable created, Evidence evidence) {
        this.name = created.table().name();
        this.evidence = evidence;
        created.columns().forEach(column -> columns.put(folded(column.name()), column));
        keys.addAll(created.keys());
    }

    static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    String name() {
        return name;
    }

    Evidence evidence() {
        return evidence;
    }

    List<SqlColumn> columns() {
        return List.copyOf(columns.values());
    }

    void rename(String to) {
        name = to;
    }

    void add(SqlKey key) {
        keys.add(key);
    }

    void change(AlterTable change) {
        change.renamed().forEach(this::rename);
        change.dropped().forEach(this::drop);
        change.added().forEach(column -> columns.putIfAbsent(folded(column.name()), column));
        change.altered().forEach(this::retype);
        keys.addAll(change.keys());
    }

    private void drop(String column) {
        columns.remove(folded(column));
        keys.removeIf(key -> key.columns().stream().anyMatch(column::equalsIgnoreCase));
    }

    private void retype(SqlColumn now) {
        columns.computeIfPresent(
                folded(now.name()),
                (key, before) ->
                        new SqlColumn(
                                before.name(),
                                now.type().isEmpty() ? before.type() : now.type(),
                                before.primaryKey() ? before.nullable() : now.nullable(),
                                before.primaryKey(),
                                before.unique(),
                                before.identity(),
                                before.defaultValue(),
                                before.references(),
                                before.span()));
    }

    private void rename(Renamed renamed) {
        Map<String, SqlColumn> before = new LinkedHashMap<>(columns);
        columns.clear();
        before.forEach(
                (key, column) -> {
                    boolean same = key.equals(folded(renamed.from()));
                    SqlColumn now = same ? named(column, renamed.to()) : column;
                    columns.put(folded(now.name()), now);
                });
        keys.replaceAll(key -> renamed(key, renamed));
    }

    private static SqlColumn named(SqlColumn column, String name) {
        return new SqlColumn(
                name,
                column.type(),
                column.nullable(),
                column.primaryKey(),
                column.unique(),
                column.identity(),
                column.defaultValue(),
                column.references(),
                column.span());
    }

    private static SqlKey renamed(SqlKey key, Renamed renamed) {
        List<String> columns =
                key.columns().stream()
                        .map(c -> c.equalsIgnoreCase(renamed.from()) ? renamed.to() : c)
                        .toList();
        return new SqlKey(key.kind(), key.name(), columns, key.references(), key.span());
    }

    /** The columns of the primary key. */
    List<String> primaryKey() {
        return keys.stream()
                .filter(key -> key.kind() == SqlKey.Kind.PRIMARY)
                .findFirst()
                .map(key -> key.columns().stream().map(this::asDeclared).toList())
                .orElseGet(
                        () ->
                                columns.values().stream()
                                        .filter(SqlColumn::primaryKey)
                                        .map(SqlColumn::name)
                                        .toList());
    }

    private String asDeclared(String column) {
        SqlColumn declared = columns.get(folded(column));
        return declared == null ? column : declared.name();
    }

    boolean nullable(SqlColumn column) {
        return column.nullable()
                && primaryKey().stream().noneMatch(key -> key.equalsIgnoreCase(column.name()));
    }

    /** Fields of each index and unique key, as entities have them. */
    List<String> indexes() {
        List<String> indexes = new ArrayList<>();
        for (SqlColumn column : columns.values()) {
            if (column.unique()) {
                indexes.add("unique " + column.name());
            }
        }
        for (SqlKey key : keys) {
            boolean unique = key.kind() == SqlKey.Kind.UNIQUE;
            if (unique || key.kind() == SqlKey.Kind.INDEX) {
                indexes.add((unique ? "unique " : "") + String.join(",", key.columns()));
            }
        }
        return indexes.stream().distinct().toList();
    }

    /** A foreign key: its columns and what they point to. */
    record Foreign(List<String> columns, SqlReference reference) {}

    List<Foreign> foreignKeys() {
        List<Foreign> foreign = new ArrayList<>();
        for (SqlColumn column : columns.values()) {
            column.references()
                    .ifPresent(to -> foreign.add(new Foreign(List.of(column.name()), to)));
        }
        for (SqlKey key : keys) {
            if (key.kind() == SqlKey.Kind.FOREIGN) {
                key.references().ifPresent(to -> foreign.add(new Foreign(key.columns(), to)));
            }
        }
        return foreign.stream().distinct().toList();
    }
}
