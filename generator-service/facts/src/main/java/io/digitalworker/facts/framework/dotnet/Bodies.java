package io.digitalworker.facts.framework.dotnet;

import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Lambda;
import io.digitalworker.facts.syntax.Statement;
import java.util.List;

/** Visits all expressions of bodies, those of lambdas too, outer before inner. */
public final class Bodies {
    private static final int MAX_DEPTH = 40;

    private Bodies() {}

    /** Takes an expression with the place where it stands. */
    @FunctionalInterface
    public interface Visitor {
        /**
         * @param conditions of the blocks around it, as written
         */
        void visit(Expression expression, Scope scope, List<String> conditions);
    }

    /** All of a file: top-level statements, then members of types by line. */
    public static void walk(CodeFile file, Visitor visitor) {
        Scope top = Scope.of(file);
        statements(top.locals(), top, visitor, 0);
        for (TypeDeclaration type : file.types()) {
            for (Member member : type.members()) {
                walk(file, type, member, visitor);
            }
        }
    }

    /** The initialiser and the body of a member. */
    public static void walk(CodeFile file, TypeDeclaration type, Member member, Visitor visitor) {
        Scope scope = Scope.of(file, type, member);
        if (!member.initializer().isEmpty()) {
            expression(file.expression(member.initializer()), scope, List.of(), visitor, 0);
        }
        if (member.expressionBody()) {
            expression(file.expression(member.body()), scope, List.of(), visitor, 0);
        } else {
            statements(scope.locals(), scope, visitor, 0);
        }
    }

    private static void statements(
            List<Statement> statements, Scope scope, Visitor visitor, int depth) {
        for (Statement statement : statements) {
            Expression target = statement.target();
            if (target != null) {
                expression(target, scope, statement.conditions(), visitor, depth);
            }
            expression(statement.value(), scope, statement.conditions(), visitor, depth);
        }
    }

    private static void expression(
            Expression expression,
            Scope scope,
            List<String> conditions,
            Visitor visitor,
            int depth) {
        expression.walk(
                each -> {
                    visitor.visit(each, scope, conditions);
                    if (each instanceof Lambda lambda && depth < MAX_DEPTH) {
                        lambda(lambda, scope, conditions, visitor, depth + 1);
                    }
                });
    }

    private static void lambda(
            Lambda lambda, Scope scope, List<String> conditions, Visitor visitor, int depth) {
        CodeFile file = scope.file();
        if (!lambda.block()) {
            expression(file.expression(lambda.body()), scope, conditions, visitor, depth);
            return;
        }
        List<Statement> inner = file.statements(lambda.body());
        statements(inner, scope.with(inner), visitor, depth);
    }
}
