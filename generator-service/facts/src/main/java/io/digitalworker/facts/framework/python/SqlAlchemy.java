package io.digitalworker.facts.framework.python;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Located;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.code.TypeName;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.MemberKind;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.declaration.TypeKind;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.Entity;
import io.digitalworker.facts.fact.Field;
import io.digitalworker.facts.fact.Mark;
import io.digitalworker.facts.fact.Relation;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.Framework;
import io.digitalworker.facts.source.Evidence;
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Dialect;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Mapping;
import io.digitalworker.facts.syntax.Expression.Name;
import io.digitalworker.facts.syntax.Expression.Text;
import io.digitalworker.facts.syntax.Span;
import io.digitalworker.facts.syntax.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
        boolean used =
                code.files(Dialect.PYTHON).stream().anyMatch(f -> Python.imports(f, PACKAGES));
        if (used) {
            new Run(new Python(code), findings).all();
        }
    }

    /** What is being read of one table. */
    private static final class Draft {
        final Map<String, Field> fields = new LinkedHashMap<>();
        final Map<String, String> tableOf = new LinkedHashMap<>();
        final List<Relation> relations = new ArrayList<>();
        final List<String> keys = new ArrayList<>();
        final List<String> indexes = new ArrayList<>();
        final Set<String> references = new HashSet<>();

        /** What waits until all columns are known. */
        final List<Runnable> later = new ArrayList<>();
    }

    /** An entity whose foreign keys are still names of tables. */
    private record Found(
            String name,
            String framework,
            String table,
            Draft draft,
            Confidence confidence,
            Evidence evidence) {}

    /** The facts of one code base. */
    private static final class Run {
        private static final Set<String> ROOTS =
                Set.of(
                        "DeclarativeBase",
                        "DeclarativeBaseNoMeta",
                        "MappedAsDataclass",
                        "SQLAlchemyBaseUserTable",
                        "SQLAlchemyBaseUserTableUUID");

        private final Python python;
        private final CodeBase code;
        private final Findings findings;
        private final List<Found> found = new ArrayList<>();

        Run(Python python, Findings findings) {
            this.python = python;
            this.code = python.code();
            this.findings = findings;
        }

        void all() {
            for (CodeFile file : code.files(Dialect.PYTHON)) {
                if (!Python.isTest(file) && !isMigration(file)) {
                    file.types().stream()
                            .filter(t -> t.kind() != TypeKind.FILE && !t.bases().isEmpty())
                            .forEach(this::declared);
                }
            }
            python.files("Table").stream().filter(f -> !isMigration(f)).forEach(this::tables);
            Set<String> names = new HashSet<>();
            found.forEach(f -> names.add(f.table().toLowerCase(Locale.ROOT)));
            boolean mapped = !found.isEmpty();
            for (CodeFile file : python.files("create_table")) {
                python.calls(file, Set.of("create_table")).forEach(c -> migrated(c, names, mapped));
            }
            Map<String, String> entities = new HashMap<>();
            found.forEach(f -> entities.putIfAbsent(f.table(), f.name()));
            found.forEach(f -> add(f, entities));
        }

        /** A migration's own copies of classes say what once was. */
        private static boolean isMigration(CodeFile file) {
            return file.imports().stream()
                    .anyMatch(i -> i.module().equals("alembic") && i.name().equals("op"));
        }

        private void add(Found f, Map<String, String> entities) {
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
            findings.add(
                    new Entity(
                            f.name(),
                            f.framework(),
                            f.table(),
                            List.copyOf(f.draft().fields.values()),
                            relations,
                            f.draft().keys,
                            f.draft().indexes.stream().distinct().toList(),
                            f.confidence(),
                            f.evidence()));
        }

        // ---- classes

        private void declared(TypeDeclaration type) {
            boolean model = type.bases().stream().anyMatch(b -> b.matches("table=True"));
            if (!model && !isMapped(type)) {
                return;
            }
            Draft draft = new Draft();
            for (TypeDeclaration each : code.symbols().types().lineage(type)) {
                CodeFile file = code.fileOf(each);
                for (Member member : each.members()) {
                    if (model) {
                        modelField(member, file, each, draft);
                    } else {
                        attribute(member, file, each, draft);
                    }
                }
            }
            draft.later.forEach(Runnable::run);
            constraints(type, draft);
            if (draft.fields.isEmpty()) {
                return;
            }
            String table = table(type, model);
            found.add(
                    new Found(
                            type.name(),
                            model ? "sqlmodel" : "sqlalchemy",
                            table,
                            draft,
                            Confidence.LITERAL,
                            type.evidence()));
            python.attribute(type, "__mapper_args__").ifPresent(at -> version(type, at));
        }

        private String table(TypeDeclaration type, boolean model) {
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

        private boolean isMapped(TypeDeclaration type) {
            boolean isAbstract =
                    type.members().stream()
                            .anyMatch(
                                    m ->
                                            m.name().equals("__abstract__")
                                                    && code.fileOf(type)
                                                            .text(m.initializer())
                                                            .equals("True"));
            boolean root =
                    type.bases().stream()
                            .anyMatch(b -> ROOTS.contains(TypeName.of(b).simpleName()));
            boolean decorated = type.annotations().stream().anyMatch(a -> a.is("as_declarative"));
            return !isAbstract
                    && !decorated
                    && declares(type)
                    && (!root || python.textOf(type, "__tablename__").isPresent())
                    && code.symbols().types().lineage(type).stream().anyMatch(this::isRooted);
        }

        /** Whether a class says itself that it is stored, by a column or by a name. */
        private boolean declares(TypeDeclaration type) {
            CodeFile file = code.fileOf(type);
            Draft own = new Draft();
            for (Member member : type.members()) {
                if (member.name().equals("__tablename__")
                        || member.name().equals("__mapper_args__")) {
                    return true;
                }
                attribute(member, file, type, own);
            }
            return !own.fields.isEmpty();
        }

        /** Whether one of its bases makes a class a table. */
        private boolean isRooted(TypeDeclaration type) {
            if (type.annotations().stream()
                    .anyMatch(a -> a.is("as_declarative") || a.is("mapped"))) {
                return true;
            }
            CodeFile file = code.fileOf(type);
            for (String base : type.bases()) {
                String name = TypeName.of(base).name();
                if (ROOTS.contains(Python.last(name))) {
                    return true;
                }
                Expression named = Python.named(name, new Span(0, 0));
                Located at = python.made(named, Scope.of(file));
                String made =
                        at.expression() instanceof Call call
                                ? call.name()
                                : Python.dotted(at.expression());
                boolean model =
                        made.endsWith(".Model")
                                && !Python.origin(made, at.scope().file()).startsWith("django")
                                && !Python.origin(made, at.scope().file()).startsWith("tortoise");
                if (made.matches("declarative_base|automap_base|generate_base") || model) {
                    return true;
                }
            }
            return false;
        }

        private void version(TypeDeclaration type, Located at) {
            Expression value =
                    at.expression() instanceof Mapping map ? map.get("version_id_col") : null;
            if (value != null) {
                String column = Python.shown(value, at.scope().file());
                findings.add(
                        new Mark(
                                "row-version",
                                type.name() + "." + column,
                                Confidence.LITERAL,
                                type.evidence()));
            }
        }

        /** {@code x = Column(…)}, {@code x: Mapped[T] = mapped_column(…)}, {@code x = relationship(…)}. */
        private void attribute(Member member, CodeFile file, TypeDeclaration type, Draft draft) {
            Scope scope = Scope.of(file, type);
            TypeName annotated = TypeName.of(member.type());
            boolean mapped = annotated.simpleName().matches("Mapped|DynamicMapped|WriteOnlyMapped");
            Located made = null;
            if (!member.initializer().isEmpty() && member.kind() == MemberKind.FIELD) {
                made = made(file.expression(member.initializer()), scope);
            } else if (member.annotations().stream().anyMatch(a -> a.is("declared_attr"))) {
                Scope inner = Scope.of(file, type, member);
                made =
                        inner.locals().stream()
                                .filter(s -> s.kind() == Statement.Kind.RETURN)
                                .findFirst()
                                .map(s -> made(s.value(), inner))
                                .orElse(null);
            }
            Call call = made != null && made.expression() instanceof Call c ? c : null;
            Scope where = made == null ? scope : made.scope();
            String kind = call == null ? "" : kind(call, where);
            if (call != null && kind.equals("column")) {
                column(member.name(), call, where, mapped ? annotated.argument() : "", draft);
            } else if (call != null && kind.equals("relationship")) {
                boolean many = annotated.simpleName().matches("DynamicMapped|WriteOnlyMapped");
                String target = many ? "List[" + annotated.argument() + "]" : annotated.argument();
                relationship(member.name(), call, where, target, draft);
            } else if (mapped && member.kind() == MemberKind.FIELD && call == null) {
                put(
                        draft,
                        member.name(),
                        bare(annotated.argument()),
                        optional(annotated.argument()));
            }
        }

        private Located made(Expression value, Scope scope) {
            return value instanceof Call call && !kind(call, scope).isEmpty()
                    ? new Located(value, scope)
                    : python.made(value, scope);
        }

        private static String kind(Call call, Scope scope) {
            String name = Python.last(Python.origin(call.function(), scope.file()));
            return switch (name) {
                case "Column", "mapped_column", "deferred" -> "column";
                case "relationship", "dynamic_loader", "Relationship" -> "relationship";
                default -> "";
            };
        }

        private static void put(Draft draft, String name, String type, boolean nullable) {
            draft.fields.putIfAbsent(name, new Field(name, type, nullable));
        }

        private static boolean optional(String type) {
            return type.startsWith("Optional[") || type.contains("|None") || type.contains("None|");
        }

        private static String bare(String type) {
            String plain =
                    type.replace("\"", "")
                            .replace("'", "")
                            .replace("|None", "")
                            .replace("None|", "");
            TypeName name = TypeName.of(plain);
            boolean wrapped =
                    name.simpleName().equals("Optional") || name.simpleName().equals("Annotated");
            return wrapped && !name.argument().isEmpty() ? name.argument() : plain;
        }

        private void column(String name, Call call, Scope scope, String mapped, Draft draft) {
            if (draft.fields.containsKey(name)) {
                return;
            }
            String type = "";
            String reference = "";
            for (Argument argument : call.arguments()) {
                Expression value = argument.value();
                boolean plain = argument.name() == null && !(value instanceof Text);
                String called =
                        value instanceof Call c ? c.name() : Python.last(Python.dotted(value));
                if (plain && called.equals("ForeignKey") && value instanceof Call key) {
                    reference =
                            Argument.of(key.arguments(), "column", 0)
                                    .map(e -> referred(e, scope))
                                    .orElse("");
                } else if ((plain || argument.named("type_"))
                        && type.isEmpty()
                        && !isOther(called)) {
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

        private static void marks(
                String name, Call call, boolean key, String reference, Draft draft) {
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

        private String referred(Expression expression, Scope scope) {
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

        private static boolean isTrue(Call call, String name) {
            return is(call, name, "True");
        }

        private void relationship(String name, Call call, Scope scope, String mapped, Draft draft) {
            TypeName annotated = TypeName.of(bare(mapped));
            boolean list =
                    annotated.simpleName().matches("List|list|Set|set|Sequence|DynamicMapped");
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
                                        : one
                                                ? "one-to-one"
                                                : holds ? "many-to-one" : "one-to-many";
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

        private void constraints(TypeDeclaration type, Draft draft) {
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

        private static void constraint(Call call, Draft draft) {
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

        // ---- SQLModel

        private void modelField(Member member, CodeFile file, TypeDeclaration type, Draft draft) {
            boolean field = member.kind() == MemberKind.FIELD && !member.type().isEmpty();
            String name = member.name();
            if (!field
                    || name.startsWith("__")
                    || name.equals("model_config")
                    || member.type().startsWith("ClassVar")) {
                return;
            }
            Scope scope = Scope.of(file, type);
            Expression value =
                    member.initializer().isEmpty() ? null : file.expression(member.initializer());
            if (value instanceof Call call && call.name().equals("Relationship")) {
                relationship(name, call, scope, member.type(), draft);
                return;
            }
            if (draft.fields.containsKey(name)) {
                return;
            }
            put(draft, name, bare(member.type()), optional(member.type()));
            if (value instanceof Call call && call.name().equals("Field")) {
                String reference =
                        Argument.named(call.arguments(), "foreign_key")
                                .map(e -> referred(e, scope))
                                .orElse("");
                marks(name, call, isTrue(call, "primary_key"), reference, draft);
            }
        }

        // ---- tables

        private void tables(CodeFile file) {
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
                    Draft draft = new Draft();
                    columns(call, scope, draft);
                    if (name.isPresent() && !draft.fields.isEmpty()) {
                        Evidence evidence = file.evidence(statement.span());
                        found.add(
                                new Found(
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

        private void columns(Call call, Scope scope, Draft draft) {
            for (Argument argument : call.arguments()) {
                List<Located> columns =
                        "*".equals(argument.name())
                                ? python.items(argument.value(), scope)
                                : List.of(new Located(argument.value(), scope));
                for (Located each : columns) {
                    Located at = made(each.expression(), each.scope());
                    if (at.expression() instanceof Call column
                            && kind(column, at.scope()).equals("column")) {
                        nameOf(column, at.scope())
                                .ifPresent(n -> column(n, column, at.scope(), "", draft));
                    } else if (at.expression() instanceof Call constraint) {
                        constraint(constraint, draft);
                    }
                }
            }
        }

        private Optional<String> nameOf(Call column, Scope scope) {
            return Argument.of(column.arguments(), "name", 0)
                    .flatMap(e -> code.values().text(e, scope));
        }

        /** {@code op.create_table("users", sa.Column(…))} of a table that no class declares. */
        private void migrated(Python.Called called, Set<String> names, boolean mapped) {
            Call call = called.call();
            Expression receiver = call.receiver();
            Optional<String> name =
                    Argument.of(call.arguments(), "table_name", 0)
                            .flatMap(e -> code.values().text(e, called.scope()));
            boolean ours = receiver != null && Python.dotted(receiver).matches("op|alembic\\.op");
            if (!ours
                    || mapped
                    || name.isEmpty()
                    || !names.add(name.get().toLowerCase(Locale.ROOT))) {
                return;
            }
            Draft draft = new Draft();
            columns(call, called.scope(), draft);
            Evidence evidence = called.scope().file().evidence(call.span());
            found.add(
                    new Found(
                            name.get(),
                            "alembic",
                            name.get(),
                            draft,
                            Confidence.LITERAL,
                            evidence));
        }
    }
}
