package io.digitalworker.facts.framework.state;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.code.Symbol;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Conditional;
import io.digitalworker.facts.syntax.Expression.Name;
import io.digitalworker.facts.syntax.Expression.Opaque;
import io.digitalworker.facts.syntax.Expression.Select;
import io.digitalworker.facts.syntax.Expression.Text;
import io.digitalworker.facts.syntax.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The states that expressions stand for. */
final class StateValues {
    private static final int MAX_DEPTH = 6;
    private static final Set<String> OF_CONSTANT =
            Set.of("value", "name", "toString", "ToString", "getValue", "getCode", "ordinal");

    private final CodeBase code;

    StateValues(CodeBase code) {
        this.code = code;
    }

    /** One, or one for each branch; none if it cannot be told. */
    List<String> of(Expression expression, Scope scope, States states) {
        return of(expression, scope, states, MAX_DEPTH);
    }

    private List<String> of(Expression expression, Scope scope, States states, int depth) {
        if (depth == 0) {
            return List.of();
        }
        if (expression instanceof Conditional branch) {
            List<String> one = of(branch.then(), scope, states, depth - 1);
            List<String> other = of(branch.otherwise(), scope, states, depth - 1);
            List<String> both = new ArrayList<>(one);
            other.stream().filter(state -> !one.contains(state)).forEach(both::add);
            return one.isEmpty() || other.isEmpty() ? List.of() : both;
        }
        if (expression instanceof Text text) {
            String state = states.byValue().get(text.value());
            return state == null ? List.of() : List.of(state);
        }
        if (expression instanceof Call call && call.arguments().isEmpty()) {
            Expression receiver = call.receiver();
            return receiver != null && OF_CONSTANT.contains(call.name())
                    ? of(receiver, scope, states, depth - 1)
                    : List.of();
        }
        if (expression instanceof Select select) {
            return selected(select, scope, states, depth);
        }
        return expression instanceof Name name ? named(name, scope, states, depth) : List.of();
    }

    private List<String> selected(Select select, Scope scope, States states, int depth) {
        if (states.names().contains(select.name()) && isOf(select.target(), scope, states)) {
            return List.of(select.name());
        }
        boolean same = OF_CONSTANT.contains(select.name()) && select.target() instanceof Select;
        return same
                ? of(select.target(), scope, states, depth - 1)
                : constant(select, scope, states);
    }

    /** A constant whose text is one of the values. */
    private List<String> constant(Expression expression, Scope scope, States states) {
        if (states.byValue().isEmpty() || states.declared() != null) {
            return List.of();
        }
        return code.symbols().find(expression, scope).stream()
                .filter(Symbol.Variable.class::isInstance)
                .map(symbol -> ((Symbol.Variable) symbol).value())
                .filter(Text.class::isInstance)
                .map(value -> states.byValue().get(((Text) value).value()))
                .filter(state -> state != null)
                .map(List::of)
                .findFirst()
                .orElse(List.of());
    }

    private boolean isOf(Expression target, Scope scope, States states) {
        TypeDeclaration declared = states.declared();
        String place = Place.of(target);
        if (declared == null || place == null || place.isEmpty()) {
            return false;
        }
        Optional<Symbol> symbol = code.symbols().find(target, scope);
        if (symbol.isPresent() && symbol.get() instanceof Symbol.Type type) {
            return same(type.declaration(), declared);
        }
        return code.symbols()
                .types()
                .find(place, scope.file(), Optional.ofNullable(scope.type()))
                .filter(type -> same(type, declared))
                .isPresent();
    }

    private static boolean same(TypeDeclaration one, TypeDeclaration other) {
        return one.evidence().equals(other.evidence()) && one.name().equals(other.name());
    }

    /** A variable that is set once, a constant by its own name, or one imported as such. */
    private List<String> named(Name name, Scope scope, States states, int depth) {
        List<Statement> settings =
                scope.locals().stream()
                        .filter(s -> s.kind() == Statement.Kind.ASSIGN && s.target() == null)
                        .filter(s -> s.name().equals(name.name()))
                        .toList();
        if (isParameter(name, scope.member())) {
            return List.of();
        }
        if (!settings.isEmpty()) {
            Expression value = settings.get(0).value();
            boolean sure = settings.size() == 1 && !(value instanceof Opaque);
            return sure ? of(value, scope, states, depth - 1) : List.of();
        }
        TypeDeclaration declared = states.declared();
        boolean imported =
                declared != null
                        && scope.file().imports().stream()
                                .filter(i -> i.alias().equals(name.name()) || i.name().equals("*"))
                                .anyMatch(i -> i.module().equals(declared.fullName()));
        return imported && states.names().contains(name.name())
                ? List.of(name.name())
                : constant(name, scope, states);
    }

    private static boolean isParameter(Name name, @Nullable Member member) {
        return member != null
                && member.parameters().stream().anyMatch(p -> p.name().equals(name.name()));
    }
}
