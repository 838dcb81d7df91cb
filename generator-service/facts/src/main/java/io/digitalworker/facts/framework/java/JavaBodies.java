package io.digitalworker.facts.framework.java;

import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.MemberKind;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Lambda;
import io.digitalworker.facts.syntax.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What stands in the bodies of methods, bodies of lambdas included. */
final class JavaBodies {
    private static final int MAX_LAMBDAS = 12;

    private JavaBodies() {}

    /** A call with the member that it stands in and the place that its expressions are read at. */
    record Site(CodeFile file, TypeDeclaration type, Member member, Call call, Scope scope) {
        String caller() {
            return member.qualifiedName();
        }
    }

    /** The calls of a name that may be wanted, in all methods and field initialisers, in order. */
    static List<Site> calls(List<CodeFile> files, Predicate<Call> wanted) {
        List<Site> sites = new ArrayList<>();
        for (CodeFile file : files) {
            for (TypeDeclaration type : file.types()) {
                type.members().forEach(member -> calls(file, type, member, wanted, sites));
            }
        }
        return sites;
    }

    private static void calls(
            CodeFile file,
            TypeDeclaration type,
            Member member,
            Predicate<Call> wanted,
            List<Site> sites) {
        BiConsumer<Expression, Scope> visit =
                (expression, scope) -> {
                    if (expression instanceof Call call && wanted.test(call)) {
                        sites.add(new Site(file, type, member, call, scope));
                    }
                };
        walk(file, type, member, visit);
    }

    /** Visits every expression of a member's body or initialiser, those in lambdas too. */
    static void walk(
            CodeFile file,
            TypeDeclaration type,
            Member member,
            BiConsumer<Expression, Scope> visit) {
        boolean function =
                member.kind() == MemberKind.METHOD || member.kind() == MemberKind.CONSTRUCTOR;
        if (function && !member.body().isEmpty()) {
            Scope scope = Scope.of(file, type, member);
            scope.locals().forEach(s -> walk(s, scope, visit, MAX_LAMBDAS));
        } else if (!function && !member.initializer().isEmpty()) {
            Scope scope = Scope.of(file, type);
            walk(file.expression(member.initializer()), scope, visit, MAX_LAMBDAS);
        }
    }

    private static void walk(
            Statement statement, Scope scope, BiConsumer<Expression, Scope> visit, int depth) {
        walk(statement.value(), scope, visit, depth);
        Expression target = statement.target();
        if (target != null) {
            walk(target, scope, visit, depth);
        }
    }

    /** Visits an expression, what it is made of, and the bodies of its lambdas. */
    static void walk(Expression expression, Scope scope, BiConsumer<Expression, Scope> visit) {
        walk(expression, scope, visit, MAX_LAMBDAS);
    }

    private static void walk(
            Expression expression, Scope scope, BiConsumer<Expression, Scope> visit, int depth) {
        expression.walk(
                each -> {
                    visit.accept(each, scope);
                    if (each instanceof Lambda lambda && depth > 0) {
                        inside(lambda, scope, visit, depth - 1);
                    }
                });
    }

    private static void inside(
            Lambda lambda, Scope scope, BiConsumer<Expression, Scope> visit, int depth) {
        if (lambda.block()) {
            List<Statement> statements = scope.file().statements(lambda.body());
            Scope inner = scope.with(statements);
            statements.forEach(statement -> walk(statement, inner, visit, depth));
        } else {
            walk(scope.file().expression(lambda.body()), scope, visit, depth);
        }
    }

    /** The calls of a chain such as {@code a().b().c()}, the first called first. */
    static List<Call> chain(Expression expression) {
        List<Call> chain = new ArrayList<>();
        Expression at = expression;
        while (at instanceof Call call) {
            chain.add(0, call);
            Expression receiver = call.receiver();
            if (receiver == null) {
                break;
            }
            at = receiver;
        }
        return chain;
    }

    /** What a chain starts from: a variable, a class; null for a plain function. */
    static @Nullable Expression root(Expression expression) {
        Expression at = expression;
        while (at instanceof Call call) {
            Expression receiver = call.receiver();
            if (receiver == null) {
                return null;
            }
            at = receiver;
        }
        return at;
    }

    /** The expressions that a lambda's body consists of: its statements' values. */
    static List<Expression> bodyOf(Lambda lambda, CodeFile file) {
        return lambda.block()
                ? file.statements(lambda.body()).stream().map(Statement::value).toList()
                : List.of(file.expression(lambda.body()));
    }
}
