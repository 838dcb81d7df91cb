package io.digitalworker.facts.framework.node;

import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.declaration.TypeKind;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Lambda;
import io.digitalworker.facts.syntax.Span;
import io.digitalworker.facts.syntax.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Visits all expressions of a script once, with the place where each stands. */
final class ScriptWalk {
    private static final int MAX_DEPTH = 40;

    private final CodeFile file;
    private final Visitor visitor;
    private final Set<Span> entered = new HashSet<>();

    /** What is told of every expression. */
    interface Visitor {
        /**
         * @param caller the function or method around it; empty outside any
         */
        void visit(Expression expression, Scope scope, String caller);
    }

    private ScriptWalk(CodeFile file, Visitor visitor) {
        this.file = file;
        this.visitor = visitor;
    }

    static void over(CodeFile file, Visitor visitor) {
        new ScriptWalk(file, visitor).all();
    }

    private void all() {
        for (TypeDeclaration type : file.types()) {
            for (Member member : type.members()) {
                member(type, member);
            }
        }
        statements(file.topLevel(), Scope.of(file), "", 0);
    }

    private void member(TypeDeclaration type, Member member) {
        boolean ofFile = type.kind() == TypeKind.FILE;
        Scope scope = ofFile ? Scope.of(file) : Scope.of(file, type);
        if (!member.initializer().isEmpty() && !ofFile) {
            walk(file.expression(member.initializer()), scope, member.qualifiedName(), 0);
        }
        if (member.body().isEmpty()) {
            return;
        }
        if (member.expressionBody()) {
            if (entered.add(member.body())) {
                walk(file.expression(member.body()), scope, member.qualifiedName(), 0);
            }
            return;
        }
        Scope inner = Scope.of(file, type, member);
        Span body = file.syntax().inside(file.tokens().at(member.body().start()));
        if (entered.add(body)) {
            statements(inner.locals(), inner, member.qualifiedName(), 0);
        }
    }

    private void statements(List<Statement> statements, Scope scope, String caller, int depth) {
        for (Statement statement : statements) {
            Expression target = statement.target();
            if (target != null) {
                walk(target, scope, caller, depth);
            }
            walk(statement.value(), scope, caller, depth);
        }
    }

    private void walk(Expression expression, Scope scope, String caller, int depth) {
        expression.walk(
                each -> {
                    visitor.visit(each, scope, caller);
                    if (each instanceof Lambda lambda
                            && depth < MAX_DEPTH
                            && entered.add(lambda.body())) {
                        lambda(lambda, scope, caller, depth + 1);
                    }
                });
    }

    private void lambda(Lambda lambda, Scope scope, String caller, int depth) {
        if (lambda.body().isEmpty()) {
            return;
        }
        if (!lambda.block()) {
            walk(file.expression(lambda.body()), scope, caller, depth);
            return;
        }
        List<Statement> inner = file.statements(lambda.body());
        statements(inner, scope.with(inner), caller, depth);
    }
}
