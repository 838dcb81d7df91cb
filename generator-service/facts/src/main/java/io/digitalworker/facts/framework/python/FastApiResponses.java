package io.digitalworker.facts.framework.python;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.Located;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.declaration.Member;
import io.digitalworker.facts.fact.Response;
import io.digitalworker.facts.syntax.Argument;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an endpoint answers: the model and status of its decorator, further responses. */
final class FastApiResponses {
    private final CodeBase code;

    FastApiResponses(CodeBase code) {
        this.code = code;
    }

    List<Response> of(Member member, List<Argument> arguments, Scope scope) {
        List<Response> responses = new ArrayList<>();
        Optional<Expression> model = Argument.named(arguments, "response_model");
        String type =
                model.map(e -> scope.file().text(e.span()).replaceAll("\\s", ""))
                        .orElse(member.type());
        boolean plain = model.isEmpty() && type.endsWith("Response");
        boolean none = plain || type.equals("None");
        int status =
                Argument.named(arguments, "status_code").map(e -> status(e, scope)).orElse(200);
        responses.add(new Response(status, none ? "" : type));
        Argument.named(arguments, "responses")
                .map(e -> code.symbols().definition(e, scope))
                .ifPresent(at -> more(at, responses));
        return responses;
    }

    private void more(Located at, List<Response> responses) {
        if (!(at.expression() instanceof Mapping mapping)) {
            return;
        }
        for (Expression.Entry entry : mapping.entries()) {
            Expression key = entry.key();
            int status = key == null ? 0 : status(key, at.scope());
            Located value = code.symbols().definition(entry.value(), at.scope());
            Expression model = value.expression() instanceof Mapping of ? of.get("model") : null;
            String type = model == null ? "" : Python.shown(model, value.scope().file());
            if (status >= 100 && responses.stream().noneMatch(r -> r.status() == status)) {
                responses.add(new Response(status, type));
            }
        }
    }

    private int status(Expression expression, Scope scope) {
        String last = Python.last(Python.dotted(expression));
        String text =
                last.matches("HTTP_\\d{3}.*")
                        ? last.substring(5, 8)
                        : code.values().first(expression, scope).text();
        return text.matches("\\d{3}") ? Integer.parseInt(text) : HttpStatus.named(last);
    }
}
