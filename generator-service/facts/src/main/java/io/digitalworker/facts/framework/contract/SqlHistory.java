package io.digitalworker.facts.framework.contract;

import io.digitalworker.facts.data.SqlKey;
import io.digitalworker.facts.data.SqlStatement;
import io.digitalworker.facts.data.SqlStatement.AlterTable;
import io.digitalworker.facts.data.SqlStatement.CreateIndex;
import io.digitalworker.facts.data.SqlStatement.CreateTable;
import io.digitalworker.facts.data.SqlStatement.DropTable;
import io.digitalworker.facts.source.Evidence;
import io.digitalworker.facts.syntax.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The tables of a database after scripts were applied in their order. What is said of a table before
 * it is created counts afterwards, since scripts may be out of order.
 */
final class SqlHistory {
    private final Map<String, SqlTable> tables = new LinkedHashMap<>();
    private final List<SqlStatement> waiting = new ArrayList<>();

    void apply(List<SqlStatement> statements, Function<Span, Evidence> places) {
        for (SqlStatement statement : statements) {
            if (statement instanceof CreateTable created) {
                String key = SqlTable.folded(created.table().name());
                if (!tables.containsKey(key)) {
                    tables.put(key, new SqlTable(created, places.apply(created.span())));
                }
            } else if (!change(statement)) {
                waiting.add(statement);
            }
        }
    }

    /** In the order in which they were created. */
    List<SqlTable> tables() {
        waiting.forEach(this::change);
        waiting.clear();
        return List.copyOf(tables.values());
    }

    private boolean change(SqlStatement statement) {
        if (statement instanceof DropTable drop) {
            tables.remove(SqlTable.folded(drop.table().name()));
            return true;
        }
        if (statement instanceof CreateIndex index) {
            return index(index.table().name(), index.key());
        }
        return !(statement instanceof AlterTable alter) || alter(alter);
    }

    private boolean index(String name, SqlKey key) {
        SqlTable table = tables.get(SqlTable.folded(name));
        if (table != null) {
            table.add(key);
        }
        return table != null;
    }

    private boolean alter(AlterTable alter) {
        String key = SqlTable.folded(alter.table().name());
        SqlTable table = tables.get(key);
        if (table == null) {
            return false;
        }
        table.change(alter);
        alter.renamedTo()
                .ifPresent(
                        to -> {
                            tables.remove(key);
                            table.rename(to.name());
                            tables.put(SqlTable.folded(to.name()), table);
                        });
        return true;
    }
}
