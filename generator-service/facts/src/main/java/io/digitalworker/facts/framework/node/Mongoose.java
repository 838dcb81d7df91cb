package io.digitalworker.facts.framework.node;

import io.digitalworker.facts.budget.Descent;
import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Located;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.declaration.Member;
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
import io.digitalworker.facts.syntax.Expression.Select;
import io.digitalworker.facts.syntax.Expression.Sequence;
import io.digitalworker.facts.syntax.Expression.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Entities of Mongoose: {@code new Schema({…})}, named by the models made of them. */
public final class Mongoose implements Framework {
    private static final int MAX_DEPTH = 6;
    private static final int MAX_MAPPINGS = 500;

    private record Made(Create create, Scope scope) {}

    @Override
    public void extract(CodeBase code, Findings findings) {
        Map<String, Made> schemas = new LinkedHashMap<>();
        Map<String, String> names = new LinkedHashMap<>();
        Map<String, String> models = new LinkedHashMap<>();
        Map<String, String> collections = new LinkedHashMap<>();
        List<String[]> indexes = new ArrayList<>();
        for (CodeFile file : code.filesWith(Dialect.SCRIPT, "Schema", "model")) {
            if (TestFiles.is(file.path()) || (!file.mayHold("mongoose") && !imports(file))) {
                continue;
            }
            ScriptWalk.over(
                    file,
                    (e, scope, caller) -> {
                        if (e instanceof Create create && isSchema(create)) {
                            schemas.putIfAbsent(key(create, scope), new Made(create, scope));
                        } else if (e instanceof Call call && isPlain(call)) {
                            Create made =
                                    new Create("Schema", call.arguments(), List.of(), call.span());
                            schemas.putIfAbsent(key(call, scope), new Made(made, scope));
                        } else if (e instanceof Call call && call.arguments().size() > 1) {
                            model(call, scope, code, models, collections);
                        }
                        if (e instanceof Call call && call.name().equals("index")) {
                            index(call, scope, code, indexes);
                        }
                    });
            for (Member member : file.functions()) {
                if (!member.initializer().isEmpty()) {
                    Expression value = file.expression(member.initializer());
                    names.putIfAbsent(key(value, Scope.of(file)), member.name());
                }
            }
        }
        for (Map.Entry<String, Made> each : schemas.entrySet()) {
            String name =
                    models.getOrDefault(
                            each.getKey(),
                            plain(
                                    names.getOrDefault(each.getKey(), ""),
                                    each.getValue().scope().file()));
            EntityDraft draft = entity(name, each.getValue(), code);
            draft.table = collections.getOrDefault(each.getKey(), draft.table);
            indexes.stream()
                    .filter(i -> i[0].equals(each.getKey()))
                    .forEach(i -> draft.indexes.add(i[1]));
            if (!draft.isEmpty()) {
                findings.add(draft.done());
            }
        }
    }

    private static boolean imports(CodeFile file) {
        return file.imports().stream().anyMatch(i -> i.module().contains("mongoose"));
    }

    private static boolean isSchema(Create create) {
        String type = create.type().replaceAll("<.*", "");
        return type.equals("Schema") || type.equals("mongoose.Schema") || type.endsWith(".Schema");
    }

    private static String key(Expression expression, Scope scope) {
        return scope.file().path() + ":" + expression.span().start();
    }

    /** {@code mongoose.Schema({…})} without {@code new}. */
    private static boolean isPlain(Call call) {
        return call.name().equals("Schema")
                && (call.receiver() == null || Decorators.name(call.receiver()).equals("mongoose"))
                && !call.arguments().isEmpty();
    }

    private static void model(
            Call call,
            Scope scope,
            CodeBase code,
            Map<String, String> models,
            Map<String, String> collections) {
        boolean model = call.name().equals("model") || call.name().equals("discriminator");
        Optional<Expression> name = Argument.at(call.arguments(), 0);
        Optional<Expression> schema = Argument.at(call.arguments(), 1);
        if (!model || name.isEmpty() || schema.isEmpty()) {
            return;
        }
        Located at = code.symbols().definition(schema.get(), scope);
        Optional<String> text = code.values().text(name.get(), scope);
        text.ifPresent(t -> models.putIfAbsent(key(at.expression(), at.scope()), t));
        Argument.at(call.arguments(), 2)
                .flatMap(c -> code.values().text(c, scope))
                .ifPresent(c -> collections.putIfAbsent(key(at.expression(), at.scope()), c));
    }

