package io.digitalworker.facts.framework.node;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.code.Value;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.MemberKind;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.declaration.TypeKind;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.Mark;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.Framework;
import io.digitalworker.facts.framework.node.Decorators.Decorator;
import io.digitalworker.facts.syntax.Dialect;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Lambda;
import io.digitalworker.facts.syntax.Expression.Mapping;
import io.digitalworker.facts.syntax.Expression.Name;
import io.digitalworker.facts.syntax.Expression.Sequence;
import io.digitalworker.facts.syntax.Expression.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Entities that are classes with decorators: TypeORM, MikroORM, sequelize-typescript, and Mongoose by
 * NestJS or Typegoose.
 */
public final class DecoratedEntities implements Framework {
    private static final Map<String, String> ENTITIES =
            Map.of(
                    "Entity", "typeorm",
                    "ViewEntity", "typeorm",
                    "ChildEntity", "typeorm",
                    "Embeddable", "mikroorm",
                    "Table", "sequelize",
                    "Schema", "mongoose",
                    "modelOptions", "mongoose");
    private static final Set<String> COLUMNS =
            Set.of(
                    "Column",
                    "PrimaryColumn",
                    "PrimaryGeneratedColumn",
                    "ObjectIdColumn",
                    "ObjectIDColumn",
                    "CreateDateColumn",
                    "UpdateDateColumn",
                    "DeleteDateColumn",
                    "VersionColumn",
                    "ViewColumn",
                    "VirtualColumn",
                    "Property",
                    "PrimaryKey",
                    "SerializedPrimaryKey",
                    "Enum",
                    "Embedded",
                    "Formula",
                    "Prop",
                    "prop",
                    "CreatedAt",
                    "UpdatedAt",
                    "DeletedAt",
                    "ForeignKey");
    private static final Set<String> KEYS =
            Set.of(
                    "PrimaryColumn",
                    "PrimaryGeneratedColumn",
                    "ObjectIdColumn",
                    "ObjectIDColumn",
                    "PrimaryKey");
    private static final Map<String, String> RELATIONS =
            Map.of(
                    "OneToOne", "one-to-one",
                    "OneToMany", "one-to-many",
                    "ManyToOne", "many-to-one",
                    "ManyToMany", "many-to-many",
                    "BelongsTo", "many-to-one",
                    "HasMany", "one-to-many",
                    "HasOne", "one-to-one",
                    "BelongsToMany", "many-to-many");

    @Override
    public void extract(CodeBase code, Findings findings) {
        Decorators decorators = new Decorators(code);
        List<CodeFile> files =
                code.filesWith(
                        Dialect.SCRIPT,
                        "Entity",
                        "ViewEntity",
                        "ChildEntity",
                        "Embeddable",
                        "Table",
                        "Schema",
                        "modelOptions",
                        "prop");
        for (CodeFile file : files) {
            for (TypeDeclaration type : file.types()) {
                if (type.kind() == TypeKind.CLASS) {
                    entity(type, code, decorators, findings);
                }
            }
        }
    }

    private static void entity(
            TypeDeclaration type, CodeBase code, Decorators decorators, Findings findings) {
        Decorator found = null;
        for (Decorator each : decorators.of(type)) {
            found = found == null && ENTITIES.containsKey(each.name()) ? each : found;
        }
        boolean goose =
                found == null
                        && type.members().stream()
                                .anyMatch(
                                        m -> m.annotations().stream().anyMatch(a -> a.is("prop")));
        if ((found == null && !goose) || (found != null && !ofOrm(found, type, code))) {
            return;
        }
        EntityDraft draft =
                new EntityDraft(type.name(), framework(found, type, code), type.evidence());
        if (found != null) {
            options(found, draft, code, findings);
        }
        indexes(decorators.of(type), draft, code);
        for (TypeDeclaration each : code.symbols().types().lineage(type)) {
            for (Member member : each.members()) {
                boolean field =
                        member.kind() == MemberKind.PROPERTY
                                || member.kind() == MemberKind.FIELD
                                || member.kind() == MemberKind.METHOD;
                if (field && !member.annotations().isEmpty() && !draft.has(member.name())) {
                    member(each, member, draft, code, decorators, findings);
                }
            }
        }
        findings.add(draft.done());
    }

