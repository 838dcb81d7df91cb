package io.digitalworker.facts.framework.nopcommerce;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.code.TypeName;
import io.digitalworker.facts.code.Value;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.Field;
import io.digitalworker.facts.fact.Validation;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.dotnet.Bodies;
import io.digitalworker.facts.framework.dotnet.Chain;
import io.digitalworker.facts.framework.dotnet.ClrTypes;
import io.digitalworker.facts.lexer.Tokens;
import io.digitalworker.facts.syntax.Dialect;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Text;
import io.digitalworker.facts.syntax.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What builders ({@code NopEntityBuilder<T>}), migrations and name compatibilities say about tables, by
 * the full name of the entity, or by its simple name if the archive does not declare it.
 */
final class NopTables {
    private static final Map<String, String> TYPES =
            Map.ofEntries(
                    Map.entry("AsInt16", "short"),
                    Map.entry("AsInt32", "int"),
                    Map.entry("AsInt64", "long"),
                    Map.entry("AsString", "string"),
                    Map.entry("AsBoolean", "bool"),
                    Map.entry("AsDecimal", "decimal"),
                    Map.entry("AsDouble", "double"),
                    Map.entry("AsFloat", "float"),
                    Map.entry("AsGuid", "Guid"),
                    Map.entry("AsBinary", "byte[]"),
                    Map.entry("AsDate", "DateTime"),
                    Map.entry("AsDateTime", "DateTime"),
                    Map.entry("AsDateTime2", "DateTime"));

    private final CodeBase code;
    private final Findings findings;
    private final ClrTypes types;
    private final Map<String, Map<String, Column>> columns = new LinkedHashMap<>();
    private final Map<String, String> tables = new HashMap<>();
    private final Map<String, Set<String>> indexes = new HashMap<>();

    /**
     * A column as a builder has it.
     *
     * @param said whether the builder sets its type, so that {@code nullable} is known
     * @param references the entity that a foreign key leads to; empty if there is none
     */
    record Column(
            String name,
            String type,
            boolean said,
            boolean nullable,
            boolean key,
            String references) {
        Field field() {
            return new Field(name, type, nullable);
        }
    }

    private NopTables(CodeBase code, Findings findings) {
        this.code = code;
        this.findings = findings;
        this.types = new ClrTypes(code);
    }

    static NopTables of(CodeBase code, Findings findings) {
        NopTables read = new NopTables(code, findings);
        for (TypeDeclaration builder : Nop.classesOn(code, "NopEntityBuilder")) {
            List<String> arguments = read.types.argumentsOf(builder, "NopEntityBuilder");
            if (!arguments.isEmpty()) {
                read.builder(builder, read.entity(arguments.get(0), builder));
            }
        }
        for (TypeDeclaration names : Nop.classesOn(code, "INameCompatibility")) {
            read.names(names);
        }
        read.indexes();
        return read;
    }

    private String entity(String written, TypeDeclaration inside) {
        return types.find(written, inside)
                .map(TypeDeclaration::fullName)
                .orElse(TypeName.of(written).simpleName());
    }

    private static String simple(String entity) {
        return entity.substring(entity.lastIndexOf('.') + 1);
    }

    boolean has(TypeDeclaration entity) {
        return columns.containsKey(entity.fullName());
    }

    Map<String, Column> columns(TypeDeclaration entity) {
        return columns.getOrDefault(entity.fullName(), Map.of());
    }

    /** A table is called as its entity unless a name compatibility says otherwise. */
    String table(TypeDeclaration entity) {
        return tables.getOrDefault(entity.fullName(), entity.simpleName());
    }

    List<String> indexes(TypeDeclaration entity) {
        return List.copyOf(indexes.getOrDefault(entity.simpleName(), Set.of()));
    }

    // ---- builders

    private void builder(TypeDeclaration builder, String entity) {
        columns.computeIfAbsent(entity, e -> new LinkedHashMap<>());
        CodeFile file = code.fileOf(builder);
        for (Member member : builder.members()) {
            if (member.name().equals("MapEntity")) {
                Set<Integer> done = new HashSet<>();
                Bodies.walk(
                        file,
                        builder,
                        member,
                        (expression, scope, conditions) -> {
                            boolean outer =
                                    expression instanceof Call call
                                            && done.add(Chain.of(call).root().span().start());
                            if (outer && expression instanceof Call call) {
                                chain(Chain.of(call), scope, entity);
                            }
                        });
            }
        }
    }

    private void chain(Chain chain, Scope scope, String entity) {
        List<Call> of = new ArrayList<>();
        for (Call call : chain.calls()) {
            if (call.name().equals("WithColumn")) {
                column(of, scope, entity);
                of.clear();
            }
            of.add(call);
        }
        column(of, scope, entity);
    }

