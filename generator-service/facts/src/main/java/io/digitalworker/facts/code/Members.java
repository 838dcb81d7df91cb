package io.digitalworker.facts.code;

import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.MemberKind;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What members stand for. */
final class Members {
    private Members() {}

    /** A member as what it stands for: fields and properties by their value, methods as themselves. */
    static Symbol value(Symbol.Function found) {
        Member member = found.member();
        if (isFunction(member)) {
            return found;
        }
        Scope scope = Scope.of(found.file(), found.type());
        if (!member.initializer().isEmpty()) {
            return new Symbol.Variable(found.file().expression(member.initializer()), scope);
        }
        if (member.kind() == MemberKind.PROPERTY && !member.body().isEmpty()) {
            Expression got = got(found.file(), member);
            return got != null ? new Symbol.Variable(got, scope) : typed(member, scope);
        }
        return typed(member, scope);
    }

    private static Symbol typed(Member member, Scope scope) {
        return new Symbol.Typed(member.type(), scope);
    }

    private static boolean isFunction(Member member) {
        return member.kind() == MemberKind.METHOD
                || member.kind() == MemberKind.FUNCTION
                || member.kind() == MemberKind.CONSTRUCTOR;
    }

    /** What a property's getter returns, if it returns one thing only. */
    private static @Nullable Expression got(CodeFile file, Member member) {
        if (member.expressionBody()) {
            return file.expression(member.body());
        }
        List<Statement> returns =
                file.statements(member.body()).stream()
                        .filter(s -> s.kind() == Statement.Kind.RETURN)
                        .toList();
        return returns.size() == 1 ? returns.get(0).value() : null;
    }

    /** Whether a member says more than that there is such a name. */
    static boolean says(Member member) {
        return isFunction(member) || !member.initializer().isEmpty() || !member.type().isEmpty();
    }
}
