package io.digitalworker.runtime.http;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Takes from the framework what it would otherwise answer by itself, without a body. */
@Provider
public final class WebFaultMapper implements ExceptionMapper<WebApplicationException> {
    private final FaultMapper faults;

    WebFaultMapper(FaultMapper faults) {
        this.faults = faults;
    }

    @Override
    public Response toResponse(WebApplicationException fault) {
        return faults.toResponse(fault);
    }
}