    private void column(List<Call> calls, Scope scope, String entity) {
        if (calls.isEmpty() || !calls.get(0).name().equals("WithColumn")) {
            return;
        }
        Optional<String> name =
                calls.get(0).arguments().stream()
                        .findFirst()
                        .flatMap(argument -> columnName(argument.value(), scope));
        if (name.isEmpty()) {
            findings.unresolved(
                    "entity",
                    scope.file().text(calls.get(0).span()),
                    "not a constant",
                    scope.file().evidence(calls.get(0).span()));
            return;
        }
        String type = "";
        boolean nullable = false;
        boolean key = false;
        String references = "";
        for (Call call : calls) {
            type = TYPES.getOrDefault(call.name(), type);
            nullable |= call.name().equals("Nullable");
            key |= call.name().equals("PrimaryKey");
            if (call.name().equals("ForeignKey") && !call.typeArguments().isEmpty()) {
                references = TypeName.of(call.typeArguments().get(0)).simpleName();
            }
            index(call, entity, name.get());
            check(call, scope, entity, name.get());
        }
        columns.computeIfAbsent(entity, e -> new LinkedHashMap<>())
                .put(
                        name.get(),
                        new Column(name.get(), type, !type.isEmpty(), nullable, key, references));
    }

    /** {@code nameof(T.P)}, a text, or the property in {@code GetColumnName(typeof(T), nameof(T.P))}. */
    private Optional<String> columnName(Expression expression, Scope scope) {
        boolean compatible =
                expression instanceof Call call
                        && call.name().equals("GetColumnName")
                        && call.arguments().size() == 2;
        Expression named = compatible ? ((Call) expression).arguments().get(1).value() : expression;
        return code.values().text(named, scope);
    }

    private void index(Call call, String entity, String column) {
        boolean unique = call.name().equals("Unique");
        if (unique || call.name().equals("Indexed")) {
            indexes.computeIfAbsent(simple(entity), e -> new LinkedHashSet<>())
                    .add((unique ? "unique " : "") + column);
        }
    }

    private void check(Call call, Scope scope, String entity, String column) {
        if (call.name().equals("NotNullable")) {
            validation(entity, column, "required", "", call, scope);
        }
        boolean sized = call.name().equals("AsString") && !call.arguments().isEmpty();
        if (sized) {
            Value size = code.values().first(call.arguments().get(0).value(), scope);
            if (size.known()) {
                validation(entity, column, "max-length", size.text(), call, scope);
            }
        }
    }

    private void validation(
            String entity, String column, String rule, String bound, Call call, Scope scope) {
        int end = call.span().end();
        int start = Math.max(call.function().span().end() - call.name().length(), 0);
        findings.add(
                new Validation(
                        simple(entity),
                        column,
                        rule,
                        bound,
                        Nop.FRAMEWORK,
                        Confidence.LITERAL,
                        scope.file().evidence(new Span(start, end))));
    }

    // ---- names

    /** {@code { typeof(ProductCategory), "Product_Category_Mapping" }}. */
    private void names(TypeDeclaration type) {
        CodeFile file = code.fileOf(type);
        for (Member member : type.members()) {
            if (member.name().equals("TableNames")) {
                Tokens tokens = file.tokens();
                int end = tokens.at(member.span().end());
                for (int i = tokens.at(member.span().start()); i < end; i++) {
                    if (tokens.is(i, "typeof") && tokens.is(i + 1, '(')) {
                        int close = tokens.partner(i + 1);
                        Expression name = file.syntax().expression(close + 2, close + 3);
                        if (tokens.is(close + 1, ',') && name instanceof Text text) {
                            tables.put(entity(tokens.word(close - 1), type), text.value());
                        }
                    }
                }
            }
        }
    }

    // ---- indexes of migrations

    /** {@code Create.Index("IX").OnTable(nameof(T)).OnColumn(nameof(T.P)).Ascending()}. */
    private void indexes() {
        for (CodeFile file : code.filesWith(Dialect.CSHARP, "OnTable")) {
            if (file.mayHold("OnColumn")) {
                Set<Integer> done = new HashSet<>();
                Bodies.walk(
                        file,
                        (expression, scope, conditions) -> {
                            if (expression instanceof Call call && call.span().end() > 0) {
                                Chain chain = Chain.of(call);
                                if (done.add(chain.root().span().start())) {
                                    index(chain, scope);
                                }
                            }
                        });
            }
        }
    }

    private void index(Chain chain, Scope scope) {
        String table = "";
        List<String> names = new ArrayList<>();
        boolean unique = false;
        boolean index = false;
        for (Call call : chain.calls()) {
            index |= call.name().equals("Index");
            unique |= call.name().equals("Unique");
            Optional<String> text =
                    call.arguments().stream()
                            .findFirst()
                            .flatMap(argument -> tableOrColumn(argument.value(), scope));
            if (call.name().equals("OnTable")) {
                table = text.orElse("");
            } else if (call.name().equals("OnColumn")) {
                text.ifPresent(names::add);
            }
        }
        if (index && !table.isEmpty() && !names.isEmpty()) {
            indexes.computeIfAbsent(table, t -> new LinkedHashSet<>())
                    .add((unique ? "unique " : "") + String.join(",", names));
        }
    }

    private Optional<String> tableOrColumn(Expression expression, Scope scope) {
        boolean compatible =
                expression instanceof Call call
                        && call.name().equals("GetTableName")
                        && call.arguments().size() == 1;
        return compatible
                ? Optional.of(Nop.typeOf(((Call) expression).arguments().get(0).value()))
                : columnName(expression, scope);
    }
}
