package io.digitalworker.facts.framework.state;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Located;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.code.Symbol;
import io.digitalworker.facts.code.TypeName;
import io.digitalworker.facts.code.Types;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.MemberKind;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.declaration.TypeKind;
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Dialect;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Name;
import io.digitalworker.facts.syntax.Expression.Select;
import io.digitalworker.facts.syntax.Expression.Sequence;
import io.digitalworker.facts.syntax.Expression.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The closed sets that fields may have: enumerations, unions of texts, choices. A set of one, and flags
 * that may be combined, are none.
 */
final class StateSets {
    private static final int FEWEST = 2;
    private static final Set<String> WRAPPERS =
            Set.of("Nullable", "Mapped", "Optional", "Final", "InstrumentedAttribute");
    private static final Set<String> NOTHING = Set.of("null", "undefined", "None");
    private static final Set<String> ENUMS =
            Set.of("Enum", "StrEnum", "IntEnum", "TextChoices", "IntegerChoices", "Choices");
    private static final Set<String> FLAGS = Set.of("Flags");
    private static final Set<String> ENUM_COLUMNS = Set.of("Enum", "SQLEnum", "SAEnum", "SqlEnum");
    private static final Pattern LITERAL = Pattern.compile("(['\"])([\\w. -]{1,60})\\1");

    private final CodeBase code;
    private final Types types;

    StateSets(CodeBase code) {
        this.code = code;
        this.types = code.symbols().types();
    }

    /** The states of a member, if it has a closed set of them. */
    Optional<States> of(CodeFile file, TypeDeclaration around, Member member) {
        Optional<States> typed = typed(member.type(), file, around, member);
        if (typed.isPresent() || file.dialect() != Dialect.PYTHON) {
            return typed;
        }
        return member.initializer().isEmpty()
                ? Optional.empty()
                : column(file.expression(member.initializer()), file, around, member);
    }

    private Optional<States> typed(
            String written, CodeFile file, TypeDeclaration around, Member member) {
        List<String> parts = new ArrayList<>();
        for (String part : unwrapped(written).split("\\|")) {
            if (!part.isBlank() && !NOTHING.contains(part.strip())) {
                parts.add(part.strip());
            }
        }
        if (parts.size() > 1) {
            return union(parts, member);
        }
        return parts.isEmpty() ? Optional.empty() : declared(parts.get(0), file, around);
    }

    private static String unwrapped(String written) {
        String bare = written.endsWith("?") ? written.substring(0, written.length() - 1) : written;
        for (int i = 0; i < WRAPPERS.size(); i++) {
            TypeName name = TypeName.of(bare);
            if (name.array()
                    || !WRAPPERS.contains(name.simpleName())
                    || name.argument().isEmpty()) {
                return bare;
            }
            bare = name.argument();
        }
        return bare;
    }

    private static Optional<States> union(List<String> parts, Member member) {
        Map<String, String> values = literals(parts);
        return values.size() == parts.size()
                ? Optional.of(
                        new States(
                                "", null, List.copyOf(values.keySet()), values, member.evidence()))
                : Optional.empty();
    }

