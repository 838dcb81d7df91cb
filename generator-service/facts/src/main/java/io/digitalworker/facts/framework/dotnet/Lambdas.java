package io.digitalworker.facts.framework.dotnet;

import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Binary;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Create;
import io.digitalworker.facts.syntax.Expression.Index;
import io.digitalworker.facts.syntax.Expression.Lambda;
import io.digitalworker.facts.syntax.Expression.Mapping;
import io.digitalworker.facts.syntax.Expression.Name;
import io.digitalworker.facts.syntax.Expression.Select;
import io.digitalworker.facts.syntax.Expression.Text;
import io.digitalworker.facts.syntax.Expression.Unary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The members that lambdas such as {@code x => x.Address.City} name. */
public final class Lambdas {
    private static final int MAX_DEPTH = 20;

    private Lambdas() {}

    /**
     * The paths that an argument names: one of {@code x => x.A.B}, several of {@code x => new { x.A,
     * x.B }}; none when it cannot be told.
     */
    public static List<String> members(Expression expression, CodeFile file) {
        if (!(expression instanceof Lambda lambda)
                || lambda.block()
                || lambda.parameters().isEmpty()) {
            return List.of();
        }
        String parameter = lambda.parameters().get(0).name();
        List<String> names = new ArrayList<>();
        for (Expression each : alternatives(file.expression(lambda.body()))) {
            String path = path(each, parameter);
            if (!path.isEmpty()) {
                names.add(path);
            }
        }
        return names;
    }

    private static List<Expression> alternatives(Expression body) {
        if (body instanceof Create create) {
            List<Argument> given = new ArrayList<>(create.arguments());
            given.addAll(create.initializer());
            return given.stream().map(Argument::value).toList();
        }
        if (body instanceof Mapping mapping) {
            return mapping.entries().stream().map(Expression.Entry::value).toList();
        }
        return List.of(body);
    }

    /** The path behind a parameter; empty if it is none. */
    static String path(Expression expression, String parameter) {
        List<String> names = new ArrayList<>();
        Expression at = expression;
        for (int i = 0; i < MAX_DEPTH; i++) {
            if (at instanceof Select select) {
                names.add(0, select.name());
                at = select.target();
            } else if (at instanceof Unary unary) {
                at = unary.operand();
            } else if (at instanceof Index index) {
                at = index.target();
            } else if (at instanceof Binary binary && binary.operator().equals("as")) {
                at = binary.left();
            } else if (at instanceof Call call
                    && call.receiver() != null
                    && call.arguments().isEmpty()
                    && call.function() instanceof Select function) {
                at = function.target();
            } else {
                break;
            }
        }
        return at instanceof Name name && name.name().equals(parameter)
                ? String.join(".", names)
                : "";
    }

    /** The members that arguments name: by lambda, by {@code nameof} or as text. */
    static List<String> members(List<Argument> arguments, Scope scope, Texts texts) {
        List<String> names = new ArrayList<>();
        for (Argument argument : arguments) {
            List<String> found = members(argument.value(), scope.file());
            if (!found.isEmpty()) {
                names.addAll(found);
            } else if (argument.value() instanceof Text text) {
                names.add(text.value());
            } else if (!(argument.value() instanceof Lambda)) {
                texts.of(argument.value(), scope).ifPresent(names::add);
            }
        }
        return names;
    }

    /** Where the text of an expression comes from. */
    @FunctionalInterface
    interface Texts {
        Optional<String> of(Expression expression, Scope scope);
    }
}
