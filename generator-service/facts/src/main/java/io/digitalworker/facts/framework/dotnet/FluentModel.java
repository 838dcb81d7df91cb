package io.digitalworker.facts.framework.dotnet;

import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.code.TypeName;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.source.Evidence;
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Lambda;
import io.digitalworker.facts.syntax.Expression.Name;
import io.digitalworker.facts.syntax.Expression.Select;
import io.digitalworker.facts.syntax.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fluent configuration of Entity Framework: what is done to a {@code ModelBuilder} and to an
 * {@code EntityTypeBuilder<T>}, in their bodies and in the lambdas handed to them.
 */
final class FluentModel {
    private static final int MAX_DEPTH = 20;
    private static final Set<String> TABLES = Set.of("ToTable", "ToView", "ToContainer");
    private static final Set<String> OWNS = Set.of("OwnsOne", "OwnsMany", "ComplexProperty");
    private static final Set<String> ONE = Set.of("HasOne", "HasRequired", "HasOptional");
    private static final Set<String> WITH_ONE =
            Set.of(
                    "WithOne",
                    "WithRequired",
                    "WithOptional",
                    "WithRequiredDependent",
                    "WithRequiredPrincipal",
                    "WithOptionalDependent",
                    "WithOptionalPrincipal");

    private final EntityModel model;

    /** The name under which the builder stands in a body; an entity of null is the whole model. */
    private record Subject(@Nullable EntityDraft entity) {}

    /** A relation while its chain is read. */
    private static final class Link {
        final EntityDraft from;
        final String field;
        final @Nullable TypeDeclaration to;
        final boolean many;
        String inverse = "";
        boolean inverseMany;
        boolean inverseTold;

        Link(EntityDraft from, String field, @Nullable TypeDeclaration to, boolean many) {
            this.from = from;
            this.field = field;
            this.to = to;
            this.many = many;
        }

        String kind() {
            boolean manyHere = inverseTold ? inverseMany : !many;
            return (manyHere ? "many" : "one") + "-to-" + (many ? "many" : "one");
        }

        String inverseKind() {
            boolean manyHere = inverseTold ? inverseMany : !many;
            return (many ? "many" : "one") + "-to-" + (manyHere ? "many" : "one");
        }
    }

    /** Where a chain has come to. */
    private static final class At {
        Subject subject;
        String property = "";
        String index = "";
        @Nullable Link link;

        At(Subject subject) {
            this.subject = subject;
        }
    }

    FluentModel(EntityModel model) {
        this.model = model;
    }

    /** Reads a body in which {@code name} is a builder: of an entity, or of the model if that is null. */
    void read(List<Statement> statements, Scope scope, String name, @Nullable EntityDraft entity) {
        Map<String, Subject> subjects = new HashMap<>();
        subjects.put(name, new Subject(entity));
        block(statements, scope, subjects, 0);
    }

    private void block(
            List<Statement> statements, Scope scope, Map<String, Subject> subjects, int depth) {
        for (Statement statement : statements) {
            Subject result = chain(statement.value(), scope, subjects, depth);
            boolean declares =
                    statement.kind() == Statement.Kind.ASSIGN && !statement.name().isEmpty();
            if (declares && result != null) {
                subjects.put(statement.name(), result);
            }
        }
    }

    private @Nullable Subject chain(
            Expression expression, Scope scope, Map<String, Subject> subjects, int depth) {
        Chain chain = Chain.of(expression);
        Subject root = subject(chain.root(), subjects);
        if (root == null || depth > MAX_DEPTH) {
            return null;
        }
        At at = new At(root);
        for (Call call : chain.calls()) {
            step(call, scope, at, subjects, depth);
        }
        finish(at);
        return at.subject;
    }

    private static @Nullable Subject subject(Expression root, Map<String, Subject> subjects) {
        if (root instanceof Name name) {
            return subjects.get(name.name());
        }
        return root instanceof Call call && call.function() instanceof Name
                ? subjects.get("this")
                : null;
    }

