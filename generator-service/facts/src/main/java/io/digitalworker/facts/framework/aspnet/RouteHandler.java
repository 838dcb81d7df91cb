package io.digitalworker.facts.framework.aspnet;

import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.framework.aspnet.Web.Placed;
import io.digitalworker.facts.syntax.Parameter;
import io.digitalworker.facts.syntax.Span;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What handles the requests. */
record RouteHandler(
        String name,
        List<Parameter> parameters,
        String returns,
        Scope scope,
        @Nullable Span body,
        List<Placed> annotations) {

    /** The method that it leaves all to, if that is of the same class. */
    Optional<Member> delegated() {
        TypeDeclaration type = scope.type();
        return type == null
                ? Optional.empty()
                : type.members().stream().filter(m -> m.qualifiedName().equals(name)).findFirst();
    }
}
