package io.digitalworker.facts.framework.node;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Located;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.Mark;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.Framework;
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Dialect;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Create;
import io.digitalworker.facts.syntax.Expression.Entry;
import io.digitalworker.facts.syntax.Expression.Mapping;
import io.digitalworker.facts.syntax.Expression.Name;
import io.digitalworker.facts.syntax.Expression.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Entities of Sequelize ({@code define}, {@code init}), Drizzle tables and TypeORM entity schemas. */
public final class Sequelize implements Framework {
    private static final Map<String, String> ASSOCIATIONS =
            Map.of(
                    "hasMany", "one-to-many",
                    "hasOne", "one-to-one",
                    "belongsTo", "many-to-one",
                    "belongsToMany", "many-to-many");
    private static final Set<String> TABLES =
            Set.of("pgTable", "mysqlTable", "sqliteTable", "pgTableCreator", "singlestoreTable");

    /** An association as it is called, to be added when all entities are known. */
    private record Association(String from, String field, String to, String kind) {}

    @Override
    public void extract(CodeBase code, Findings findings) {
        Map<String, EntityDraft> drafts = new LinkedHashMap<>();
        List<Association> associations = new ArrayList<>();
        for (CodeFile file :
                code.filesWith(
                        Dialect.SCRIPT,
                        "define",
                        "init",
                        "hasMany",
                        "belongsTo",
                        "hasOne",
                        "belongsToMany",
                        "EntitySchema",
                        "pgTable",
                        "mysqlTable",
                        "sqliteTable")) {
            if (TestFiles.is(file.path())) {
                continue;
            }
            Map<Integer, String> variables = variables(file);
            ScriptWalk.over(
                    file,
                    (e, scope, caller) -> {
                        if (e instanceof Call call) {
                            call(call, scope, code, drafts, associations, variables, findings);
                        } else if (e instanceof Create create
                                && create.type().startsWith("EntitySchema")
                                && !create.arguments().isEmpty()) {
                            entitySchema(create, scope, code, drafts);
                        }
                    });
        }
        for (Association each : associations) {
            EntityDraft from = drafts.get(each.from());
            if (from != null) {
                from.relation(each.field(), each.to(), each.kind());
            }
        }
        drafts.values().forEach(draft -> findings.add(draft.done()));
    }

    /** The names of variables by where their value begins. */
    private static Map<Integer, String> variables(CodeFile file) {
        Map<Integer, String> names = new LinkedHashMap<>();
        for (Member member : file.functions()) {
            if (!member.initializer().isEmpty()) {
                names.put(member.initializer().start(), member.name());
            }
        }
        return names;
    }

    private static void call(
            Call call,
            Scope scope,
            CodeBase code,
            Map<String, EntityDraft> drafts,
            List<Association> associations,
            Map<Integer, String> variables,
            Findings findings) {
        String name = call.name();
        boolean several = call.arguments().size() > 1;
        Expression receiver = call.receiver();
        if (name.equals("define") && several && receiver != null && ours(scope.file())) {
            code.values()
                    .text(call.arguments().get(0).value(), scope)
                    .ifPresent(n -> model(n, call, 1, scope, code, drafts, findings));
        } else if (name.equals("init")
                && several
                && receiver != null
                && optionsName(call, scope, code) != null) {
            boolean own =
                    Decorators.name(receiver).equals("this")
                            || Decorators.name(receiver).equals("super");
            String named = optionsName(call, scope, code);
            String type =
                    scope.type() != null && own
                            ? scope.type().simpleName()
                            : Decorators.name(receiver);
            model(
                    type.isEmpty() || type.equals("this") || type.equals("super")
                            ? String.valueOf(named)
                            : type,
                    call,
                    0,
                    scope,
                    code,
                    drafts,
                    findings);
        } else if (ASSOCIATIONS.containsKey(name)
                && receiver != null
                && !call.arguments().isEmpty()) {
            association(call, receiver, scope, code, associations);
        } else if (TABLES.contains(name) && several) {
            table(call, scope, code, drafts, variables);
        }
    }

    private static boolean ours(CodeFile file) {
        return file.mayHold("DataTypes") || file.mayHold("Sequelize") || file.mayHold("sequelize");
    }