    private void step(Call call, Scope scope, At at, Map<String, Subject> subjects, int depth) {
        EntityDraft entity = at.subject.entity();
        if (entity == null) {
            ofModel(call, scope, at, subjects, depth);
        } else if (!ofRelation(call, scope, at, entity) && !ofProperty(call, scope, at, entity)) {
            ofEntity(call, scope, at, entity, subjects, depth);
        }
    }

    // ---- the model

    private void ofModel(Call call, Scope scope, At at, Map<String, Subject> subjects, int depth) {
        Optional<TypeDeclaration> type = typeArgument(call, scope);
        if (type.isEmpty()) {
            return;
        }
        switch (call.name()) {
            case "Entity" -> {
                EntityDraft draft = explicit(type.get());
                nested(call, scope, draft, subjects, depth);
                at.subject = new Subject(draft);
            }
            case "Owned" -> model.entity(type.get()).owned = true;
            case "Ignore" -> model.ignoredTypes.add(model.canonical(type.get()));
            default -> {}
        }
    }

    private EntityDraft explicit(TypeDeclaration type) {
        EntityDraft draft = model.entity(type);
        draft.confidence = Confidence.LITERAL;
        return draft;
    }

    /** The lambdas of a call, in which the parameter is the builder of the entity. */
    private void nested(
            Call call, Scope scope, EntityDraft draft, Map<String, Subject> subjects, int depth) {
        for (Argument argument : call.arguments()) {
            if (argument.value() instanceof Lambda lambda
                    && lambda.parameters().size() == 1
                    && depth < MAX_DEPTH) {
                Map<String, Subject> inner = new HashMap<>(subjects);
                inner.put(lambda.parameters().get(0).name(), new Subject(draft));
                if (lambda.block()) {
                    List<Statement> body = scope.file().statements(lambda.body());
                    block(body, scope.with(body), inner, depth + 1);
                } else {
                    chain(scope.file().expression(lambda.body()), scope, inner, depth + 1);
                }
            }
        }
    }

    // ---- an entity

    private void ofEntity(
            Call call,
            Scope scope,
            At at,
            EntityDraft entity,
            Map<String, Subject> subjects,
            int depth) {
        String name = call.name();
        List<String> members = List.of();
        if (Set.of("HasKey", "HasAlternateKey", "HasIndex", "Ignore", "Property").contains(name)
                || name.equals("HasQueryFilter")) {
            members = members(call, scope);
        }
        if (TABLES.contains(name)) {
            table(call, scope, entity);
        } else if (OWNS.contains(name)) {
            owns(call, scope, at, entity, subjects, depth);
        } else if (name.equals("HasKey")) {
            entity.keys = members;
            entity.named.addAll(members);
        } else if (name.equals("HasNoKey")) {
            entity.keyless = true;
        } else if (name.equals("HasAlternateKey")) {
            entity.indexes.add("unique " + String.join(",", members));
        } else if (name.equals("HasIndex") && !members.isEmpty()) {
            at.index = String.join(",", members);
            entity.indexes.add(at.index);
        } else if (name.equals("IsUnique") && !at.index.isEmpty() && !isFalse(call)) {
            entity.indexes.remove(at.index);
            entity.indexes.add("unique " + at.index);
        } else if (name.equals("Ignore")) {
            entity.ignored.addAll(members);
        } else if (name.equals("HasQueryFilter")) {
            filter(call, scope, entity);
        } else if (name.equals("HasValue") || name.equals("UsingEntity")) {
            joined(call, scope, subjects, depth);
        }
    }

    private void table(Call call, Scope scope, EntityDraft entity) {
        List<String> texts = new ArrayList<>();
        for (Argument argument : call.arguments()) {
            if (!(argument.value() instanceof Lambda)) {
                model.code.values().text(argument.value(), scope).ifPresent(texts::add);
            }
        }
        if (!texts.isEmpty()) {
            entity.table = texts.size() > 1 ? texts.get(1) + "." + texts.get(0) : texts.get(0);
        }
    }

