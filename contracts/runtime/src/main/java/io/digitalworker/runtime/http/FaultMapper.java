package io.digitalworker.runtime.http;

import io.digitalworker.api.ErrorCode;
import io.digitalworker.runtime.FaultTrace;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.jboss.logging.Logger;

/** Answers for a resource that threw, and for requests that found none. */
@Provider
public final class FaultMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOG = Logger.getLogger(FaultMapper.class);
    private final Problems problems;
    private final AllowedMethods methods;
    private final RoutingContext current;

    /**
     * @param current a proxy for the request that this thread answers
     */
    FaultMapper(Problems problems, AllowedMethods methods, RoutingContext current) {
        this.problems = problems;
        this.methods = methods;
        this.current = current;
    }

    @Override
    public Response toResponse(Throwable fault) {
        if (fault instanceof WebApplicationException redirect
                && redirect.getResponse().getStatus() < 400) {
            return redirect.getResponse();
        }
        ErrorCode code = FaultCodes.of(fault);
        log(code, fault);
        return code == ErrorCode.METHOD_NOT_ALLOWED
                ? withAllow(problems.answer(code))
                : problems.answer(code);
    }

    static void log(ErrorCode code, Throwable fault) {
        if (code == ErrorCode.INTERNAL) {
            LOG.errorf("request failed: %s", FaultTrace.of(fault));
        } else if (code == ErrorCode.UNAVAILABLE) {
            LOG.warnf("request not taken: %s", FaultTrace.names(fault));
        }
    }

    /** RFC 9110 asks for it; the framework does not tell. */
    private Response withAllow(Response answer) {
        String allowed = methods.at(current.normalizedPath());
        return Response.fromResponse(answer).header(HttpHeaders.ALLOW, allowed).build();
    }
}
