package io.digitalworker.facts.framework.java;

import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.declaration.TypeKind;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.Entity;
import io.digitalworker.facts.fact.Field;
import io.digitalworker.facts.fact.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Entities out of classes without annotations. */
final class PlainEntities {

    private PlainEntities() {}

    /**
     * @param joined fields, by full name, that a mapping declares as relations
     */
    static Entity of(
            JavaCode code,
            TypeDeclaration type,
            String framework,
            String table,
            List<String> keys,
            Set<String> joined,
            Confidence confidence) {
        List<Field> fields = new ArrayList<>();
        List<Relation> relations = new ArrayList<>();
        for (Stored field : Stored.of(code, type)) {
            boolean key = keys.contains(field.name()) || field.isKey();
            fields.add(new Field(field.name(), field.type(), field.isNullable() && !key));
            relation(code, type, field, joined).ifPresent(relations::add);
        }
        return new Entity(
                type.simpleName(),
                framework,
                table,
                fields,
                relations,
                keys,
                List.of(),
                confidence,
                type.evidence());
    }

    private static Optional<Relation> relation(
            JavaCode code, TypeDeclaration type, Stored field, Set<String> joined) {
        String element = field.element();
        boolean declared =
                code.find(element, code.fileOf(type), type)
                        .filter(t -> t.kind() == TypeKind.CLASS || t.kind() == TypeKind.RECORD)
                        .isPresent();
        if (!declared) {
            return Optional.empty();
        }
        boolean told = joined.contains(field.owner().fullName() + "." + field.name());
        return Optional.of(
                new Relation(
                        field.name(),
                        element,
                        field.isMany() ? "one-to-many" : "many-to-one",
                        told ? Confidence.LITERAL : Confidence.HEURISTIC));
    }
}
