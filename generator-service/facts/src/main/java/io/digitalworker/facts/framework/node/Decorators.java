package io.digitalworker.facts.framework.node;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Located;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.code.Symbol;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.syntax.Annotation;
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Name;
import io.digitalworker.facts.syntax.Parameter;
import io.digitalworker.facts.syntax.Span;
import io.digitalworker.facts.syntax.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decorators with those that the archive composes of others in their place. */
final class Decorators {
    private static final int MAX_DEPTH = 4;

    private final CodeBase code;

    Decorators(CodeBase code) {
        this.code = code;
    }

    /** A decorator with the place where its arguments stand. */
    record Decorator(String name, List<Argument> arguments, Scope scope) {
        Optional<Expression> argument(int position) {
            return Argument.at(arguments, position);
        }

        /** An argument as it is written, in one line. */
        String written(int position) {
            return argument(position)
                    .map(e -> Authorization.written(scope.file().text(e.span())))
                    .orElse("");
        }
    }

    List<Decorator> of(List<Annotation> annotations, Scope scope) {
        List<Decorator> all = new ArrayList<>();
        for (Annotation annotation : annotations) {
            add(annotation.simpleName(), annotation.arguments(), annotation.span(), scope, 0, all);
        }
        return all;
    }

    List<Decorator> of(TypeDeclaration type) {
        return of(type.annotations(), Scope.of(code.fileOf(type), type));
    }

    List<Decorator> of(TypeDeclaration type, Member member) {
        return of(member.annotations(), Scope.of(code.fileOf(type), type));
    }

    private void add(
            String name,
            List<Argument> arguments,
            Span span,
            Scope scope,
            int depth,
            List<Decorator> all) {
        all.add(new Decorator(name, arguments, scope));
        if (depth >= MAX_DEPTH || all.size() > 50) {
            return;
        }
        Optional<Symbol> symbol = code.symbols().find(new Name(name, span), scope);
        if (symbol.isPresent() && symbol.get() instanceof Symbol.Function function) {
            composed(function, arguments, scope, depth, all);
        }
    }

    private void composed(
            Symbol.Function function,
            List<Argument> given,
            Scope scope,
            int depth,
            List<Decorator> all) {
        Scope inner = function.scope();
        List<Parameter> parameters = function.member().parameters();
        for (int i = 0; i < parameters.size(); i++) {
            Optional<Expression> value = Argument.at(given, i);
            if (value.isPresent()) {
                inner = inner.with(parameters.get(i).name(), new Located(value.get(), scope));
            }
        }
        for (Expression result : results(function, inner)) {
            if (result instanceof Call call && call.name().equals("applyDecorators")) {
                for (Argument argument : call.arguments()) {
                    part(argument.value(), inner, depth, all);
                }
            } else {
                part(result, inner, depth, all);
            }
        }
    }

    /** What a function returns, in the order of the text. */
    static List<Expression> results(Symbol.Function function, Scope inner) {
        Member member = function.member();
        if (member.body().isEmpty()) {
            return List.of();
        }
        if (member.expressionBody()) {
            return List.of(function.file().expression(member.body()));
        }
        return inner.locals().stream()
                .filter(s -> s.kind() == Statement.Kind.RETURN)
                .map(Statement::value)
                .toList();
    }

    private void part(Expression expression, Scope scope, int depth, List<Decorator> all) {
        if (expression instanceof Call call && !call.name().isEmpty()) {
            add(call.name(), call.arguments(), call.span(), scope, depth + 1, all);
        }
    }

    /** The text of a class, function or constant's name; empty for other expressions. */
    static String name(Expression expression) {
        return expression instanceof Name name
                ? name.name()
                : expression instanceof Expression.Select select ? select.name() : "";
    }

    /** What a lambda without a block answers, else the expression itself: {@code () => X}. */
    static Expression answered(Expression expression, CodeFile file) {
        return expression instanceof Expression.Lambda lambda && !lambda.block()
                ? file.expression(lambda.body())
                : expression;
    }
}
