package io.digitalworker.facts.framework.contract;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.data.DataFile;
import io.digitalworker.facts.data.DataNode;
import io.digitalworker.facts.data.DataNode.Entry;
import io.digitalworker.facts.data.SqlColumn;
import io.digitalworker.facts.data.SqlKey;
import io.digitalworker.facts.data.SqlName;
import io.digitalworker.facts.data.SqlReference;
import io.digitalworker.facts.data.SqlStatement;
import io.digitalworker.facts.data.SqlStatements;
import io.digitalworker.facts.data.XmlElement;
import io.digitalworker.facts.source.Language;
import io.digitalworker.facts.source.SourceFile;
import io.digitalworker.facts.syntax.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Liquibase changelogs in XML and YAML, as the statements that their changes stand for. All files below
 * a directory are one history, in the order of their names.
 */
final class ChangeLogs {
    private static final String ROOT = "databaseChangeLog";

    /**
     * A change or part of one, of either format.
     *
     * @param name such as createTable, column
     */
    private record Change(
            String name, Map<String, String> values, List<Change> parts, String text, Span span) {
        String get(String key) {
            return values.getOrDefault(key, "");
        }

        Optional<Change> part(String wanted) {
            return parts.stream().filter(part -> part.name.equals(wanted)).findFirst();
        }

        List<Change> columns() {
            return parts.stream().filter(part -> part.name.equals("column")).toList();
        }

        List<String> list(String key) {
            List<String> names = new ArrayList<>();
            for (String name : get(key).split(",", -1)) {
                if (!name.isBlank()) {
                    names.add(name.strip());
                }
            }
            return names;
        }
    }

    private ChangeLogs() {}

    /** Adds to the histories by directory. */
    static void read(CodeBase code, Map<String, SqlHistory> histories) {
        TreeSet<String> paths = new TreeSet<>(new ScriptOrder());
        for (Language language : List.of(Language.XML, Language.YAML)) {
            for (SourceFile file : code.data().files(language)) {
                if (file.lines() > 0
                        && !ModuleRoots.isTest(file.path())
                        && code.tree().text(file).text().contains(ROOT)) {
                    paths.add(file.path());
                }
            }
        }
        ModuleRoots modules = new ModuleRoots(code.tree());
        for (String path : paths) {
            DataFile file = code.data().read(code.tree().file(path).orElseThrow());
            String home = modules.of(path);
            histories
                    .computeIfAbsent(home, h -> new SqlHistory())
                    .apply(statements(changes(file)), file::evidence);
        }
    }

    private static List<Change> changes(DataFile file) {
        List<Change> changes = new ArrayList<>();
        if (file.xml().name().equals(ROOT)) {
            for (XmlElement set : file.xml().all("changeSet")) {
                set.children().forEach(child -> changes.add(change(child)));
            }
            return changes;
        }
        for (DataNode item : file.root().get(ROOT).items()) {
            for (DataNode change : item.get("changeSet", "changes").items()) {
                change.entries().forEach(entry -> changes.add(change(entry)));
            }
        }
        return changes;
    }

    private static Change change(XmlElement element) {
        Map<String, String> values = new LinkedHashMap<>();
        element.attributes().forEach(a -> values.put(a.localName(), a.value()));
        List<Change> parts = element.children().stream().map(ChangeLogs::change).toList();
        return new Change(element.name(), values, parts, element.text(), element.span());
    }

    private static Change change(Entry entry) {
        Map<String, String> values = new LinkedHashMap<>();
        List<Change> parts = new ArrayList<>();
        for (Entry inner : entry.value().entries()) {
            if (inner.value().isScalar()) {
                values.put(inner.key(), inner.value().text(""));
            } else if (inner.value().isMapping()) {
                parts.add(change(inner));
            }
            for (DataNode item : inner.value().items()) {
                item.entries().forEach(each -> parts.add(change(each)));
            }
        }
        return new Change(entry.key(), values, parts, values.getOrDefault("sql", ""), entry.span());
    }

    private static List<SqlStatement> statements(List<Change> changes) {
        return changes.stream().flatMap(change -> statements(change).stream()).toList();
    }

    private static List<SqlStatement> statements(Change change) {
        SqlName table =
                new SqlName(
                        change.get("schemaName"),
                        change.get(
                                change.name().startsWith("addForeignKey")
                                        ? "baseTableName"
                                        : "tableName"));
        List<String> columns = change.list("columnNames");
        return switch (change.name()) {
            case "createTable" -> List.of(created(change, table));
            case "addColumn" -> List.of(alter(change, table, columnsOf(change), List.of()));
            case "dropColumn" -> List.of(dropped(change, table));
            case "renameColumn" -> List.of(renamed(change, table));
            case "modifyDataType" -> List.of(retyped(change, table));
            case "dropTable" -> List.of(new SqlStatement.DropTable(table, change.span()));
            case "renameTable" -> List.of(renamedTable(change));
            case "addPrimaryKey" -> key(change, table, SqlKey.Kind.PRIMARY, columns);
            case "addUniqueConstraint" -> key(change, table, SqlKey.Kind.UNIQUE, columns);
            case "addForeignKeyConstraint" -> foreign(change, table);
            case "createIndex" -> List.of(index(change, table));
            case "sql" -> plain(change);
            default -> List.of();
        };
    }

