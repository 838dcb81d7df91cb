package io.digitalworker.facts.framework.java;

import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.code.Value;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.Endpoint;
import io.digitalworker.facts.fact.Input;
import io.digitalworker.facts.fact.Response;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.source.Evidence;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Select;
import java.util.List;
import java.util.Optional;

/** Endpoints out of routes that code registers by calls. */
final class Routes {
    private Routes() {}

    /** Adds an endpoint; what is not known of its path makes it unresolved. */
    static void add(
            JavaCode code,
            Findings findings,
            String framework,
            String verb,
            Value written,
            String handler,
            CodeFile file,
            Evidence evidence) {
        Value path = code.settings().fill(written, file.path());
        if (!path.known()) {
            String shown = verb + " " + path.text().replace("//", "/");
            findings.unresolved("endpoint", shown, "not a constant", evidence);
            return;
        }
        String plain = UrlPath.of(path.text());
        List<Input> inputs = SpringSignature.ofPath(List.of(), plain);
        findings.add(
                new Endpoint(
                        verb,
                        plain,
                        List.of(),
                        handler,
                        framework,
                        inputs,
                        null,
                        List.of(new Response(200, "")),
                        List.of(),
                        List.of(),
                        path.literal() ? Confidence.LITERAL : Confidence.RESOLVED,
                        evidence));
    }

    /** {@code Type.method} of a method reference; empty for a lambda. */
    static String handler(JavaCode code, Expression expression, Scope scope) {
        if (!(expression instanceof Select select)) {
            return "";
        }
        Optional<TypeDeclaration> type = code.base().symbols().typeOf(select.target(), scope);
        String target =
                type.map(TypeDeclaration::name)
                        .orElse(scope.file().text(select.target().span()).strip());
        return target + "." + select.name();
    }
}
