package io.digitalworker.facts.framework.dotnet;

import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.syntax.Expression.Call;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a chain says about the relations of an entity. */
record FluentRelations(EntityModel model, FluentArguments arguments) {
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

    boolean ofRelation(Call call, Scope scope, FluentPosition at, EntityDraft entity) {
        String name = call.name();
        if (ONE.contains(name) || name.equals("HasMany")) {
            finish(at);
            at.property = "";
            at.link = link(call, scope, entity, name.equals("HasMany"));
            return true;
        }
        FluentLink link = at.link;
        if (link == null) {
            return false;
        }
        if (WITH_ONE.contains(name) || name.equals("WithMany")) {
            List<String> members = arguments.members(call, scope);
            link.inverse = members.isEmpty() ? "" : members.get(0);
            link.inverseMany = name.equals("WithMany");
            link.inverseTold = true;
        } else if (name.equals("HasForeignKey")) {
            List<String> members = arguments.members(call, scope);
            EntityDraft holder =
                    arguments.typeArgument(call, scope).map(model::entity).orElse(null);
            EntityDraft dependent = link.many && link.to != null ? model.entity(link.to) : entity;
            (holder == null ? dependent : holder).foreignKeys.addAll(members);
        } else if (name.equals("IsRequired") && !link.field.isEmpty()) {
            entity.required.put(link.field, !FluentArguments.isFalse(call));
        }
        return !name.equals("UsingEntity");
    }

    private FluentLink link(Call call, Scope scope, EntityDraft entity, boolean many) {
        List<String> members = arguments.members(call, scope);
        String field = members.isEmpty() ? "" : members.get(0);
        Optional<TypeDeclaration> to =
                arguments
                        .typeArgument(call, scope)
                        .or(() -> arguments.typeOf(entity, field))
                        .or(() -> model.types.find(field, scope.file(), Optional.empty()));
        boolean navigation = model.types.property(entity.type, field).isPresent();
        return new FluentLink(entity, navigation ? field : "", to.orElse(null), many);
    }

    void finish(FluentPosition at) {
        FluentLink link = at.link;
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
}