    /** {@code @Schema}, {@code @Table} and {@code @Entity} are words of others too. */
    private static boolean ofOrm(Decorator decorator, TypeDeclaration type, CodeBase code) {
        CodeFile file = code.fileOf(type);
        boolean declared =
                file.imports().stream().anyMatch(i -> i.alias().equals(decorator.name()));
        return !declared
                || file.imports().stream()
                        .filter(i -> i.alias().equals(decorator.name()))
                        .anyMatch(
                                i ->
                                        i.module()
                                                        .matches(
                                                                "(?i).*(typeorm|mikro|sequelize|mongoose|typegoose).*")
                                                || i.module().startsWith("."));
    }

    private static String framework(
            @org.jspecify.annotations.Nullable Decorator found,
            TypeDeclaration type,
            CodeBase code) {
        boolean mikro =
                code.fileOf(type).imports().stream()
                        .anyMatch(i -> i.module().startsWith("@mikro-orm"));
        return found == null
                ? "mongoose"
                : mikro ? "mikroorm" : ENTITIES.getOrDefault(found.name(), "typeorm");
    }

    private static void options(
            Decorator decorator, EntityDraft draft, CodeBase code, Findings findings) {
        for (int i = 0; i < 2; i++) {
            Optional<Expression> argument = decorator.argument(i);
            if (argument.isEmpty()) {
                continue;
            }
            Expression given =
                    code.symbols().definition(argument.get(), decorator.scope()).expression();
            if (given instanceof Mapping mapping) {
                for (String key : List.of("name", "tableName", "collection", "tableName")) {
                    Expression name = mapping.get(key);
                    Value value =
                            name == null ? null : code.values().first(name, decorator.scope());
                    draft.table =
                            value != null && value.known() && draft.table.isEmpty()
                                    ? value.text()
                                    : draft.table;
                }
                if (isTrue(mapping.get("paranoid"))) {
                    findings.add(
                            new Mark(
                                    "soft-delete", draft.name, Confidence.LITERAL, draft.evidence));
                }
                if (isTrue(mapping.get("timestamps")) && draft.framework.equals("mongoose")) {
                    draft.field("createdAt", "Date", false);
                    draft.field("updatedAt", "Date", false);
                }
            } else {
                Value value = code.values().first(argument.get(), decorator.scope());
                draft.table = value.known() ? value.text() : draft.table;
            }
        }
    }

    static boolean isTrue(@org.jspecify.annotations.Nullable Expression expression) {
        return expression instanceof Name name && name.name().equals("true");
    }

    static boolean isFalse(@org.jspecify.annotations.Nullable Expression expression) {
        return expression instanceof Name name && name.name().equals("false");
    }

    private static void indexes(List<Decorator> decorators, EntityDraft draft, CodeBase code) {
        for (Decorator each : decorators) {
            if (!each.name().equals("Index") && !each.name().equals("Unique")) {
                continue;
            }
            for (int i = 0; i < each.arguments().size(); i++) {
                Expression argument = each.arguments().get(i).value();
                Expression list = argument instanceof Mapping m ? m.get("properties") : argument;
                if (list instanceof Sequence fields) {
                    List<String> names =
                            fields.items().stream()
                                    .map(f -> code.values().first(f, each.scope()).text())
                                    .toList();
                    boolean unique =
                            each.name().equals("Unique")
                                    || each.arguments().stream()
                                            .anyMatch(
                                                    a ->
                                                            a.value() instanceof Mapping m
                                                                    && isTrue(m.get("unique")));
                    draft.indexes.add((unique ? "unique " : "") + String.join(",", names));
                }
            }
        }
    }

    // ---- members

    private static void member(
            TypeDeclaration home,
            Member member,
            EntityDraft draft,
            CodeBase code,
            Decorators decorators,
            Findings findings) {
        CodeFile file = code.fileOf(home);
        boolean column = false;
        boolean nullable = ClassFields.optional(member, file);
        String type = ClassFields.unwrapped(member.type());
        String to = "";
        String kind = "";
        for (Decorator each : decorators.of(home, member)) {
            String relation = RELATIONS.get(each.name());
            if (relation != null) {
                kind = relation;
                to = target(each, type);
            }
            column |= COLUMNS.contains(each.name()) || relation != null;
            nullable |= nullable(each);
            type = type.isEmpty() ? written(each) : type;
            special(each, member, draft, findings);
            String ref = reference(each);
            if (!ref.isEmpty() && kind.isEmpty()) {
                to = ref;
                kind = type.endsWith("[]") ? "one-to-many" : "many-to-one";
            }
        }
        if (!column) {
            return;
        }
        draft.field(member.name(), type.isEmpty() && !to.isEmpty() ? to : type, nullable);
        if (!kind.isEmpty()) {
            draft.relation(member.name(), to, kind);
        }
    }

