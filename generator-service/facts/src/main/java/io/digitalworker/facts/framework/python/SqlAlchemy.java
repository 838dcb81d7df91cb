package io.digitalworker.facts.framework.python;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.declaration.TypeKind;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.Entity;
import io.digitalworker.facts.fact.Relation;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.Framework;
import io.digitalworker.facts.syntax.Dialect;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * SQLAlchemy and SQLModel: declarative classes of old and new style with their mixins, tables as
 * variables; tables of Alembic migrations where nothing else declares them.
 */
public final class SqlAlchemy implements Framework {
    private static final Set<String> PACKAGES =
            Set.of(
                    "sqlalchemy",
                    "flask_sqlalchemy",
                    "sqlmodel",
                    "alembic",
                    "sqlalchemy_utils",
                    "fastapi_users_db_sqlalchemy",
                    "advanced_alchemy");

    @Override
    public void extract(CodeBase code, Findings findings) {
        boolean used = Python.uses(code, PACKAGES);
        if (!used) {
            return;
        }
        List<MappedTable> found = tables(new Python(code), findings);
        Map<String, String> entities = new HashMap<>();
        found.forEach(f -> entities.putIfAbsent(f.table(), f.name()));
        found.forEach(f -> findings.add(entity(f, entities)));
    }

    private static List<MappedTable> tables(Python python, Findings findings) {
        List<MappedTable> found = new ArrayList<>();
        MappedClasses classes = new MappedClasses(python, found, findings);
        for (CodeFile file : python.code().files(Dialect.PYTHON)) {
            if (!Python.isTest(file) && !isMigration(file)) {
                file.types().stream()
                        .filter(t -> t.kind() != TypeKind.FILE && !t.bases().isEmpty())
                        .forEach(classes::declared);
            }
        }
        TableVariables variables = new TableVariables(python, found);
        python.files("Table").stream().filter(f -> !isMigration(f)).forEach(variables::tables);
        Set<String> names = new HashSet<>();
        found.forEach(f -> names.add(f.table().toLowerCase(Locale.ROOT)));
        boolean mapped = !found.isEmpty();
        for (CodeFile file : python.files("create_table")) {
            python.calls(file, Set.of("create_table"))
                    .forEach(c -> variables.migrated(c, names, mapped));
        }
        return found;
    }

    /** A migration's own copies of classes say what once was. */
    private static boolean isMigration(CodeFile file) {
        return file.imports().stream()
                .anyMatch(i -> i.module().equals("alembic") && i.name().equals("op"));
    }

    private static Entity entity(MappedTable f, Map<String, String> entities) {
        List<Relation> relations = new ArrayList<>(f.draft().relations);
        f.draft()
                .tableOf
                .forEach(
                        (field, table) ->
                                relations.add(
                                        new Relation(
                                                field,
                                                entities.getOrDefault(table, table),
                                                "many-to-one",
                                                Confidence.LITERAL)));
        return new Entity(
                f.name(),
                f.framework(),
                f.table(),
                List.copyOf(f.draft().fields.values()),
                relations,
                f.draft().keys,
                f.draft().indexes.stream().distinct().toList(),
                f.confidence(),
                f.evidence());
    }
}