    private static List<SqlStatement> plain(Change change) {
        List<SqlStatement> found = new ArrayList<>();
        for (SqlStatement statement : SqlStatements.of(change.text()).statements()) {
            found.add(placed(statement, change.span()));
        }
        return found;
    }

    private static SqlStatement placed(SqlStatement statement, Span span) {
        return statement instanceof SqlStatement.CreateTable created
                ? new SqlStatement.CreateTable(
                        created.table(), created.columns(), created.keys(), span)
                : statement;
    }

    private static SqlStatement created(Change change, SqlName table) {
        return new SqlStatement.CreateTable(table, columnsOf(change), List.of(), change.span());
    }

    private static List<SqlColumn> columnsOf(Change change) {
        return change.columns().stream()
                .filter(column -> !column.get("name").isEmpty())
                .map(ChangeLogs::column)
                .toList();
    }

    private static SqlColumn column(Change column) {
        Change rules =
                column.part("constraints")
                        .orElse(new Change("", Map.of(), List.of(), "", column.span()));
        boolean primary = rules.get("primaryKey").equals("true");
        return new SqlColumn(
                column.get("name"),
                column.get("type"),
                !primary && !rules.get("nullable").equals("false"),
                primary,
                rules.get("unique").equals("true"),
                column.get("autoIncrement").equals("true"),
                Optional.empty(),
                reference(rules),
                column.span());
    }

    private static Optional<SqlReference> reference(Change rules) {
        String table = rules.get("referencedTableName");
        String text = rules.get("references");
        String name = table.isEmpty() ? text.replaceFirst("\\(.*", "").strip() : table;
        return name.isEmpty()
                ? Optional.empty()
                : Optional.of(new SqlReference(new SqlName("", name), List.of(), ""));
    }

    private static SqlStatement alter(
            Change change, SqlName table, List<SqlColumn> added, List<SqlKey> keys) {
        return new SqlStatement.AlterTable(
                table,
                added,
                List.of(),
                List.of(),
                List.of(),
                keys,
                Optional.empty(),
                change.span());
    }

    private static SqlStatement dropped(Change change, SqlName table) {
        List<String> names = new ArrayList<>(change.list("columnName"));
        change.columns().forEach(column -> names.add(column.get("name")));
        return new SqlStatement.AlterTable(
                table,
                List.of(),
                List.of(),
                names,
                List.of(),
                List.of(),
                Optional.empty(),
                change.span());
    }

    private static SqlStatement renamed(Change change, SqlName table) {
        return new SqlStatement.AlterTable(
                table,
                List.of(),
                List.of(),
                List.of(),
                List.of(
                        new SqlStatement.Renamed(
                                change.get("oldColumnName"), change.get("newColumnName"))),
                List.of(),
                Optional.empty(),
                change.span());
    }

    private static SqlStatement retyped(Change change, SqlName table) {
        SqlColumn column =
                new SqlColumn(
                        change.get("columnName"),
                        change.get("newDataType"),
                        true,
                        false,
                        false,
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        change.span());
        return new SqlStatement.AlterTable(
                table,
                List.of(),
                List.of(column),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                change.span());
    }

    private static SqlStatement renamedTable(Change change) {
        return new SqlStatement.AlterTable(
                new SqlName("", change.get("oldTableName")),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.of(new SqlName("", change.get("newTableName"))),
                change.span());
    }

    private static List<SqlStatement> key(
            Change change, SqlName table, SqlKey.Kind kind, List<String> columns) {
        SqlKey key =
                new SqlKey(
                        kind,
                        change.get("constraintName"),
                        columns,
                        Optional.empty(),
                        change.span());
        return List.of(alter(change, table, List.of(), List.of(key)));
    }

    private static List<SqlStatement> foreign(Change change, SqlName table) {
        SqlReference to =
                new SqlReference(
                        new SqlName("", change.get("referencedTableName")),
                        change.list("referencedColumnNames"),
                        change.get("onDelete"));
        SqlKey key =
                new SqlKey(
                        SqlKey.Kind.FOREIGN,
                        change.get("constraintName"),
                        change.list("baseColumnNames"),
                        Optional.of(to),
                        change.span());
        return List.of(alter(change, table, List.of(), List.of(key)));
    }

    private static SqlStatement index(Change change, SqlName table) {
        SqlKey.Kind kind =
                change.get("unique").equals("true") ? SqlKey.Kind.UNIQUE : SqlKey.Kind.INDEX;
        List<String> columns = change.columns().stream().map(c -> c.get("name")).toList();
        SqlKey key =
                new SqlKey(kind, change.get("indexName"), columns, Optional.empty(), change.span());
        return new SqlStatement.CreateIndex(table, key, change.span());
    }
}