    private static boolean nullable(Decorator decorator) {
        boolean allows =
                decorator.name().equals("AllowNull")
                        && decorator.argument(0).map(a -> !isFalse(a)).orElse(true);
        boolean options =
                decorator.arguments().stream()
                        .anyMatch(
                                a ->
                                        a.value() instanceof Mapping m
                                                && (isTrue(m.get("nullable"))
                                                        || isTrue(m.get("allowNull"))));
        return allows || options;
    }

    private static void special(
            Decorator decorator, Member member, EntityDraft draft, Findings findings) {
        boolean primary =
                decorator.arguments().stream()
                        .anyMatch(
                                a ->
                                        a.value() instanceof Mapping m
                                                && (isTrue(m.get("primary"))
                                                        || isTrue(m.get("primaryKey"))));
        if (KEYS.contains(decorator.name()) || primary) {
            draft.keys.add(member.name());
        }
        boolean unique =
                decorator.arguments().stream()
                        .anyMatch(a -> a.value() instanceof Mapping m && isTrue(m.get("unique")));
        if (unique || decorator.name().equals("Unique")) {
            draft.indexes.add("unique " + member.name());
        } else if (decorator.name().equals("Index")) {
            draft.indexes.add(member.name());
        }
        boolean version =
                decorator.name().equals("VersionColumn")
                        || decorator.arguments().stream()
                                .anyMatch(
                                        a ->
                                                a.value() instanceof Mapping m
                                                        && isTrue(m.get("version")));
        String subject = draft.name + "." + member.name();
        if (version) {
            findings.add(new Mark("row-version", subject, Confidence.LITERAL, member.evidence()));
        } else if (decorator.name().equals("DeleteDateColumn")
                || decorator.name().equals("DeletedAt")) {
            findings.add(new Mark("soft-delete", subject, Confidence.LITERAL, member.evidence()));
        }
    }

    private static String target(Decorator decorator, String type) {
        Scope scope = decorator.scope();
        Expression first = decorator.argument(0).orElse(null);
        Expression named = first instanceof Mapping options ? options.get("entity") : first;
        if (named instanceof Text text) {
            return text.value();
        }
        Expression answer = named == null ? null : Decorators.answered(named, scope.file());
        String name = answer == null ? "" : Decorators.name(answer);
        String plain = type.replaceAll("^(Collection|Array|Set)<(\\w+).*", "$2");
        int end = plain.length();
        while (plain.startsWith("[]", end - 2)) {
            end -= 2;
        }
        return name.isEmpty() ? plain.substring(0, end) : name;
    }

    /** What Mongoose's {@code ref} names. */
    private static String reference(Decorator decorator) {
        for (io.digitalworker.facts.syntax.Argument argument : decorator.arguments()) {
            Expression options =
                    argument.value() instanceof Sequence list && !list.items().isEmpty()
                            ? list.items().get(0)
                            : argument.value();
            Expression type = options instanceof Mapping m ? m.get("type") : null;
            Expression inner =
                    type instanceof Sequence list && !list.items().isEmpty()
                            ? list.items().get(0)
                            : options;
            Expression ref = inner instanceof Mapping m ? m.get("ref") : null;
            ref = ref == null && options instanceof Mapping m ? m.get("ref") : ref;
            if (ref != null) {
                Expression answer = Decorators.answered(ref, decorator.scope().file());
                return answer instanceof Text text
                        ? text.value()
                        : answer instanceof Expression.Select s && s.name().equals("name")
                                ? Decorators.name(s.target())
                                : Decorators.name(answer);
            }
        }
        return "";
    }

    /** The type that a decorator of plain JavaScript names. */
    private static String written(Decorator decorator) {
        Expression first = decorator.argument(0).orElse(null);
        Expression type = first instanceof Mapping options ? options.get("type") : first;
        if (type == null
                || type instanceof Lambda
                || type instanceof Mapping
                || type instanceof Sequence) {
            return "";
        }
        return type instanceof Text text
                ? text.value()
                : decorator.scope().file().text(type.span());
    }
}