    private static void index(Call call, Scope scope, CodeBase code, List<String[]> indexes) {
        Expression receiver = call.receiver();
        boolean fields =
                !call.arguments().isEmpty() && call.arguments().get(0).value() instanceof Mapping;
        if (receiver == null || !fields) {
            return;
        }
        Located at = code.symbols().definition(receiver, scope);
        List<String> names = new ArrayList<>();
        ((Mapping) call.arguments().get(0).value())
                .entries()
                .forEach(e -> names.add(String.valueOf(e.keyText())));
        boolean unique =
                call.arguments().size() > 1
                        && call.arguments().get(1).value() instanceof Mapping m
                        && DecoratedEntities.isTrue(m.get("unique"));
        indexes.add(
                new String[] {
                    key(at.expression(), at.scope()),
                    (unique ? "unique " : "") + String.join(",", names)
                });
    }

    /** {@code userSchema} is User's. */
    private static String plain(String variable, CodeFile file) {
        String name = variable.replaceFirst("(?i)_?schema$", "");
        name = name.isEmpty() ? file.file().name().replaceFirst("\\..*", "") : name;
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private static EntityDraft entity(String name, Made made, CodeBase code) {
        CodeFile file = made.scope().file();
        EntityDraft draft = new EntityDraft(name, "mongoose", file.evidence(made.create().span()));
        Argument.at(made.create().arguments(), 0)
                .ifPresent(
                        d ->
                                fields(
                                        "",
                                        d,
                                        made.scope(),
                                        draft,
                                        code,
                                        Descent.of(MAX_DEPTH, MAX_MAPPINGS)));
        Optional<Expression> options = Argument.at(made.create().arguments(), 1);
        Expression given =
                options.map(o -> code.symbols().definition(o, made.scope()).expression())
                        .orElse(null);
        if (given instanceof Mapping mapping) {
            Expression collection = mapping.get("collection");
            draft.table =
                    collection == null
                            ? ""
                            : code.values().text(collection, made.scope()).orElse("");
            Expression stamps = mapping.get("timestamps");
            if (stamps != null && !DecoratedEntities.isFalse(stamps)) {
                draft.field("createdAt", "Date", false);
                draft.field("updatedAt", "Date", false);
            }
        }
        return draft;
    }

    private static void fields(
            String prefix,
            Expression definition,
            Scope scope,
            EntityDraft draft,
            CodeBase code,
            Descent depth) {
        Located at = code.symbols().definition(definition, scope);
        if (!(at.expression() instanceof Mapping mapping) || depth.ended()) {
            return;
        }
        for (Entry entry : mapping.entries()) {
            String key = entry.keyText();
            if (key == null) {
                fields(prefix, entry.value(), at.scope(), draft, code, depth.deeper());
            } else {
                field(prefix + key, entry.value(), at.scope(), draft, code, depth);
            }
        }
    }

    private static void field(
            String name,
            Expression written,
            Scope scope,
            EntityDraft draft,
            CodeBase code,
            Descent depth) {
        boolean list = written instanceof Sequence;
        Expression item = first(written);
        Mapping options = item instanceof Mapping mapping ? mapping : null;
        Expression type = options == null ? item : options.get("type");
        boolean typed =
                options == null
                        || (type != null && !(type instanceof Mapping m && m.get("type") != null));
        if (options != null && !typed && !list) {
            fields(name + ".", options, scope, draft, code, depth.deeper());
            return;
        }
        if (options != null && !typed) {
            draft.field(name, "object[]", true);
            return;
        }
        boolean inner = type instanceof Sequence;
        Expression bare = type == null ? null : first(type);
        Mapping within = bare instanceof Mapping m ? m : null;
        Expression named = within != null && within.get("type") != null ? within.get("type") : bare;
        String text = type(named, scope);
        draft.field(name, text + (list || inner ? "[]" : ""), !required(options, scope));
        Expression ref = options == null ? null : options.get("ref");
        ref = ref == null && within != null ? within.get("ref") : ref;
        if (ref != null) {
            String to = code.values().text(ref, scope).orElse(Decorators.name(ref));
            draft.relation(name, to, list || inner ? "one-to-many" : "many-to-one");
        }
        if (options != null && DecoratedEntities.isTrue(options.get("unique"))) {
            draft.indexes.add("unique " + name);
        } else if (options != null && DecoratedEntities.isTrue(options.get("index"))) {
            draft.indexes.add(name);
        }
    }

    private static Expression first(Expression expression) {
        return expression instanceof Sequence list && !list.items().isEmpty()
                ? list.items().get(0)
                : expression;
    }

    private static String type(@Nullable Expression type, Scope scope) {
        if (type == null) {
            return "";
        }
        if (type instanceof Text text) {
            return text.value();
        }
        return type instanceof Name || type instanceof Select
                ? Decorators.name(type)
                : type instanceof Mapping
                        ? "object"
                        : type instanceof Sequence
                                ? "Mixed"
                                : Authorization.written(scope.file().text(type.span()));
    }

    private static boolean required(@Nullable Mapping options, Scope scope) {
        Expression required = options == null ? null : options.get("required");
        return required != null
                && !DecoratedEntities.isFalse(first(required))
                && !scope.file().path().isEmpty();
    }
}
