package io.digitalworker.facts.fact;

import io.digitalworker.facts.source.Evidence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An address that the code answers at.
 *
 * @param method upper case, or ANY
 * @param path begins with a slash; parameters as {name}, without constraints; no slash at the end
 * @param alternatives further paths of the same registration, chosen by configuration
 * @param handler such as ArticlesController.Get; empty for a lambda without a name
 * @param framework such as aspnetcore, spring, fastapi
 * @param request type of the body; null if there is none
 * @param authorization what a caller must have, as written: a role, a policy, 'authenticated', 'anonymous'
 * @param conditions under which it is registered at all, as written
 */
public record Endpoint(
        String method,
        String path,
        List<String> alternatives,
        String handler,
        String framework,
        List<Input> parameters,
        @Nullable String request,
        List<Response> responses,
        List<String> authorization,
        List<String> conditions,
        Confidence confidence,
        Evidence evidence)
        implements Fact {
    public Endpoint {
        alternatives = List.copyOf(alternatives);
        parameters = List.copyOf(parameters);
        responses = List.copyOf(responses);
        authorization = List.copyOf(authorization);
        conditions = List.copyOf(conditions);
    }
}
