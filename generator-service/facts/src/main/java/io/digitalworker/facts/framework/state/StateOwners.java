package io.digitalworker.facts.framework.state;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.code.TypeName;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.MemberKind;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.syntax.Expression;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whose field it is that code sets by a name. */
final class StateOwners {
    private final CodeBase code;
    private final Map<String, List<StateField>> byName = new HashMap<>();

    /** The types that have a member of a name, by name and the simple name of the member's type. */
    private final Map<String, Set<String>> holders = new HashMap<>();

    /**
     * Whose field it is.
     *
     * @param sure whether the object's type says so, and not only what the field may hold
     */
    record Owned(StateField field, boolean sure) {}

    StateOwners(List<StateField> fields, CodeBase code) {
        this.code = code;
        for (StateField field : fields) {
            field.names()
                    .forEach(
                            name ->
                                    byName.computeIfAbsent(name, any -> new ArrayList<>())
                                            .add(field));
        }
        for (TypeDeclaration type : code.types()) {
            for (Member member : type.members()) {
                boolean holds =
                        member.kind() == MemberKind.PROPERTY || member.kind() == MemberKind.FIELD;
                if (holds && byName.containsKey(member.name())) {
                    holders.computeIfAbsent(key(member), any -> new HashSet<>())
                            .add(type.fullName());
                }
            }
        }
    }

    private static String key(Member member) {
        return member.name() + " " + TypeName.of(member.type()).simpleName();
    }

    List<StateField> named(String name) {
        return byName.getOrDefault(name, List.of());
    }

    /** Those of these fields that a type has. */
    Optional<StateField> of(TypeDeclaration type, List<StateField> fields) {
        return fields.stream().filter(field -> field.belongsTo(type, code)).findFirst();
    }

    /**
     * The field of these that an object has.
     *
     * @param fields such as may be meant, each of which may hold what is set
     */
    Optional<Owned> of(Expression object, Scope scope, List<StateField> fields) {
        Optional<TypeDeclaration> type = code.symbols().typeOf(object, scope);
        if (type.isPresent()) {
            return of(type.get(), fields).map(field -> new Owned(field, true));
        }
        return only(object, fields).map(field -> new Owned(field, false));
    }

    /** Of an object whose type is not known: the only one that may hold this, or the one of its name. */
    private Optional<StateField> only(Expression object, List<StateField> fields) {
        List<StateField> declared =
                fields.stream().filter(field -> field.states().declared() != null).toList();
        if (declared.size() == 1 && isOnly(declared.get(0))) {
            return Optional.of(declared.get(0));
        }
        String place = Place.of(object);
        String last = place == null ? "" : place.substring(place.lastIndexOf('.') + 1);
        List<StateField> named =
                declared.stream()
                        .filter(field -> last.toLowerCase(Locale.ROOT).endsWith(lower(field)))
                        .toList();
        return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
    }

    private static String lower(StateField field) {
        String entity = field.entity();
        return entity.substring(entity.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private boolean isOnly(StateField field) {
        return holders.getOrDefault(key(field.member()), Set.of()).size() == 1;
    }
}
