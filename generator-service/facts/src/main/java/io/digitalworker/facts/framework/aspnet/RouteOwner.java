package io.digitalworker.facts.framework.aspnet;

import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.code.TypeName;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.syntax.Parameter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A body of code: of a member, or the top-level statements of a file. */
record RouteOwner(CodeFile file, @Nullable TypeDeclaration type, @Nullable Member member) {
    /** The parameter that routes are registered with; -1 if there is none. */
    int builder() {
        List<Parameter> parameters = member == null ? List.of() : member.parameters();
        for (int i = 0; i < parameters.size(); i++) {
            String type = TypeName.of(parameters.get(i).type()).simpleName();
            if (Registrations.BUILDERS.contains(type) || type.endsWith("RouteBuilder")) {
                return i;
            }
        }
        return -1;
    }

    /** Whether it may be called on its first parameter. */
    boolean extension() {
        return member != null && member.has("static") && member.signature().contains("(this ");
    }

    /** By place: a type and its members are large, and this is a key. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RouteOwner that
                && file.path().equals(that.file.path())
                && start() == that.start();
    }

    @Override
    public int hashCode() {
        return 31 * file.path().hashCode() + start();
    }

    private int start() {
        return member == null ? -1 : member.span().start();
    }

    /** The place of the body, no parameter bound. */
    Scope scope() {
        return type == null || member == null ? Scope.of(file) : Scope.of(file, type, member);
    }
}
