package io.digitalworker.facts.framework.python;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.Located;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.code.TypeName;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.Field;
import io.digitalworker.facts.fact.Relation;
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Name;
import io.digitalworker.facts.syntax.Expression.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Columns, relationships and constraints as they are written, of classes and of tables. */
final class Columns {
    private final Python python;
    private final CodeBase code;

    Columns(Python python) {
        this.python = python;
        this.code = python.code();
    }

    Located made(Expression value, Scope scope) {
        return value instanceof Call call && !kind(call, scope).isEmpty()
                ? new Located(value, scope)
                : python.made(value, scope);
    }

    static String kind(Call call, Scope scope) {
        String name = Python.last(Python.origin(call.function(), scope.file()));
        return switch (name) {
            case "Column", "mapped_column", "deferred" -> "column";
            case "relationship", "dynamic_loader", "Relationship" -> "relationship";
            default -> "";
        };
    }

    static void put(TableDraft draft, String name, String type, boolean nullable) {
        draft.fields.putIfAbsent(name, new Field(name, type, nullable));
    }

    static boolean optional(String type) {
        return type.startsWith("Optional[") || type.contains("|None") || type.contains("None|");
    }

    static String bare(String type) {
        String plain =
                type.replace("\"", "").replace("'", "").replace("|None", "").replace("None|", "");
        TypeName name = TypeName.of(plain);
        boolean wrapped =
                name.simpleName().equals("Optional") || name.simpleName().equals("Annotated");
        return wrapped && !name.argument().isEmpty() ? name.argument() : plain;
    }

    void column(String name, Call call, Scope scope, String mapped, TableDraft draft) {
        if (draft.fields.containsKey(name)) {
            return;
        }
        String type = "";
        String reference = "";
        for (Argument argument : call.arguments()) {
            Expression value = argument.value();
            boolean plain = argument.name() == null && !(value instanceof Text);
            String called = value instanceof Call c ? c.name() : Python.last(Python.dotted(value));
            if (plain && called.equals("ForeignKey") && value instanceof Call key) {
                reference =
                        Argument.of(key.arguments(), "column", 0)
                                .map(e -> referred(e, scope))
                                .orElse("");
            } else if ((plain || argument.named("type_")) && type.isEmpty() && !isOther(called)) {
                type = written(value, scope);
            }
        }
        boolean key = isTrue(call, "primary_key");
        boolean nullable =
                mapped.isEmpty()
                        ? !key && !is(call, "nullable", "False")
                        : optional(mapped) || isTrue(call, "nullable");
        String python = mapped.isEmpty() ? "" : bare(mapped);
        String own = !type.isEmpty() ? type : python;
        put(
                draft,
                name,
                own.isEmpty() && !reference.isEmpty() ? "ForeignKey(" + reference + ")" : own,
                nullable);
        marks(name, call, key, reference, draft);
    }

    private static boolean isOther(String called) {
        return called.matches("Identity|Sequence|Computed|\\w*Constraint|FetchedValue|None|");
    }

    static void marks(String name, Call call, boolean key, String reference, TableDraft draft) {
        if (key) {
            draft.keys.add(name);
        }
        if (isTrue(call, "unique")) {
            draft.indexes.add("unique " + name);
        } else if (isTrue(call, "index")) {
            draft.indexes.add(name);
        }
        if (!reference.isEmpty()) {
            String table =
                    reference.contains(".")
                            ? reference.substring(0, reference.lastIndexOf('.'))
                            : reference;
            draft.tableOf.put(name, Python.last(table));
            draft.references.add(Python.last(table));
        }
    }

    String referred(Expression expression, Scope scope) {
        return code.values().text(expression, scope).orElseGet(() -> Python.dotted(expression));
    }

    /** {@code db.String(100)} as {@code String(100)}. */
    private static String written(Expression value, Scope scope) {
        String text = scope.file().text(value.span()).replaceAll("\\s+", "");
        int open = text.indexOf('(');
        String name = open < 0 ? text : text.substring(0, open);
        String arguments = open < 0 ? "" : text.substring(open);
        return Python.last(name)
                + (arguments.equals("()") || arguments.length() > 60 ? "" : arguments);
    }

    private static boolean is(Call call, String name, String value) {
        return Argument.named(call.arguments(), name)
                .filter(e -> e instanceof Name n && n.name().equals(value))
                .isPresent();
    }

    static boolean isTrue(Call call, String name) {
        return is(call, name, "True");
    }

    void relationship(String name, Call call, Scope scope, String mapped, TableDraft draft) {
        TypeName annotated = TypeName.of(bare(mapped));
        boolean list = annotated.simpleName().matches("List|list|Set|set|Sequence|DynamicMapped");
        String told = bare(list ? annotated.argument() : annotated.name());
        String to =
                Argument.of(call.arguments(), "argument", 0)
                        .map(e -> e instanceof Text t ? t.value() : Python.dotted(e))
                        .orElse(told);
        String target = Python.last(to.isEmpty() ? told : to);
        boolean many =
                Argument.named(call.arguments(), "secondary").isPresent()
                        || Argument.named(call.arguments(), "link_model").isPresent();
        boolean one = is(call, "uselist", "False");
        boolean single = !mapped.isEmpty() && !list;
        put(draft, name, "relationship(" + target + ")", true);
        draft.later.add(
                () -> {
                    boolean holds =
                            single
                                    || draft.fields.containsKey(name + "_id")
                                    || draft.references.contains(tableNamed(target, scope));
                    String kind =
                            many
                                    ? "many-to-many"
                                    : one ? "one-to-one" : holds ? "many-to-one" : "one-to-many";
                    draft.relations.add(new Relation(name, target, kind, Confidence.LITERAL));
                });
    }

    private String tableNamed(String entity, Scope scope) {
        return code.symbols()
                .types()
                .find(entity, scope.file())
                .map(t -> table(t, t.bases().contains("table=True")))
                .orElse(entity.toLowerCase(Locale.ROOT));
    }

    void constraints(TypeDeclaration type, TableDraft draft) {
        python.attribute(type, "__table_args__")
                .ifPresent(
                        at -> {
                            for (Located item : python.items(at.expression(), at.scope())) {
                                if (item.expression() instanceof Call call) {
                                    constraint(call, draft);
                                }
                            }
                        });
    }

    static void constraint(Call call, TableDraft draft) {
        List<String> names = new ArrayList<>();
        for (Argument argument : call.arguments()) {
            if (argument.name() == null) {
                names.add(
                        argument.value() instanceof Text text
                                ? text.value()
                                : Python.last(Python.dotted(argument.value())));
            }
        }
        if (call.name().equals("UniqueConstraint")) {
            draft.indexes.add("unique " + String.join(",", names));
        } else if (call.name().equals("Index") && names.size() > 1) {
            String unique = isTrue(call, "unique") ? "unique " : "";
            draft.indexes.add(unique + String.join(",", names.subList(1, names.size())));
        }
    }

    String table(TypeDeclaration type, boolean model) {
        return python.textOf(type, "__tablename__")
                .orElse(
                        model
                                ? type.simpleName().toLowerCase(Locale.ROOT)
                                : python.code().symbols().types().inherits(type, "Model")
                                        ? snake(type.simpleName())
                                        : "");
    }

    private static String snake(String name) {
        return name.replaceAll("(?<=[a-z0-9])([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
