package io.digitalworker.facts.framework.state;

import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.lexer.Tokens;
import io.digitalworker.facts.syntax.Dialect;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Binary;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Create;
import io.digitalworker.facts.syntax.Expression.Sequence;
import io.digitalworker.facts.syntax.Expression.Unary;
import io.digitalworker.facts.syntax.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The states that a condition leaves open for the field of an object. Only plain comparisons with
 * constants, lists of these, and what {@code and}, {@code or} and {@code not} make of them say anything.
 *
 * @param place of the object, as {@link Place} has it
 * @param scope of the statement that the condition stands around
 */
record StateTests(StateValues values, StateField field, String place, Scope scope) {
    private static final int MAX_DEPTH = 20;
    private static final Set<String> EQUAL = Set.of("==", "===", "is");
    private static final Set<String> UNEQUAL = Set.of("!=", "!==");

    /** Of C#, where a comparison goes on behind the constant. */
    private static final Pattern PATTERN = Pattern.compile("\\bis\\b.*\\b(or|and|not)\\b");

    private static final Set<String> LISTS =
            Set.of("of", "asList", "Arrays", "frozenset", "set", "tuple", "list");

    /**
     * The states for which a condition holds; null if it says nothing of them.
     *
     * @param before the conditions around it, outermost first
     */
    @Nullable List<String> allowed(String condition, List<String> before) {
        if (condition.startsWith("case ")) {
            String head = before.isEmpty() ? "" : before.get(before.size() - 1);
            return labelled(condition.substring(5), head.replaceFirst("^match ", ""));
        }
        boolean pattern =
                scope.file().dialect() == Dialect.CSHARP && PATTERN.matcher(condition).find();
        return !pattern && mentions(condition)
                ? allowed(parsed(condition.replaceFirst("^(if|elif|while) ", "")), MAX_DEPTH)
                : null;
    }

    private boolean mentions(String condition) {
        return field.names().stream()
                .anyMatch(
                        name ->
                                condition.contains(name)
                                        || condition.contains(StateField.capital(name)));
    }

    private Expression parsed(String condition) {
        Dialect dialect = scope.file().dialect();
        Tokens tokens = dialect.profile().tokens(condition);
        return new Syntax(dialect, tokens).expression(0, tokens.size());
    }

    private @Nullable List<String> labelled(String labels, String head) {
        if (head.isEmpty() || !Place.reads(parsed(head), place, field)) {
            return null;
        }
        List<String> states = new ArrayList<>();
        for (String label : labels.split("[|,]")) {
            String name = label.strip();
            List<String> one =
                    field.states().names().contains(name)
                            ? List.of(name)
                            : values.of(parsed(name), scope, field.states());
            if (one.isEmpty()) {
                return null;
            }
            states.addAll(one);
        }
        return states;
    }

    private @Nullable List<String> allowed(Expression test, int depth) {
        if (depth == 0) {
            return null;
        }
        if (test instanceof Unary not) {
            boolean turned = Set.of("!", "not").contains(not.operator());
            return turned && exact(not.operand(), depth - 1)
                    ? rest(allowed(not.operand(), depth - 1))
                    : null;
        }
        if (test instanceof Binary binary) {
            return binary(binary, depth);
        }
        return test instanceof Call call ? called(call) : null;
    }

    private @Nullable List<String> binary(Binary test, int depth) {
        switch (test.operator()) {
            case "&&", "and" -> {
                return both(allowed(test.left(), depth - 1), allowed(test.right(), depth - 1));
            }
            case "||", "or" -> {
                return either(allowed(test.left(), depth - 1), allowed(test.right(), depth - 1));
            }
            case "in" -> {
                boolean reads = Place.reads(test.left(), place, field);
                return reads ? listed(test.right()) : null;
            }
            default -> {
                List<String> states = compared(test);
                return states == null || EQUAL.contains(test.operator()) ? states : rest(states);
            }
        }
    }

    private @Nullable List<String> compared(Binary test) {
        if (!EQUAL.contains(test.operator()) && !UNEQUAL.contains(test.operator())) {
            return null;
        }
        boolean left = Place.reads(test.left(), place, field);
        boolean right = Place.reads(test.right(), place, field);
        return left == right ? null : states(left ? test.right() : test.left());
    }

    private @Nullable List<String> states(Expression expression) {
        List<String> states = values.of(expression, scope, field.states());
        return states.size() == 1 ? states : null;
    }

    /** {@code a.equals(b)}, and {@code list.contains(a)} in its forms. */
    private @Nullable List<String> called(Call call) {
        Expression receiver = call.receiver();
        if (receiver == null || call.arguments().size() != 1) {
            return null;
        }
        Expression argument = call.arguments().get(0).value();
        boolean reads = Place.reads(argument, place, field);
        return switch (call.name()) {
            case "equals", "Equals" ->
                    reads
                            ? states(receiver)
                            : Place.reads(receiver, place, field) ? states(argument) : null;
            case "contains", "Contains", "includes" -> reads ? listed(receiver) : null;
            default -> null;
        };
    }

    private @Nullable List<String> listed(Expression list) {
        List<Expression> items = new ArrayList<>();
        if (list instanceof Sequence sequence) {
            items.addAll(sequence.items());
        } else if (list instanceof Call call && LISTS.contains(call.name())) {
            call.arguments().forEach(argument -> items.add(argument.value()));
        } else if (list instanceof Create create) {
            create.initializer().forEach(argument -> items.add(argument.value()));
        }
        List<String> states = new ArrayList<>();
        for (Expression item : items) {
            List<String> one = values.of(item, scope, field.states());
            if (one.size() != 1) {
                return null;
            }
            states.addAll(one);
        }
        return states.isEmpty() ? null : states;
    }

    private @Nullable List<String> rest(@Nullable List<String> states) {
        return states == null ? null : field.states().without(states);
    }

    private static @Nullable List<String> both(
            @Nullable List<String> one, @Nullable List<String> other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.stream().filter(other::contains).toList();
    }

    private static @Nullable List<String> either(
            @Nullable List<String> one, @Nullable List<String> other) {
        if (one == null || other == null) {
            return null;
        }
        List<String> all = new ArrayList<>(one);
        other.stream().filter(state -> !one.contains(state)).forEach(all::add);
        return all;
    }

    /**
     * The states that are left when a condition does not hold; null if that says nothing. Of one that
     * has unknown parts nothing is known when it fails.
     */
    @Nullable List<String> otherwise(String condition, List<String> before) {
        boolean label = condition.startsWith("case ");
        boolean sure =
                label || exact(parsed(condition.replaceFirst("^(if|while) ", "")), MAX_DEPTH);
        return sure ? rest(allowed(condition, before)) : null;
    }

    /** Whether a test is about the field alone, so that its failing says as much as its holding. */
    private boolean exact(Expression test, int depth) {
        if (depth == 0) {
            return false;
        }
        if (test instanceof Binary binary
                && Set.of("&&", "and", "||", "or").contains(binary.operator())) {
            return exact(binary.left(), depth - 1) && exact(binary.right(), depth - 1);
        }
        return test instanceof Unary unary
                ? exact(unary.operand(), depth - 1)
                : allowed(test, depth - 1) != null;
    }
}
