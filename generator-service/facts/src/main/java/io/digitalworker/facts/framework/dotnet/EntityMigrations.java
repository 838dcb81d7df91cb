package io.digitalworker.facts.framework.dotnet;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.Entity;
import io.digitalworker.facts.fact.Field;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Dialect;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Create;
import io.digitalworker.facts.syntax.Expression.Lambda;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tables of Entity Framework's migrations ({@code migrationBuilder.CreateTable}), for code bases whose
 * entity classes are not in the archive.
 */
final class EntityMigrations {
    private EntityMigrations() {}

    static void extract(CodeBase code, Findings findings) {
        for (CodeFile file : code.filesWith(Dialect.CSHARP, "CreateTable")) {
            if (file.mayHold("MigrationBuilder")) {
                Bodies.walk(
                        file,
                        (expression, scope, conditions) -> {
                            if (expression instanceof Call call
                                    && call.name().equals("CreateTable")) {
                                table(code, call, scope, findings);
                            }
                        });
            }
        }
    }

    private static void table(CodeBase code, Call call, Scope scope, Findings findings) {
        boolean down = scope.member() != null && scope.member().name().equals("Down");
        Optional<String> name =
                Argument.of(call.arguments(), "name", 0)
                        .flatMap(value -> code.values().text(value, scope));
        Optional<Expression> columns = Argument.of(call.arguments(), "columns", 1);
        if (down || name.isEmpty() || columns.isEmpty()) {
            return;
        }
        findings.add(
                new Entity(
                        name.get(),
                        EntityDraft.FRAMEWORK,
                        name.get(),
                        fields(columns.get(), scope),
                        List.of(),
                        List.of(),
                        List.of(),
                        Confidence.LITERAL,
                        scope.file().evidence(call.span())));
    }

    private static List<Field> fields(Expression columns, Scope scope) {
        List<Field> fields = new ArrayList<>();
        if (columns instanceof Lambda lambda
                && !lambda.block()
                && scope.file().expression(lambda.body()) instanceof Create row) {
            List<Argument> given = new ArrayList<>(row.arguments());
            given.addAll(row.initializer());
            for (Argument column : given) {
                if (column.name() != null && column.value() instanceof Call call) {
                    String type = call.typeArguments().isEmpty() ? "" : call.typeArguments().get(0);
                    fields.add(new Field(column.name(), type, nullable(call)));
                }
            }
        }
        return fields;
    }

    private static boolean nullable(Call column) {
        return Argument.named(column.arguments(), "nullable")
                .filter(
                        value ->
                                value instanceof Expression.Name name && name.name().equals("true"))
                .isPresent();
    }
}
