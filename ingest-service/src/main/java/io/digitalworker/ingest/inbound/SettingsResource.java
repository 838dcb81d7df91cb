package io.digitalworker.ingest.inbound;

import io.digitalworker.ingest.settings.TellSettings;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Answers the web page's first question. Open: it is asked before anybody has signed in. */
@Path("/settings.json")
@Singleton
public final class SettingsResource {
    private final TellSettings settings;

    SettingsResource(TellSettings settings) {
        this.settings = settings;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response show() {
        return Response.ok(settings.settings())
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .build();
    }
}