    /** The model's name in the options of {@code init}; empty if there is none, null if it is no model's. */
    private static @Nullable String optionsName(Call call, Scope scope, CodeBase code) {
        Located at = code.symbols().definition(call.arguments().get(1).value(), scope);
        if (!(at.expression() instanceof Mapping options)) {
            return null;
        }
        Expression name = options.get("modelName");
        boolean ours =
                name != null
                        || options.get("sequelize") != null
                        || options.get("tableName") != null;
        return !ours ? null : name == null ? "" : code.values().text(name, at.scope()).orElse("");
    }

    private static void model(
            String name,
            Call call,
            int at,
            Scope scope,
            CodeBase code,
            Map<String, EntityDraft> drafts,
            Findings findings) {
        Located fields = code.symbols().definition(call.arguments().get(at).value(), scope);
        if (!(fields.expression() instanceof Mapping mapping)) {
            return;
        }
        EntityDraft draft = new EntityDraft(name, "sequelize", scope.file().evidence(call.span()));
        if (drafts.putIfAbsent(name, draft) != null) {
            return;
        }
        for (Entry entry : mapping.entries()) {
            if (entry.keyText() != null) {
                column(entry.keyText(), entry.value(), fields.scope(), draft);
            }
        }
        Argument.at(call.arguments(), at + 1)
                .ifPresent(o -> options(o, scope, code, draft, findings));
    }

    private static void options(
            Expression given, Scope scope, CodeBase code, EntityDraft draft, Findings findings) {
        Located at = code.symbols().definition(given, scope);
        if (at.expression() instanceof Mapping options) {
            Expression table = options.get("tableName");
            draft.table = table == null ? "" : code.values().text(table, at.scope()).orElse("");
            if (DecoratedEntities.isTrue(options.get("paranoid"))) {
                findings.add(
                        new Mark("soft-delete", draft.name, Confidence.LITERAL, draft.evidence));
            }
            if (DecoratedEntities.isTrue(options.get("version"))) {
                findings.add(
                        new Mark(
                                "row-version",
                                draft.name + ".version",
                                Confidence.LITERAL,
                                draft.evidence));
            }
        }
    }

    private static void column(
            @Nullable String name, Expression value, Scope scope, EntityDraft draft) {
        if (name == null) {
            return;
        }
        Mapping options = value instanceof Mapping mapping ? mapping : null;
        Expression type = options == null ? value : options.get("type");
        boolean key = options != null && DecoratedEntities.isTrue(options.get("primaryKey"));
        boolean needed =
                key || (options != null && DecoratedEntities.isFalse(options.get("allowNull")));
        draft.field(name, type(type, scope), !needed);
        if (key) {
            draft.keys.add(name);
        }
        if (options != null && DecoratedEntities.isTrue(options.get("unique"))) {
            draft.indexes.add("unique " + name);
        }
        Expression references = options == null ? null : options.get("references");
        Expression model = references instanceof Mapping m ? m.get("model") : null;
        if (model != null) {
            String to = model instanceof Text text ? text.value() : Decorators.name(model);
            draft.relation(name, to, "many-to-one");
        }
    }

    /** {@code DataTypes.STRING(255)} is STRING. */
    private static String type(@Nullable Expression type, Scope scope) {
        if (type instanceof Call call) {
            return call.name();
        }
        return type == null
                ? ""
                : type instanceof Text text
                        ? text.value()
                        : type instanceof Mapping
                                ? ""
                                : Decorators.name(type).isEmpty()
                                        ? Authorization.written(scope.file().text(type.span()))
                                        : Decorators.name(type);
    }

    private static void association(
            Call call,
            Expression receiver,
            Scope scope,
            CodeBase code,
            List<Association> associations) {
        TypeDeclaration around = scope.type();
        String plain = Decorators.name(receiver);
        String from = plain.equals("this") && around != null ? around.simpleName() : plain;
        String to = Decorators.name(call.arguments().get(0).value());
        Expression options = call.arguments().size() > 1 ? call.arguments().get(1).value() : null;
        Expression as = options instanceof Mapping mapping ? mapping.get("as") : null;
        String field = as == null ? "" : code.values().text(as, scope).orElse("");
        if (!from.isEmpty() && !to.isEmpty()) {
            associations.add(
                    new Association(from, field, to, ASSOCIATIONS.getOrDefault(call.name(), "")));
        }
    }

