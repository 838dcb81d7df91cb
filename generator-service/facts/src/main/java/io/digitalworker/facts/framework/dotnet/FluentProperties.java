package io.digitalworker.facts.framework.dotnet;

import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.source.Evidence;
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Expression.Call;
import java.util.ArrayList;
import java.util.List;

/** What a chain says about a property of an entity. */
record FluentProperties(EntityModel model, FluentArguments arguments) {
    boolean ofProperty(Call call, Scope scope, FluentPosition at, EntityDraft entity) {
        if (call.name().equals("Property") || call.name().equals("PrimitiveCollection")) {
            List<String> members = arguments.members(call, scope);
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
                entity.required.put(at.property, !FluentArguments.isFalse(call));
                if (!FluentArguments.isFalse(call)) {
                    entity.check(at.property, "required", "", evidence);
                }
            }
            case "IsOptional" -> entity.required.put(at.property, false);
            case "HasMaxLength" ->
                    entity.check(at.property, "max-length", bound(call, scope), evidence);
            case "HasPrecision" ->
                    entity.check(at.property, "precision", bound(call, scope), evidence);
            case "IsRowVersion", "IsConcurrencyToken" -> {
                if (!FluentArguments.isFalse(call)) {
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
}
