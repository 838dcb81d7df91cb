package io.digitalworker.ingest.inbound;

import io.digitalworker.api.ErrorCode;
import io.digitalworker.runtime.http.Problems;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Serves the contracts as they were built in; the page for people is under {@code /docs/}. */
@Path("/v1")
@Singleton
public final class ContractResource {
    private static final String YAML = "application/yaml";
    private static final String SCHEMA = "application/schema+json";

    /** Without anything that leads elsewhere on the class path. */
    private static final String NAME = "[A-Za-z-]{1,60}\\.json";

    private final Problems problems;

    ContractResource(Problems problems) {
        this.problems = problems;
    }

    @GET
    @Path("/openapi.yaml")
    @Produces(YAML)
    public Response openApi() {
        return answer("openapi.yaml");
    }

    @GET
    @Path("/asyncapi.yaml")
    @Produces(YAML)
    public Response asyncApi() {
        return answer("asyncapi.yaml");
    }

    @GET
    @Path("/schema/{schema}")
    @Produces(SCHEMA)
    public Response schema(@PathParam("schema") String name) {
        return named("schema/", name);
    }

    @GET
    @Path("/schema/events/{schema}")
    @Produces(SCHEMA)
    public Response eventSchema(@PathParam("schema") String name) {
        return named("schema/events/", name);
    }

    private Response named(String folder, String name) {
        return name.matches(NAME) ? answer(folder + name) : problems.answer(ErrorCode.NOT_FOUND);
    }

    private Response answer(String resource) {
        return read(resource)
                .map(Response::ok)
                .map(found -> found.header(HttpHeaders.CACHE_CONTROL, "public, max-age=300"))
                .map(Response.ResponseBuilder::build)
                .orElseGet(() -> problems.answer(ErrorCode.NOT_FOUND));
    }

    private static Optional<byte[]> read(String resource) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try (InputStream in = loader.getResourceAsStream(resource)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