    // ---- Drizzle

    private static void table(
            Call call,
            Scope scope,
            CodeBase code,
            Map<String, EntityDraft> drafts,
            Map<Integer, String> variables) {
        Located fields = code.symbols().definition(call.arguments().get(1).value(), scope);
        String table = code.values().text(call.arguments().get(0).value(), scope).orElse("");
        String name = variables.getOrDefault(call.span().start(), table);
        if (!(fields.expression() instanceof Mapping mapping) || name.isEmpty()) {
            return;
        }
        EntityDraft draft = new EntityDraft(name, "drizzle", scope.file().evidence(call.span()));
        draft.table = table;
        for (Entry entry : mapping.entries()) {
            if (entry.keyText() != null) {
                drizzle(entry.keyText(), entry.value(), scope, draft);
            }
        }
        drafts.putIfAbsent(name, draft);
    }

    private static void drizzle(
            @Nullable String name, Expression value, Scope scope, EntityDraft draft) {
        boolean needed = false;
        String type = "";
        Expression at = value;
        while (at instanceof Call call && name != null) {
            switch (call.name()) {
                case "notNull" -> needed = true;
                case "primaryKey" -> {
                    needed = true;
                    draft.keys.add(name);
                }
                case "unique" -> draft.indexes.add("unique " + name);
                case "references" -> {
                    Expression target =
                            call.arguments().isEmpty()
                                    ? at
                                    : Decorators.answered(
                                            call.arguments().get(0).value(), scope.file());
                    boolean column = target instanceof Expression.Select;
                    draft.relation(
                            name,
                            column ? Decorators.name(((Expression.Select) target).target()) : "",
                            "many-to-one");
                }
                default -> {}
            }
            Expression receiver = call.receiver();
            type = receiver == null || receiver instanceof Name ? call.name() : type;
            at = receiver == null ? call.function() : receiver;
        }
        if (name != null) {
            draft.field(name, type, !needed);
        }
    }

    // ---- TypeORM's entity schemas

    private static void entitySchema(
            Create create, Scope scope, CodeBase code, Map<String, EntityDraft> drafts) {
        Located at = code.symbols().definition(create.arguments().get(0).value(), scope);
        if (!(at.expression() instanceof Mapping schema)) {
            return;
        }
        Expression named = schema.get("name");
        Expression target = schema.get("target");
        String name =
                named != null
                        ? code.values().text(named, at.scope()).orElse("")
                        : target == null ? "" : Decorators.name(target);
        if (name.isEmpty()) {
            return;
        }
        EntityDraft draft = new EntityDraft(name, "typeorm", scope.file().evidence(create.span()));
        Expression table = schema.get("tableName");
        draft.table = table == null ? "" : code.values().text(table, at.scope()).orElse("");
        if (schema.get("columns") instanceof Mapping columns) {
            for (Entry entry : columns.entries()) {
                if (entry.keyText() != null && entry.value() instanceof Mapping options) {
                    draft.field(
                            String.valueOf(entry.keyText()),
                            type(options.get("type"), at.scope()),
                            DecoratedEntities.isTrue(options.get("nullable")));
                    if (DecoratedEntities.isTrue(options.get("primary"))) {
                        draft.keys.add(String.valueOf(entry.keyText()));
                    }
                }
            }
        }
        if (schema.get("relations") instanceof Mapping relations) {
            for (Entry entry : relations.entries()) {
                if (entry.keyText() != null && entry.value() instanceof Mapping options) {
                    Expression to = options.get("target");
                    String kind = type(options.get("type"), at.scope());
                    String other =
                            to instanceof Text text
                                    ? text.value()
                                    : to == null
                                            ? ""
                                            : Decorators.name(
                                                    Decorators.answered(to, scope.file()));
                    draft.field(String.valueOf(entry.keyText()), other, true);
                    draft.relation(String.valueOf(entry.keyText()), other, kind);
                }
            }
        }
        drafts.putIfAbsent(name, draft);
    }
}
