package io.digitalworker.facts.framework.state;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Binary;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Create;
import io.digitalworker.facts.syntax.Expression.Lambda;
import io.digitalworker.facts.syntax.Expression.Name;
import io.digitalworker.facts.syntax.Expression.Select;
import io.digitalworker.facts.syntax.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Goes through bodies, those of lambdas too, in the order of the text, and hands over what sets states. */
final class ChangeWalk {
    private static final int MAX_DEPTH = 40;

    private final CodeBase code;
    private final StateOwners owners;
    private final Setters setters;
    private final Findings findings;

    ChangeWalk(CodeBase code, StateOwners owners, Setters setters, Findings findings) {
        this.code = code;
        this.owners = owners;
        this.setters = setters;
        this.findings = findings;
    }

    /** The body of a member, and what its initialiser makes. */
    void member(CodeFile file, TypeDeclaration type, Member member) {
        Scope scope = Scope.of(file, type, member);
        if (!member.initializer().isEmpty()) {
            alone(file.expression(member.initializer()), scope, 0);
        }
        boolean own = !owners.named(member.name()).isEmpty();
        if (member.expressionBody() && !own) {
            alone(file.expression(member.body()), scope, 0);
        } else if (!own) {
            statements(scope.locals(), scope, 0);
        }
    }

    /** What stands outside all types and functions. */
    void topLevel(CodeFile file) {
        Scope scope = Scope.of(file);
        statements(scope.locals(), scope, 0);
    }

    private void alone(Expression expression, Scope scope, int depth) {
        Changes changes = new Changes(code, owners, setters, findings, scope, List.of());
        walk(expression, changes, 0, scope, depth);
    }

    private void statements(List<Statement> statements, Scope scope, int depth) {
        Changes changes = new Changes(code, owners, setters, findings, scope, statements);
        for (int i = 0; i < statements.size(); i++) {
            Statement statement = statements.get(i);
            Expression target = statement.target();
            if (statement.kind() == Statement.Kind.ASSIGN && isPlain(statement, scope)) {
                assigned(statement, target, changes, i, scope);
            }
            if (target != null) {
                walk(target, changes, i, scope, depth);
            }
            walk(statement.value(), changes, i, scope, depth);
        }
    }

    /** Assigned, and neither declared nor changed by what it was. */
    private static boolean isPlain(Statement statement, Scope scope) {
        String text = scope.file().text();
        int end =
                statement.target() == null
                        ? statement.span().start() + statement.name().length()
                        : statement.target().span().end();
        boolean named =
                statement.target() != null
                        || text.startsWith(statement.name(), statement.span().start());
        int i = end;
        while (i < text.length()
                && (Character.isWhitespace(text.charAt(i)) || text.charAt(i) == ')')) {
            i++;
        }
        return named && i < text.length() && text.charAt(i) == '=' && statement.type().isEmpty();
    }

    private static void assigned(
            Statement statement,
            @Nullable Expression target,
            Changes changes,
            int number,
            Scope scope) {
        if (target instanceof Select select) {
            changes.assigned(
                    select.name(), select.target(), statement.value(), number, statement.span());
        } else if (target == null && !isLocal(statement.name(), scope)) {
            changes.assigned(statement.name(), null, statement.value(), number, statement.span());
        }
    }

    /** Whether a plain name is a parameter, or a variable that the body declares. */
    private static boolean isLocal(String name, Scope scope) {
        Member member = scope.member();
        boolean parameter =
                member != null && member.parameters().stream().anyMatch(p -> p.name().equals(name));
        String text = scope.file().text();
        return parameter
                || scope.locals().stream()
                        .filter(s -> s.target() == null && s.name().equals(name))
                        .anyMatch(s -> !text.startsWith(name, s.span().start()));
    }

    private void walk(Expression expression, Changes changes, int number, Scope scope, int depth) {
        expression.walk(
                each -> {
                    if (each instanceof Binary binary && binary.operator().equals("=")) {
                        nested(binary, changes, number, scope);
                    } else if (each instanceof Create create) {
                        changes.created(create);
                    } else if (each instanceof Call call) {
                        changes.called(call, number);
                    } else if (each instanceof Lambda lambda && depth < MAX_DEPTH) {
                        lambda(lambda, scope, depth + 1);
                    }
                });
    }

    private static void nested(Binary binary, Changes changes, int number, Scope scope) {
        if (binary.left() instanceof Select select) {
            changes.assigned(select.name(), select.target(), binary.right(), number, binary.span());
        } else if (binary.left() instanceof Name name && !isLocal(name.name(), scope)) {
            changes.assigned(name.name(), null, binary.right(), number, binary.span());
        }
    }

    private void lambda(Lambda lambda, Scope scope, int depth) {
        CodeFile file = scope.file();
        if (!lambda.block()) {
            alone(file.expression(lambda.body()), scope, depth);
            return;
        }
        List<Statement> inner = file.statements(lambda.body());
        statements(inner, scope.with(inner), depth);
    }
}
