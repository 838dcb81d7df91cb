package io.digitalworker.facts.framework.state;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.code.TypeName;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.MemberKind;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Dialect;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Name;
import io.digitalworker.facts.syntax.Expression.Select;
import io.digitalworker.facts.syntax.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Functions that put what they are handed over into a field with states: methods and constructors of
 * entities, and those of others that are handed the entity too. Java's {@code setStatus} is one also
 * where nobody has written it.
 */
final class Setters {
    /**
     * A function that sets a field.
     *
     * @param name of a constructor that of the type
     * @param object the parameter that is the entity; null where it is the entity's own function
     */
    record Setter(
            StateField field,
            String name,
            boolean constructor,
            Position value,
            @Nullable Position object) {}

    /** A parameter by its name and its place among those that are handed over. */
    record Position(String name, int number) {
        Optional<Expression> in(List<Argument> arguments) {
            return Argument.of(arguments, name, number);
        }
    }

    private final Map<String, List<Setter>> byName = new HashMap<>();

    private Setters() {}

    static Setters of(List<StateField> fields, CodeBase code) {
        Setters setters = new Setters();
        Set<String> entities = new HashSet<>();
        for (StateField field : fields) {
            entities.add(field.type().simpleName());
            if (field.file().dialect() == Dialect.JAVA) {
                String name = "set" + StateField.capital(field.name());
                setters.add(new Setter(field, name, false, new Position(field.name(), 0), null));
            }
            for (TypeDeclaration type : code.symbols().types().parts(field.type())) {
                for (Member member : type.members()) {
                    setters.member(List.of(field), code.fileOf(type), type, member, code);
                }
            }
        }
        for (CodeFile file : code.files()) {
            for (TypeDeclaration type : file.types()) {
                for (Member member : type.members()) {
                    if (member.parameters().size() > 1 && takes(member, entities)) {
                        setters.member(fields, file, type, member, code);
                    }
                }
            }
        }
        return setters;
    }

    private static boolean takes(Member member, Set<String> entities) {
        return member.parameters().stream()
                .anyMatch(p -> entities.contains(TypeName.of(p.type()).simpleName()));
    }

    private void member(
            List<StateField> fields,
            CodeFile file,
            TypeDeclaration type,
            Member member,
            CodeBase code) {
        boolean function =
                member.kind() == MemberKind.METHOD
                        || member.kind() == MemberKind.FUNCTION
                        || member.kind() == MemberKind.CONSTRUCTOR;
        if (!function || member.parameters().isEmpty() || member.body().isEmpty()) {
            return;
        }
        Scope scope = Scope.of(file, type, member);
        if (member.expressionBody()) {
            if (file.expression(member.body()) instanceof Expression.Binary binary
                    && binary.operator().equals("=")) {
                assigned(fields, scope, type, member, binary.left(), binary.right(), code);
            }
            return;
        }
        for (Statement statement : scope.locals()) {
            Expression target = statement.target();
            if (statement.kind() == Statement.Kind.ASSIGN) {
                Expression left =
                        target == null ? new Name(statement.name(), statement.span()) : target;
                assigned(fields, scope, type, member, left, statement.value(), code);
            }
        }
    }

    private void assigned(
            List<StateField> fields,
            Scope scope,
            TypeDeclaration type,
            Member member,
            Expression target,
            Expression value,
            CodeBase code) {
        Position given = value instanceof Name name ? position(member, name.name()) : null;
        if (given == null) {
            return;
        }
        for (StateField field : fields) {
            boolean own = Place.reads(target, "", field) && field.belongsTo(type, code);
            Position object = object(field, scope, member, target, code);
            if (own || object != null) {
                boolean makes = constructs(member) && own;
                String name = makes ? type.simpleName() : member.name();
                add(new Setter(field, name, makes, given, own ? null : object));
            }
        }
    }

    private static @Nullable Position object(
            StateField field, Scope scope, Member member, Expression target, CodeBase code) {
        if (!(target instanceof Select select)
                || !field.is(select.name())
                || !(select.target() instanceof Name object)) {
            return null;
        }
        return code.symbols()
                        .typeOf(object, scope)
                        .filter(type -> field.belongsTo(type, code))
                        .isPresent()
                ? position(member, object.name())
                : null;
    }

    private static @Nullable Position position(Member member, String name) {
        boolean self = member.parameters().get(0).name().equals("self");
        for (int i = 0; i < member.parameters().size(); i++) {
            if (member.parameters().get(i).name().equals(name)) {
                return new Position(name, self ? i - 1 : i);
            }
        }
        return null;
    }

    static boolean constructs(Member member) {
        return member.kind() == MemberKind.CONSTRUCTOR || member.name().equals("__init__");
    }

    private void add(Setter setter) {
        List<Setter> named = byName.computeIfAbsent(setter.name(), any -> new ArrayList<>());
        if (!named.contains(setter)) {
            named.add(setter);
        }
    }

    /** Those of this name. */
    List<Setter> named(String name) {
        return byName.getOrDefault(name, List.of());
    }

    /** Whether a member takes a field's state from its parameter. */
    boolean isSetter(StateField field, Member member, TypeDeclaration type, String parameter) {
        String name = constructs(member) ? type.simpleName() : member.name();
        return named(name).stream()
                .anyMatch(s -> s.field().equals(field) && s.value().name().equals(parameter));
    }

    Set<String> words() {
        return new HashSet<>(byName.keySet());
    }
}
