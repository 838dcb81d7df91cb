package io.digitalworker.facts.framework.python;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Located;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.code.TypeName;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.MemberKind;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.Mark;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Mapping;
import io.digitalworker.facts.syntax.Span;
import io.digitalworker.facts.syntax.Statement;
import java.util.List;
import java.util.Set;

/** Declarative classes of SQLAlchemy and SQLModel with what their mixins add. */
final class MappedClasses {
    private static final Set<String> ROOTS =
            Set.of(
                    "DeclarativeBase",
                    "DeclarativeBaseNoMeta",
                    "MappedAsDataclass",
                    "SQLAlchemyBaseUserTable",
                    "SQLAlchemyBaseUserTableUUID");
    private final Python python;
    private final CodeBase code;
    private final Columns columns;
    private final List<MappedTable> found;
    private final Findings findings;

    MappedClasses(Python python, List<MappedTable> found, Findings findings) {
        this.python = python;
        this.code = python.code();
        this.columns = new Columns(python);
        this.found = found;
        this.findings = findings;
    }

    void declared(TypeDeclaration type) {
        boolean model = type.bases().stream().anyMatch(b -> b.matches("table=True"));
        if (!model && !isMapped(type)) {
            return;
        }
        TableDraft draft = new TableDraft();
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
        columns.constraints(type, draft);
        if (draft.fields.isEmpty()) {
            return;
        }
        String table = columns.table(type, model);
        found.add(
                new MappedTable(
                        type.name(),
                        model ? "sqlmodel" : "sqlalchemy",
                        table,
                        draft,
                        Confidence.LITERAL,
                        type.evidence()));
        python.attribute(type, "__mapper_args__").ifPresent(at -> version(type, at));
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
                type.bases().stream().anyMatch(b -> ROOTS.contains(TypeName.of(b).simpleName()));
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
        TableDraft own = new TableDraft();
        for (Member member : type.members()) {
            if (member.name().equals("__tablename__") || member.name().equals("__mapper_args__")) {
                return true;
            }
            attribute(member, file, type, own);
        }
        return !own.fields.isEmpty();
    }

    /** Whether one of its bases makes a class a table. */
    private boolean isRooted(TypeDeclaration type) {
        if (type.annotations().stream().anyMatch(a -> a.is("as_declarative") || a.is("mapped"))) {
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

    /** {@code x = Column(…)}, {@code x: Mapped[T] = mapped_column(…)}, {@code x = columns.relationship(…)}. */
    private void attribute(Member member, CodeFile file, TypeDeclaration type, TableDraft draft) {
        Scope scope = Scope.of(file, type);
        TypeName annotated = TypeName.of(member.type());
        boolean mapped = annotated.simpleName().matches("Mapped|DynamicMapped|WriteOnlyMapped");
        Located made = null;
        if (!member.initializer().isEmpty() && member.kind() == MemberKind.FIELD) {
            made = columns.made(file.expression(member.initializer()), scope);
        } else if (member.annotations().stream().anyMatch(a -> a.is("declared_attr"))) {
            Scope inner = Scope.of(file, type, member);
            made =
                    inner.locals().stream()
                            .filter(s -> s.kind() == Statement.Kind.RETURN)
                            .findFirst()
                            .map(s -> columns.made(s.value(), inner))
                            .orElse(null);
        }
        Call call = made != null && made.expression() instanceof Call c ? c : null;
        Scope where = made == null ? scope : made.scope();
        String kind = call == null ? "" : Columns.kind(call, where);
        if (call != null && kind.equals("column")) {
            columns.column(member.name(), call, where, mapped ? annotated.argument() : "", draft);
        } else if (call != null && kind.equals("relationship")) {
            boolean many = annotated.simpleName().matches("DynamicMapped|WriteOnlyMapped");
            String target = many ? "List[" + annotated.argument() + "]" : annotated.argument();
            columns.relationship(member.name(), call, where, target, draft);
        } else if (mapped && member.kind() == MemberKind.FIELD && call == null) {
            Columns.put(
                    draft,
                    member.name(),
                    Columns.bare(annotated.argument()),
                    Columns.optional(annotated.argument()));
        }
    }

    private void modelField(Member member, CodeFile file, TypeDeclaration type, TableDraft draft) {
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
            columns.relationship(name, call, scope, member.type(), draft);
            return;
        }
        if (draft.fields.containsKey(name)) {
            return;
        }
        Columns.put(draft, name, Columns.bare(member.type()), Columns.optional(member.type()));
        if (value instanceof Call call && call.name().equals("Field")) {
            String reference =
                    Argument.named(call.arguments(), "foreign_key")
                            .map(e -> columns.referred(e, scope))
                            .orElse("");
            Columns.marks(name, call, Columns.isTrue(call, "primary_key"), reference, draft);
        }
    }
}