    private static Map<String, String> literals(List<String> parts) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String part : parts) {
            Matcher literal = LITERAL.matcher(part);
            if (literal.matches()) {
                values.put(literal.group(2), literal.group(2));
            }
        }
        return values;
    }

    private Optional<States> declared(String written, CodeFile file, TypeDeclaration around) {
        TypeName name = TypeName.of(written);
        if (name.array() || !name.arguments().isEmpty()) {
            return Optional.empty();
        }
        return types.find(written, file, Optional.of(around)).flatMap(this::enumeration);
    }

    /** The constants of an enumeration, or the texts of a type that is a union of these. */
    private Optional<States> enumeration(TypeDeclaration type) {
        CodeFile file = code.fileOf(type);
        if (type.kind() == TypeKind.ALIAS && file.dialect() == Dialect.SCRIPT) {
            return alias(type, file);
        }
        boolean python = file.dialect() == Dialect.PYTHON;
        boolean flags = type.annotations().stream().anyMatch(a -> FLAGS.contains(a.simpleName()));
        boolean choice =
                python
                        ? types.basesAbove(type).stream()
                                .anyMatch(b -> ENUMS.contains(TypeName.of(b).simpleName()))
                        : type.kind() == TypeKind.ENUM;
        if (!choice || flags) {
            return Optional.empty();
        }
        Map<String, String> values = new LinkedHashMap<>();
        List<String> names = new ArrayList<>();
        for (Member member : type.members()) {
            if (isConstant(member, python)) {
                names.add(member.name());
                value(member, file).ifPresent(value -> values.put(value, member.name()));
            }
        }
        return names.size() < FEWEST
                ? Optional.empty()
                : Optional.of(new States(type.simpleName(), type, names, values, type.evidence()));
    }

    private static boolean isConstant(Member member, boolean python) {
        boolean assigned =
                member.kind() == MemberKind.FIELD
                        && !member.initializer().isEmpty()
                        && !member.name().startsWith("_");
        return python ? assigned : member.kind() == MemberKind.ENUM_CONSTANT;
    }

    /** The text that a script's or Python's constant has. */
    private static Optional<String> value(Member member, CodeFile file) {
        boolean texts = file.dialect() == Dialect.SCRIPT || file.dialect() == Dialect.PYTHON;
        if (!texts || member.initializer().isEmpty()) {
            return Optional.empty();
        }
        Expression value = file.expression(member.initializer());
        Expression first =
                value instanceof Sequence sequence && !sequence.items().isEmpty()
                        ? sequence.items().get(0)
                        : value;
        return first instanceof Text text ? Optional.of(text.value()) : Optional.empty();
    }

    private static Optional<States> alias(TypeDeclaration type, CodeFile file) {
        String written = file.text(type.span());
        int equals = written.indexOf('=');
        List<String> parts = new ArrayList<>();
        for (String part : written.substring(equals + 1).replace(";", "").split("\\|")) {
            if (!part.isBlank()) {
                parts.add(part.strip());
            }
        }
        Map<String, String> values = literals(parts);
        boolean all = equals > 0 && values.size() >= FEWEST && values.size() == parts.size();
        List<String> names = List.copyOf(values.keySet());
        return all
                ? Optional.of(new States(type.simpleName(), null, names, values, type.evidence()))
                : Optional.empty();
    }

    // ---- columns of Python's mappers

    private Optional<States> column(
            Expression column, CodeFile file, TypeDeclaration around, Member member) {
        List<States> found = new ArrayList<>();
        Scope scope = Scope.of(file, around);
        column.walk(
                each -> {
                    if (each instanceof Call call && found.isEmpty()) {
                        call(call, scope, member).ifPresent(found::add);
                    }
                });
        return found.stream().findFirst();
    }

    private Optional<States> call(Call call, Scope scope, Member member) {
        Optional<Expression> choices = Argument.named(call.arguments(), "choices");
        if (choices.isPresent()) {
            return choices(choices.get(), scope, member);
        }
        if (!ENUM_COLUMNS.contains(call.name()) || call.arguments().isEmpty()) {
            return Optional.empty();
        }
        Expression first = call.arguments().get(0).value();
        if (first instanceof Text) {
            List<Expression> items =
                    call.arguments().stream()
                            .filter(a -> a.name() == null)
                            .map(Argument::value)
                            .toList();
            return texts(items, scope, member);
        }
        return type(first, scope).flatMap(this::enumeration);
    }

    private Optional<States> choices(Expression choices, Scope scope, Member member) {
        if (choices instanceof Select select && select.name().equals("choices")) {
            return type(select.target(), scope).flatMap(this::enumeration);
        }
        Optional<TypeDeclaration> type = type(choices, scope);
        if (type.isPresent()) {
            return enumeration(type.get());
        }
        Located list = code.symbols().definition(choices, scope);
        List<Expression> items = new ArrayList<>();
        if (list.expression() instanceof Sequence sequence) {
            for (Expression item : sequence.items()) {
                boolean pair = item instanceof Sequence two && !two.items().isEmpty();
                items.add(pair ? ((Sequence) item).items().get(0) : item);
            }
        }
        return texts(items, list.scope(), member);
    }

    private Optional<States> texts(List<Expression> items, Scope scope, Member member) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Expression item : items) {
            Optional<String> text = code.values().text(item, scope);
            text.filter(t -> !t.isEmpty()).ifPresent(t -> values.put(t, t));
        }
        List<String> names = List.copyOf(values.keySet());
        return values.size() < FEWEST || values.size() != items.size()
                ? Optional.empty()
                : Optional.of(new States("", null, names, values, member.evidence()));
    }

    private Optional<TypeDeclaration> type(Expression expression, Scope scope) {
        if (!(expression instanceof Name) && !(expression instanceof Select)) {
            return Optional.empty();
        }
        return code.symbols().find(expression, scope).stream()
                .filter(Symbol.Type.class::isInstance)
                .map(symbol -> ((Symbol.Type) symbol).declaration())
                .findFirst();
    }
}
