package io.digitalworker.facts.framework.aws;

import io.digitalworker.facts.budget.Descent;
import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.Located;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Create;
import io.digitalworker.facts.syntax.Expression.Mapping;
import io.digitalworker.facts.syntax.Expression.Name;
import io.digitalworker.facts.syntax.Expression.Select;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The named values that an SDK's call or a construct is given, in whatever form the language has: an
 * object, keyword arguments, an initialiser, a builder's chain. Names are compared without case and
 * underscores.
 *
 * @param type what is made or built; empty for an object
 */
record Given(String type, Map<String, Located> values) {
    private static final int MAX_STEPS = 12;
    private static final int MAX_OBJECTS = 200;
    private static final int LONGEST_CHAIN = 200;
    static final Given NOTHING = new Given("", Map.of());

    static String plain(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }

    Optional<Located> get(String name) {
        return Optional.ofNullable(values.get(plain(name)));
    }

    boolean has(String name) {
        return values.containsKey(plain(name));
    }

    /** What an expression hands over, names followed. */
    static Given of(CodeBase code, Expression expression, Scope scope) {
        return of(code, expression, scope, Descent.of(MAX_STEPS, MAX_OBJECTS));
    }

    private static Given of(CodeBase code, Expression expression, Scope scope, Descent steps) {
        Located at =
                expression instanceof Name || expression instanceof Select
                        ? code.symbols().definition(expression, scope)
                        : new Located(expression, scope);
        Map<String, Located> values = new LinkedHashMap<>();
        if (steps.ended()) {
            return NOTHING;
        }
        if (at.expression() instanceof Mapping mapping) {
            for (Expression.Entry entry : mapping.entries()) {
                String key = entry.keyText();
                if (key != null) {
                    values.put(plain(key), new Located(entry.value(), at.scope()));
                } else if (entry.key() == null) {
                    values.putAll(of(code, entry.value(), at.scope(), steps.deeper()).values());
                }
            }
            return new Given("", values);
        }
        if (at.expression() instanceof Create create) {
            return new Given(simple(create.type()), named(create, at.scope()));
        }
        return at.expression() instanceof Call call ? chain(call, at.scope()) : NOTHING;
    }

    /** The object that a command is made of, of C# its initialiser; none if there is nothing. */
    static Optional<Given> first(CodeBase code, Create create, Scope scope) {
        if (!create.initializer().isEmpty()) {
            return Optional.of(of(code, create, scope));
        }
        return create.arguments().stream()
                .findFirst()
                .map(argument -> of(code, argument.value(), scope));
    }

    static String simple(String type) {
        String bare = type.replaceFirst("<.*", "");
        return bare.substring(bare.lastIndexOf('.') + 1);
    }

    private static Map<String, Located> named(Create create, Scope scope) {
        Map<String, Located> values = new LinkedHashMap<>();
        arguments(create.initializer(), scope, values);
        arguments(create.arguments(), scope, values);
        return values;
    }

    private static void arguments(
            List<Argument> arguments, Scope scope, Map<String, Located> values) {
        for (Argument argument : arguments) {
            if (argument.name() != null) {
                values.put(plain(argument.name()), new Located(argument.value(), scope));
            }
        }
    }

    /** {@code Type.builder().a(1).b(2).build()}, {@code new Type().withA(1)}, {@code Type(a=1)}. */
    private static Given chain(Call outer, Scope scope) {
        Map<String, Located> values = new LinkedHashMap<>();
        arguments(outer.arguments(), scope, values);
        Expression at = outer;
        for (int i = 0; i < LONGEST_CHAIN && at instanceof Call call; i++) {
            String name = call.name();
            Expression receiver = call.receiver();
            if (name.equals("builder") || name.equals("create")) {
                return new Given(typeOf(receiver), values);
            }
            if (!call.arguments().isEmpty() && receiver != null && !(i == 0 && isMade(name))) {
                String key = plain(name.replaceFirst("^with(?=[A-Z])", ""));
                values.putIfAbsent(key, new Located(call.arguments().get(0).value(), scope));
            }
            if (receiver == null) {
                return new Given(name, values);
            }
            at = receiver;
        }
        if (at instanceof Create create) {
            named(create, scope).forEach(values::putIfAbsent);
            return new Given(simple(create.type()), values);
        }
        return new Given(outer.name(), values);
    }

    /** Python makes things by calling their class. */
    private static boolean isMade(String name) {
        return !name.isEmpty() && Character.isUpperCase(name.charAt(0));
    }

    /** {@code Table.Builder.create} and {@code Table.builder} are both about a Table. */
    private static String typeOf(@Nullable Expression receiver) {
        if (receiver instanceof Select select) {
            return select.name().equals("Builder") ? typeOf(select.target()) : select.name();
        }
        return receiver instanceof Name name ? name.name() : "";
    }
}
