package io.digitalworker.facts.framework.aws;

import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Span;
import io.digitalworker.facts.syntax.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Visits all expressions of a file, those in members' bodies with their member, each once. */
final class Sites {
    private static final int DEEPEST = 12;

    private final CodeFile file;
    private final Visitor visitor;
    private final Set<Span> seen = new HashSet<>();

    /** Takes an expression with its scope, and the member around it; empty outside any. */
    interface Visitor {
        void visit(Expression expression, Scope scope, String member);
    }

    private Sites(CodeFile file, Visitor visitor) {
        this.file = file;
        this.visitor = visitor;
    }

    static void visit(CodeFile file, Visitor visitor) {
        Sites sites = new Sites(file, visitor);
        for (TypeDeclaration type : file.types()) {
            for (Member member : type.members()) {
                sites.member(type, member);
            }
        }
        sites.statements(file.topLevel(), Scope.of(file), "", 0);
    }

    private void member(TypeDeclaration type, Member member) {
        Scope scope = Scope.of(file, type, member);
        String name = member.qualifiedName();
        if (!member.initializer().isEmpty()) {
            expression(file.expression(member.initializer()), Scope.of(file, type), name, 0);
        }
        if (member.body().isEmpty()) {
            return;
        }
        if (member.expressionBody()) {
            expression(file.expression(member.body()), scope, name, 0);
        } else {
            statements(scope.locals(), scope, name, 0);
        }
    }

    private void statements(List<Statement> statements, Scope scope, String member, int depth) {
        for (Statement statement : statements) {
            Expression target = statement.target();
            if (target != null) {
                expression(target, scope, member, depth);
            }
            expression(statement.value(), scope, member, depth);
        }
    }

    private void expression(Expression whole, Scope scope, String member, int depth) {
        whole.walk(
                each -> {
                    boolean call =
                            each instanceof Expression.Call
                                    || each instanceof Expression.Create
                                    || each instanceof Expression.Mapping;
                    if (call && seen.add(each.span())) {
                        visitor.visit(each, scope, member);
                    }
                    if (each instanceof Expression.Lambda lambda && depth < DEEPEST) {
                        lambda(lambda, scope, member, depth + 1);
                    }
                });
    }

    private void lambda(Expression.Lambda lambda, Scope scope, String member, int depth) {
        if (!lambda.block()) {
            expression(file.expression(lambda.body()), scope, member, depth);
            return;
        }
        List<Statement> inner = file.statements(lambda.body());
        statements(inner, scope.with(inner), member, depth);
    }
}