    private void owns(
            Call call,
            Scope scope,
            At at,
            EntityDraft entity,
            Map<String, Subject> subjects,
            int depth) {
        List<String> fields = members(call, scope);
        Optional<TypeDeclaration> type =
                typeArgument(call, scope)
                        .or(() -> fields.stream().findFirst().flatMap(f -> typeOf(entity, f)));
        if (type.isEmpty()) {
            return;
        }
        EntityDraft owned = model.entity(type.get());
        owned.owned = true;
        owned.confidence = Confidence.LITERAL;
        String field = fields.isEmpty() ? "" : fields.get(0);
        boolean many = call.name().equals("OwnsMany");
        entity.named.add(field);
        entity.relate(field, owned.name(), many ? "one-to-many" : "one-to-one");
        boolean lambda = call.arguments().size() > 1;
        if (lambda) {
            nested(dropFirst(call), scope, owned, subjects, depth);
        } else {
            at.subject = new Subject(owned);
        }
    }

    private static Call dropFirst(Call call) {
        return new Call(
                call.function(),
                call.typeArguments(),
                call.arguments().subList(1, call.arguments().size()),
                call.span());
    }

    /** {@code HasQueryFilter(x => !x.IsDeleted)}. */
    private void filter(Call call, Scope scope, EntityDraft entity) {
        for (Argument argument : call.arguments()) {
            if (argument.value() instanceof Lambda lambda && !lambda.block()) {
                Evidence evidence = scope.file().evidence(call.span());
                scope.file()
                        .expression(lambda.body())
                        .walk(
                                each -> {
                                    if (each instanceof Select select && deletion(select.name())) {
                                        entity.mark(
                                                "soft-delete",
                                                select.name(),
                                                Confidence.LITERAL,
                                                evidence);
                                    }
                                });
            }
        }
    }

    static boolean deletion(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.contains("deleted") || lower.equals("isremoved") || lower.equals("isarchived");
    }

    private void joined(Call call, Scope scope, Map<String, Subject> subjects, int depth) {
        typeArgument(call, scope)
                .filter(ClrTypes::isClass)
                .ifPresent(type -> nested(call, scope, explicit(type), subjects, depth));
    }

    // ---- properties

    private boolean ofProperty(Call call, Scope scope, At at, EntityDraft entity) {
        if (call.name().equals("Property") || call.name().equals("PrimitiveCollection")) {
            List<String> members = members(call, scope);
            at.link = null;
            at.property = members.isEmpty() ? "" : members.get(0);
            property(call, at.property, entity);
            return true;
        }
        if (at.property.isEmpty()) {
            return false;
        }
        Evidence evidence = scope.file().evidence(call.span());
        switch (call.name()) {
            case "IsRequired" -> {
                entity.required.put(at.property, !isFalse(call));
                if (!isFalse(call)) {
                    entity.check(at.property, "required", "", evidence);
                }
            }
            case "IsOptional" -> entity.required.put(at.property, false);
            case "HasMaxLength" ->
                    entity.check(at.property, "max-length", bound(call, scope), evidence);
            case "HasPrecision" ->
                    entity.check(at.property, "precision", bound(call, scope), evidence);
            case "IsRowVersion", "IsConcurrencyToken" -> {
                if (!isFalse(call)) {
                    entity.mark("row-version", at.property, Confidence.LITERAL, evidence);
                }
            }
            case "HasConversion" -> entity.converted.add(at.property);
            default -> {}
        }
        return true;
    }

    private void property(Call call, String name, EntityDraft entity) {
        if (name.isEmpty()) {
            return;
        }
        boolean declared = model.types.property(entity.type, name).isPresent();
        entity.named.add(name);
        if (!declared && !call.typeArguments().isEmpty() && name.indexOf('.') < 0) {
            entity.shadow.put(name, call.typeArguments().get(0));
        }
    }

    private String bound(Call call, Scope scope) {
        List<String> bounds = new ArrayList<>();
        for (Argument argument : call.arguments()) {
            bounds.add(model.code.values().first(argument.value(), scope).text());
        }
        return String.join(",", bounds);
    }

