package io.digitalworker.facts.framework.dotnet;

import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.syntax.Annotation;
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What annotations of a class and its properties say about the entity. */
record EntityAnnotations(EntityModel model) {
    private static final Set<String> VERSIONS = Set.of("Timestamp", "ConcurrencyCheck");

    void annotate(EntityDraft draft) {
        for (TypeDeclaration part : model.code.symbols().types().parts(draft.type)) {
            Scope scope = Scope.of(model.code.fileOf(part), part);
            for (Annotation annotation : part.annotations()) {
                ofClass(draft, annotation, scope);
            }
        }
        List<String> keys = new ArrayList<>();
        for (ClrProperty property : model.types.properties(draft.type)) {
            if (property.has("Key")) {
                keys.add(property.name());
            }
            if (VERSIONS.stream().anyMatch(property::has)) {
                draft.mark(
                        "row-version",
                        property.name(),
                        Confidence.LITERAL,
                        property.member().evidence());
            }
        }
        if (draft.keys.isEmpty()) {
            draft.keys = keys;
        }
    }

    private void ofClass(EntityDraft draft, Annotation annotation, Scope scope) {
        if (annotation.is("Table")) {
            Optional<String> table = text(annotation.argument("Name", 0), scope);
            Optional<String> schema = text(annotation.argument("Schema"), scope);
            table.ifPresent(name -> draft.table = schema.map(s -> s + "." + name).orElse(name));
        } else if (annotation.is("Index")) {
            List<String> fields = names(annotation, scope);
            boolean unique =
                    annotation
                            .argument("IsUnique")
                            .filter(
                                    value ->
                                            value instanceof Expression.Name n
                                                    && n.name().equals("true"))
                            .isPresent();
            draft.indexes.add((unique ? "unique " : "") + String.join(",", fields));
        } else if (annotation.is("PrimaryKey") && draft.keys.isEmpty()) {
            draft.keys = names(annotation, scope);
        } else if (annotation.is("Keyless")) {
            draft.keyless = true;
        } else if (annotation.is("Owned")) {
            draft.owned = true;
        }
    }

    private Optional<String> text(Optional<Expression> expression, Scope scope) {
        return expression.flatMap(value -> model.code.values().text(value, scope));
    }

    private List<String> names(Annotation annotation, Scope scope) {
        List<String> names = new ArrayList<>();
        for (Argument argument : annotation.arguments()) {
            if (argument.name() == null) {
                model.code.values().text(argument.value(), scope).ifPresent(names::add);
            }
        }
        return names;
    }

    List<Annotation> annotations(EntityDraft draft) {
        return model.code.symbols().types().parts(draft.type).stream()
                .flatMap(part -> part.annotations().stream())
                .toList();
    }
}
