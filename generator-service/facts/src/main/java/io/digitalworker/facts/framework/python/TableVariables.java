package io.digitalworker.facts.framework.python;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Located;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.source.Evidence;
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Tables as variables, and the tables that migrations make. */
final class TableVariables {
    private final Python python;
    private final CodeBase code;
    private final Columns columns;
    private final List<MappedTable> found;

    TableVariables(Python python, List<MappedTable> found) {
        this.python = python;
        this.code = python.code();
        this.columns = new Columns(python);
        this.found = found;
    }

    void tables(CodeFile file) {
        Scope scope = Scope.of(file);
        for (Statement statement : file.topLevel()) {
            boolean table =
                    statement.value() instanceof Call call
                            && call.name().equals("Table")
                            && !statement.name().isEmpty();
            if (table && statement.value() instanceof Call call) {
                Optional<String> name =
                        Argument.of(call.arguments(), "name", 0)
                                .flatMap(e -> code.values().text(e, scope));
                TableDraft draft = new TableDraft();
                columns(call, scope, draft);
                if (name.isPresent() && !draft.fields.isEmpty()) {
                    Evidence evidence = file.evidence(statement.span());
                    found.add(
                            new MappedTable(
                                    name.get(),
                                    "sqlalchemy",
                                    name.get(),
                                    draft,
                                    Confidence.LITERAL,
                                    evidence));
                }
            }
        }
    }

    private void columns(Call call, Scope scope, TableDraft draft) {
        for (Argument argument : call.arguments()) {
            List<Located> items =
                    "*".equals(argument.name())
                            ? python.items(argument.value(), scope)
                            : List.of(new Located(argument.value(), scope));
            for (Located each : items) {
                Located at = columns.made(each.expression(), each.scope());
                if (at.expression() instanceof Call column
                        && Columns.kind(column, at.scope()).equals("column")) {
                    nameOf(column, at.scope())
                            .ifPresent(n -> columns.column(n, column, at.scope(), "", draft));
                } else if (at.expression() instanceof Call constraint) {
                    Columns.constraint(constraint, draft);
                }
            }
        }
    }

    private Optional<String> nameOf(Call column, Scope scope) {
        return Argument.of(column.arguments(), "name", 0)
                .flatMap(e -> code.values().text(e, scope));
    }

    /** {@code op.create_table("users", sa.Column(…))} of a table that no class declares. */
    void migrated(Python.Called called, Set<String> names, boolean mapped) {
        Call call = called.call();
        Expression receiver = call.receiver();
        Optional<String> name =
                Argument.of(call.arguments(), "table_name", 0)
                        .flatMap(e -> code.values().text(e, called.scope()));
        boolean ours = receiver != null && Python.dotted(receiver).matches("op|alembic\\.op");
        if (!ours || mapped || name.isEmpty() || !names.add(name.get().toLowerCase(Locale.ROOT))) {
            return;
        }
        TableDraft draft = new TableDraft();
        columns(call, called.scope(), draft);
        Evidence evidence = called.scope().file().evidence(call.span());
        found.add(
                new MappedTable(
                        name.get(), "alembic", name.get(), draft, Confidence.LITERAL, evidence));
    }
}