    private static boolean isFalse(Call call) {
        return !call.arguments().isEmpty()
                && call.arguments().get(0).value() instanceof Name name
                && name.name().equals("false");
    }

    // ---- relations

    private boolean ofRelation(Call call, Scope scope, At at, EntityDraft entity) {
        String name = call.name();
        if (ONE.contains(name) || name.equals("HasMany")) {
            finish(at);
            at.property = "";
            at.link = link(call, scope, entity, name.equals("HasMany"));
            return true;
        }
        Link link = at.link;
        if (link == null) {
            return false;
        }
        if (WITH_ONE.contains(name) || name.equals("WithMany")) {
            List<String> members = members(call, scope);
            link.inverse = members.isEmpty() ? "" : members.get(0);
            link.inverseMany = name.equals("WithMany");
            link.inverseTold = true;
        } else if (name.equals("HasForeignKey")) {
            List<String> members = members(call, scope);
            EntityDraft holder = typeArgument(call, scope).map(model::entity).orElse(null);
            EntityDraft dependent = link.many && link.to != null ? model.entity(link.to) : entity;
            (holder == null ? dependent : holder).foreignKeys.addAll(members);
        } else if (name.equals("IsRequired") && !link.field.isEmpty()) {
            entity.required.put(link.field, !isFalse(call));
        }
        return !name.equals("UsingEntity");
    }

    private Link link(Call call, Scope scope, EntityDraft entity, boolean many) {
        List<String> members = members(call, scope);
        String field = members.isEmpty() ? "" : members.get(0);
        Optional<TypeDeclaration> to =
                typeArgument(call, scope)
                        .or(() -> typeOf(entity, field))
                        .or(() -> model.types.find(field, scope.file(), Optional.empty()));
        boolean navigation = model.types.property(entity.type, field).isPresent();
        return new Link(entity, navigation ? field : "", to.orElse(null), many);
    }

    private void finish(At at) {
        Link link = at.link;
        at.link = null;
        if (link == null || link.to == null) {
            return;
        }
        EntityDraft to = model.entity(link.to);
        boolean oneSided = link.field.isEmpty() && !link.inverse.isEmpty();
        if (!oneSided) {
            link.from.relate(link.field, to.name(), link.kind());
        }
        if (!link.inverse.isEmpty()) {
            to.relate(link.inverse, link.from.name(), link.inverseKind());
        }
    }

    // ---- arguments

    private Optional<TypeDeclaration> typeOf(EntityDraft entity, String field) {
        return model.types
                .property(entity.type, field)
                .flatMap(p -> model.types.find(p.element(), p.owner()));
    }

    /** Of {@code Entity<T>()}, {@code Entity(typeof(T))}; of the last one if there are several. */
    private Optional<TypeDeclaration> typeArgument(Call call, Scope scope) {
        Optional<TypeDeclaration> inside = Optional.ofNullable(scope.type());
        if (!call.typeArguments().isEmpty()) {
            String last = call.typeArguments().get(call.typeArguments().size() - 1);
            return model.types.find(last, scope.file(), inside).filter(ClrTypes::isClass);
        }
        boolean typeof =
                !call.arguments().isEmpty()
                        && call.arguments().get(0).value() instanceof Call inner
                        && inner.name().equals("typeof");
        if (!typeof) {
            return Optional.empty();
        }
        Call inner = (Call) call.arguments().get(0).value();
        return inner.arguments().isEmpty()
                ? Optional.empty()
                : model.types.find(
                        TypeName.of(written(inner, scope.file())).name(), scope.file(), inside);
    }

    private static String written(Call call, CodeFile file) {
        return file.text(call.arguments().get(0).value().span());
    }

    private List<String> members(Call call, Scope scope) {
        List<Argument> naming =
                call.name().equals("HasIndex")
                                && call.arguments().size() > 1
                                && call.arguments().get(0).value() instanceof Lambda
                        ? call.arguments().subList(0, 1)
                        : call.arguments();
        return Lambdas.members(naming, scope, model.code.values()::text);
    }
}
