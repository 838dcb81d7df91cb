package io.digitalworker.ingest.inbound;

import io.digitalworker.api.WebhookSecretView;
import io.digitalworker.ingest.check.Checked;
import io.digitalworker.ingest.webhook.ShowSecret;
import io.digitalworker.runtime.http.Problems;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Shows and replaces the secret that signs the caller's webhooks. */
@Path("/v1/webhook-secret")
@Produces(MediaType.APPLICATION_JSON)
@Singleton
public final class WebhookSecretResource {
    private final ShowSecret secrets;
    private final Callers callers;
    private final Problems problems;

    WebhookSecretResource(ShowSecret secrets, Callers callers, Problems problems) {
        this.secrets = secrets;
        this.callers = callers;
        this.problems = problems;
    }

    @GET
    public Response show() {
        return answer(secrets.show(callers.current()));
    }

    @POST
    public Response rotate() {
        return answer(secrets.rotate(callers.current()));
    }

    private Response answer(Checked<WebhookSecretView> secret) {
        if (secret instanceof Checked.Sound<WebhookSecretView> shown) {
            return Response.ok(shown.value()).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
        }
        return problems.answer(((Checked.Faulty<WebhookSecretView>) secret).code());
    }
}
