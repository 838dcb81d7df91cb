package io.digitalworker.facts.framework.state;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.MemberKind;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.declaration.TypeKind;
import io.digitalworker.facts.fact.Entity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The fields of entities that have a closed set of states, of classes that the entities' own files
 * declare; those of base classes too. A number beside a property of an enumeration, as in {@code
 * StatusId} and {@code Status}, is one field with it.
 */
final class StateFields {
    private final CodeBase code;
    private final StateSets sets;

    StateFields(CodeBase code) {
        this.code = code;
        this.sets = new StateSets(code);
    }

    /** By entity, then as declared. */
    List<StateField> of(List<Entity> entities) {
        List<StateField> fields = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Entity entity : entities) {
            code.file(entity.evidence().path())
                    .ifPresent(
                            file -> {
                                for (TypeDeclaration type : file.types()) {
                                    boolean named =
                                            type.name().equals(entity.name())
                                                    || type.simpleName().equals(entity.name());
                                    if (named && type.kind() != TypeKind.FILE) {
                                        if (seen.add(type.evidence().id() + type.name())) {
                                            fields(entity, type, fields);
                                        }
                                    }
                                }
                            });
        }
        return fields;
    }

    private void fields(Entity entity, TypeDeclaration type, List<StateField> fields) {
        Set<String> seen = new HashSet<>();
        for (TypeDeclaration each : code.symbols().types().lineage(type)) {
            CodeFile file = code.fileOf(each);
            for (Member member : each.members()) {
                boolean holds =
                        member.kind() == MemberKind.PROPERTY || member.kind() == MemberKind.FIELD;
                if (holds && !member.has("const") && seen.add(member.name())) {
                    sets.of(file, each, member)
                            .map(
                                    states ->
                                            new StateField(
                                                    entity.name(),
                                                    file,
                                                    each,
                                                    member,
                                                    names(entity, member),
                                                    states))
                            .filter(field -> isStored(entity, field))
                            .ifPresent(fields::add);
                }
            }
        }
    }

    private static List<String> names(Entity entity, Member member) {
        String number = member.name() + "Id";
        boolean stored = entity.fields().stream().anyMatch(field -> field.name().equals(number));
        return stored ? List.of(member.name(), number) : List.of(member.name());
    }

    /** Under one of its names; C#'s backing fields begin with an underscore. */
    private static boolean isStored(Entity entity, StateField field) {
        return entity.fields().stream()
                .anyMatch(
                        stored ->
                                field.is(stored.name())
                                        || field.name().equalsIgnoreCase("_" + stored.name()));
    }
}
