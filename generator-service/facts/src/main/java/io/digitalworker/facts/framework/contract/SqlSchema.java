package io.digitalworker.facts.framework.contract;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.data.SqlColumn;
import io.digitalworker.facts.data.SqlStatements;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.DataStore;
import io.digitalworker.facts.fact.Entity;
import io.digitalworker.facts.fact.Field;
import io.digitalworker.facts.fact.Relation;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.Framework;
import io.digitalworker.facts.source.Evidence;
import io.digitalworker.facts.source.Language;
import io.digitalworker.facts.source.SourceFile;
import io.digitalworker.facts.source.SourceTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Tables that scripts and migrations create, as the last of them leaves it: SQL of any dialect (plain
 * scripts, Flyway, Liquibase's formatted SQL, Prisma, goose, dbmate) and Liquibase changelogs in XML and
 * YAML. Each table is a data store of kind {@code relational-table} and an entity of framework {@code
 * sql}; where the code has entities of that database, {@link Settlement} takes the latter away.
 */
public final class SqlSchema implements Framework {
    static final String FRAMEWORK = "sql";

    private static final Pattern UNDOES =
            Pattern.compile(
                    "(?:.*[-_.])?(?:drop|down|rollback|undo|teardown|uninstall|revert|cleanup)"
                            + "(?:[-_.].*)?\\.sql|u\\d[\\d_.]*__.*");
    private static final Pattern DOWN_SECTION =
            Pattern.compile("(?im)^--\\s*(?:\\+goose\\s+down|\\+migrate\\s+down|migrate:down)\\b");
    private static final Set<String> BOOKKEEPING =
            Set.of(
                    "databasechangelog",
                    "databasechangeloglock",
                    "flyway_schema_history",
                    "schema_version",
                    "_prisma_migrations",
                    "schema_migrations",
                    "__efmigrationshistory",
                    "sqlite_sequence",
                    "alembic_version");

    @Override
    public void extract(CodeBase code, Findings findings) {
        SourceTree tree = code.tree();
        ModuleRoots modules = new ModuleRoots(tree);
        Map<String, Map<String, SqlTable>> byModule = new TreeMap<>();
        histories(code, findings)
                .forEach(
                        (directory, history) -> {
                            String module = modules.of(directory + "/x");
                            Map<String, SqlTable> known =
                                    byModule.computeIfAbsent(module, m -> new LinkedHashMap<>());
                            for (SqlTable table : history.tables()) {
                                known.putIfAbsent(SqlTable.folded(table.name()), table);
                            }
                        });
        byModule.values()
                .forEach(tables -> tables.values().forEach(table -> emit(table, findings)));
    }

    /** One for each directory whose scripts build on each other. */
    private static Map<String, SqlHistory> histories(CodeBase code, Findings findings) {
        Map<String, TreeSet<String>> scripts = new TreeMap<>();
        for (SourceFile file : code.tree().files()) {
            if (file.language() == Language.SQL && builds(file) && file.lines() > 0) {
                scripts.computeIfAbsent(home(file), d -> new TreeSet<>(new ScriptOrder()))
                        .add(file.path());
            }
        }
        Map<String, SqlHistory> histories = new TreeMap<>();
        scripts.forEach(
                (directory, paths) -> {
                    SqlHistory history = new SqlHistory();
                    paths.forEach(path -> run(code.tree(), path, history, findings));
                    histories.put(directory, history);
                });
        ChangeLogs.read(code, histories);
        return histories;
    }

    private static boolean builds(SourceFile file) {
        return !ModuleRoots.isTest(file.path())
                && !UNDOES.matcher(file.name().toLowerCase(Locale.ROOT)).matches();
    }

    /** Prisma's migrations have a directory each. */
    private static String home(SourceFile file) {
        String directory = file.directory();
        boolean own = file.name().equals("migration.sql") || file.name().equals("up.sql");
        int slash = directory.lastIndexOf('/');
        return own && slash > 0 ? directory.substring(0, slash) : directory;
    }

    private static void run(SourceTree tree, String path, SqlHistory history, Findings findings) {
        SourceFile file = tree.file(path).orElseThrow();
        String text = tree.text(file).text();
        var down = DOWN_SECTION.matcher(text);
        SqlStatements read = SqlStatements.of(down.find() ? text.substring(0, down.start()) : text);
        history.apply(
                read.statements(),
                span -> {
                    int first = tree.text(file).lineOf(span.start());
                    int last = tree.text(file).lineOf(Math.max(span.start(), span.end() - 1));
                    return tree.evidence(file, first, Math.max(first, last));
                });
        if (read.passedOver() > 0) {
            Evidence all = tree.evidence(file, 1, file.lines());
            String count = read.passedOver() + " statements of " + file.name();
            findings.unresolved("datastore", count, "SQL that is not understood", all);
        }
    }

    private static void emit(SqlTable table, Findings findings) {
        if (BOOKKEEPING.contains(SqlTable.folded(table.name())) || table.columns().isEmpty()) {
            return;
        }
        findings.add(store(table));
        findings.add(entity(table));
    }

    private static DataStore store(SqlTable table) {
        List<String> keys = new ArrayList<>();
        for (String key : table.primaryKey()) {
            String type =
                    table.columns().stream()
                            .filter(column -> column.name().equalsIgnoreCase(key))
                            .findFirst()
                            .map(SqlColumn::type)
                            .orElse("");
            keys.add(type.isEmpty() ? key : key + ": " + type);
        }
        TreeMap<String, String> settings = new TreeMap<>();
        settings.put("columns", String.join(", ", names(table)));
        return new DataStore(
                table.name(),
                "relational-table",
                FRAMEWORK,
                keys,
                table.indexes(),
                settings,
                Confidence.LITERAL,
                table.evidence());
    }

    private static List<String> names(SqlTable table) {
        return table.columns().stream().map(SqlColumn::name).toList();
    }

    private static Entity entity(SqlTable table) {
        List<Field> fields =
                table.columns().stream()
                        .map(c -> new Field(c.name(), c.type(), table.nullable(c)))
                        .toList();
        List<Relation> relations =
                table.foreignKeys().stream()
                        .map(
                                key ->
                                        new Relation(
                                                String.join(",", key.columns()),
                                                key.reference().table().name(),
                                                "many-to-one",
                                                Confidence.LITERAL))
                        .toList();
        return new Entity(
                table.name(),
                FRAMEWORK,
                table.name(),
                fields,
                relations,
                table.primaryKey(),
                table.indexes(),
                Confidence.LITERAL,
                table.evidence());
    }
}
