package io.digitalworker.facts.framework.dotnet;

import io.digitalworker.facts.code.Scope;
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
    private final EntityModel model;
    private final FluentArguments arguments;
    private final FluentProperties properties;
    private final FluentRelations relations;

    FluentModel(EntityModel model) {
        this.model = model;
        this.arguments = new FluentArguments(model);
        this.properties = new FluentProperties(model, arguments);
        this.relations = new FluentRelations(model, arguments);
    }

    /** Reads a body in which {@code name} is a builder: of an entity, or of the model if that is null. */
    void read(List<Statement> statements, Scope scope, String name, @Nullable EntityDraft entity) {
        Map<String, FluentSubject> subjects = new HashMap<>();
        subjects.put(name, new FluentSubject(entity));
        block(statements, scope, subjects, 0);
    }

    private void block(
            List<Statement> statements,
            Scope scope,
            Map<String, FluentSubject> subjects,
            int depth) {
        for (Statement statement : statements) {
            FluentSubject result = chain(statement.value(), scope, subjects, depth);
            boolean declares =
                    statement.kind() == Statement.Kind.ASSIGN && !statement.name().isEmpty();
            if (declares && result != null) {
                subjects.put(statement.name(), result);
            }
        }
    }

    private @Nullable FluentSubject chain(
            Expression expression, Scope scope, Map<String, FluentSubject> subjects, int depth) {
        Chain chain = Chain.of(expression);
        FluentSubject root = subject(chain.root(), subjects);
        if (root == null || depth > MAX_DEPTH) {
            return null;
        }
        FluentPosition at = new FluentPosition(root);
        for (Call call : chain.calls()) {
            step(call, scope, at, subjects, depth);
        }
        relations.finish(at);
        return at.subject;
    }

    private static @Nullable FluentSubject subject(
            Expression root, Map<String, FluentSubject> subjects) {
        if (root instanceof Name name) {
            return subjects.get(name.name());
        }
        return root instanceof Call call && call.function() instanceof Name
                ? subjects.get("this")
                : null;
    }

    private void step(
            Call call,
            Scope scope,
            FluentPosition at,
            Map<String, FluentSubject> subjects,
            int depth) {
        EntityDraft entity = at.subject.entity();
        if (entity == null) {
            ofModel(call, scope, at, subjects, depth);
        } else if (!relations.ofRelation(call, scope, at, entity)
                && !properties.ofProperty(call, scope, at, entity)) {
            ofEntity(call, scope, at, entity, subjects, depth);
        }
    }

    // ---- the model

    private void ofModel(
            Call call,
            Scope scope,
            FluentPosition at,
            Map<String, FluentSubject> subjects,
            int depth) {
        Optional<TypeDeclaration> type = arguments.typeArgument(call, scope);
        if (type.isEmpty()) {
            return;
        }
        switch (call.name()) {
            case "Entity" -> {
                EntityDraft draft = explicit(type.get());
                nested(call, scope, draft, subjects, depth);
                at.subject = new FluentSubject(draft);
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
            Call call,
            Scope scope,
            EntityDraft draft,
            Map<String, FluentSubject> subjects,
            int depth) {
        for (Argument argument : call.arguments()) {
            if (argument.value() instanceof Lambda lambda
                    && lambda.parameters().size() == 1
                    && depth < MAX_DEPTH) {
                Map<String, FluentSubject> inner = new HashMap<>(subjects);
                inner.put(lambda.parameters().get(0).name(), new FluentSubject(draft));
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
            FluentPosition at,
            EntityDraft entity,
            Map<String, FluentSubject> subjects,
            int depth) {
        String name = call.name();
        List<String> members = List.of();
        if (Set.of("HasKey", "HasAlternateKey", "HasIndex", "Ignore", "Property").contains(name)
                || name.equals("HasQueryFilter")) {
            members = arguments.members(call, scope);
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
        } else if (name.equals("IsUnique")
                && !at.index.isEmpty()
                && !FluentArguments.isFalse(call)) {
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
            FluentPosition at,
            EntityDraft entity,
            Map<String, FluentSubject> subjects,
            int depth) {
        List<String> fields = arguments.members(call, scope);
        Optional<TypeDeclaration> type =
                arguments
                        .typeArgument(call, scope)
                        .or(
                                () ->
                                        fields.stream()
                                                .findFirst()
                                                .flatMap(f -> arguments.typeOf(entity, f)));
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
            at.subject = new FluentSubject(owned);
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

    private void joined(Call call, Scope scope, Map<String, FluentSubject> subjects, int depth) {
        arguments
                .typeArgument(call, scope)
                .filter(ClrTypes::isClass)
                .ifPresent(type -> nested(call, scope, explicit(type), subjects, depth));
    }
}
