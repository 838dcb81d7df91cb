package io.digitalworker.facts.framework.dotnet;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.code.TypeName;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.MemberKind;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.Framework;
import io.digitalworker.facts.syntax.Dialect;
import io.digitalworker.facts.syntax.Parameter;
import io.digitalworker.facts.syntax.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Entity Framework (Core and 6): the classes that contexts, configurations and each other's navigation
 * properties make entities, with fluent configuration, annotations and conventions. Owned types are
 * entities without a key. A navigation property is a field too; what is ignored, computed or not public
 * is none, unless it is configured by name.
 */
public final class EntityFramework implements Framework {
    private static final Set<String> BUILDERS =
            Set.of("EntityTypeBuilder", "OwnedNavigationBuilder", "ComplexPropertyBuilder");
    private static final Set<String> MODELS = Set.of("ModelBuilder", "DbModelBuilder");
    private static final Set<String> CONFIGURATIONS =
            Set.of("IEntityTypeConfiguration", "EntityTypeConfiguration");

    @Override
    public void extract(CodeBase code, Findings findings) {
        List<CodeFile> files =
                code.filesWith(
                        Dialect.CSHARP,
                        "DbContext",
                        "DbSet",
                        "IDbSet",
                        "ModelBuilder",
                        "DbModelBuilder",
                        "EntityTypeBuilder",
                        "IEntityTypeConfiguration",
                        "EntityTypeConfiguration");
        if (!files.isEmpty()) {
            new Reading(code, files).read(findings);
        } else {
            EntityMigrations.extract(code, findings);
        }
    }

    /** One look at a code base. */
    private static final class Reading {
        private final CodeBase code;
        private final List<CodeFile> files;
        private final EntityModel model;
        private final FluentModel fluent;

        Reading(CodeBase code, List<CodeFile> files) {
            this.code = code;
            this.files = files;
            this.model = new EntityModel(code);
            this.fluent = new FluentModel(model);
        }

        void read(Findings findings) {
            for (CodeFile file : files) {
                for (TypeDeclaration type : file.types()) {
                    sets(type);
                    identity(type);
                    configured(type);
                }
            }
            for (CodeFile file : files) {
                for (TypeDeclaration type : file.types()) {
                    for (Member member : type.members()) {
                        builders(file, type, member);
                    }
                }
            }
            boolean any = new EntityAssembly(model).finish(findings);
            if (!any) {
                EntityMigrations.extract(code, findings);
            }
        }

        private EntityDraft explicit(TypeDeclaration type) {
            EntityDraft draft = model.entity(type);
            draft.confidence = Confidence.LITERAL;
            return draft;
        }

        /** {@code DbSet<T>} properties, of contexts and of the interfaces before them. */
        private void sets(TypeDeclaration type) {
            for (Member member : type.members()) {
                TypeName name = TypeName.of(member.type());
                boolean set = Set.of("DbSet", "IDbSet").contains(name.simpleName());
                boolean holds =
                        member.kind() == MemberKind.PROPERTY || member.kind() == MemberKind.FIELD;
                if (set && holds) {
                    model.types
                            .find(name.argument(), type)
                            .filter(ClrTypes::isClass)
                            .ifPresent(found -> table(explicit(found), type, member.name()));
                }
            }
        }

        /** A table is called as the property of the context. */
        private void table(EntityDraft draft, TypeDeclaration context, String property) {
            boolean named = draft.table.isEmpty() && ClrTypes.isClass(context);
            draft.table = named ? property : draft.table;
        }

        /** {@code IdentityDbContext<User, Role, int>}: the user and role are entities. */
        private void identity(TypeDeclaration type) {
            for (String base : type.bases()) {
                TypeName name = TypeName.of(base);
                boolean context =
                        name.simpleName().endsWith("DbContext") && !name.arguments().isEmpty();
                if (context) {
                    for (String argument : name.arguments()) {
                        model.types
                                .find(argument, type)
                                .filter(ClrTypes::isClass)
                                .filter(found -> isIdentity(found))
                                .ifPresent(this::explicit);
                    }
                }
            }
        }

        private boolean isIdentity(TypeDeclaration type) {
            return code.symbols().types().basesAbove(type).stream()
                    .anyMatch(base -> TypeName.of(base).simpleName().startsWith("Identity"));
        }

        private void configured(TypeDeclaration type) {
            for (String contract : CONFIGURATIONS) {
                List<String> arguments =
                        ClrTypes.isClass(type) && type.typeParameters().isEmpty()
                                ? model.types.argumentsOf(type, contract)
                                : List.of();
                if (!arguments.isEmpty() && !type.has("abstract")) {
                    Optional<TypeDeclaration> entity =
                            model.types.find(arguments.get(0), type).filter(ClrTypes::isClass);
                    entity.ifPresent(found -> configure(type, explicit(found)));
                }
            }
        }

        /** The configuration's own body and those of its base classes, the farthest first. */
        private void configure(TypeDeclaration type, EntityDraft entity) {
            List<TypeDeclaration> lineage = new ArrayList<>(List.of(type));
            model.types.baseClasses(type).forEach(base -> lineage.add(0, base));
            for (TypeDeclaration each : lineage) {
                for (TypeDeclaration part : code.symbols().types().parts(each)) {
                    configure(part, !each.equals(type), entity);
                }
            }
        }

        private void configure(TypeDeclaration part, boolean inherited, EntityDraft entity) {
            CodeFile file = code.fileOf(part);
            for (Member member : part.members()) {
                Scope scope = Scope.of(file, part, member);
                boolean configures =
                        code.symbols().types().inherits(part, "EntityTypeConfiguration");
                if (member.kind() == MemberKind.CONSTRUCTOR && configures) {
                    fluent.read(scope.locals(), scope, "this", entity);
                }
                for (Parameter parameter : member.parameters()) {
                    TypeName type = TypeName.of(parameter.type());
                    boolean generic = part.typeParameters().contains(last(type));
                    if (BUILDERS.contains(type.simpleName()) && inherited && generic) {
                        fluent.read(EntityFramework.body(scope), scope, parameter.name(), entity);
                    }
                }
            }
        }

        /** Members that take a builder, wherever they are. */
        private void builders(CodeFile file, TypeDeclaration type, Member member) {
            for (Parameter parameter : member.parameters()) {
                TypeName name = TypeName.of(parameter.type());
                if (MODELS.contains(name.simpleName())) {
                    Scope scope = Scope.of(file, type, member);
                    fluent.read(EntityFramework.body(scope), scope, parameter.name(), null);
                } else if (BUILDERS.contains(name.simpleName())) {
                    Optional<TypeDeclaration> entity =
                            type.typeParameters().contains(last(name))
                                    ? Optional.empty()
                                    : model.types.find(last(name), type).filter(ClrTypes::isClass);
                    Scope scope = Scope.of(file, type, member);
                    entity.ifPresent(
                            found ->
                                    fluent.read(
                                            EntityFramework.body(scope),
                                            scope,
                                            parameter.name(),
                                            model.entity(found)));
                }
            }
        }

        private static String last(TypeName name) {
            return name.arguments().isEmpty()
                    ? ""
                    : name.arguments().get(name.arguments().size() - 1);
        }
    }

    /** The statements of a member, also when its body is one expression. */
    private static List<Statement> body(Scope scope) {
        Member member = scope.member();
        return member != null && member.expressionBody()
                ? scope.file().statements(member.body())
                : scope.locals();
    }
}
