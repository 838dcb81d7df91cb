package io.digitalworker.runtime.http;

import io.digitalworker.api.ErrorCode;
import io.digitalworker.runtime.FaultTrace;
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

    FaultMapper(Problems problems) {
        this.problems = problems;
    }

    @Override
    public Response toResponse(Throwable fault) {
        if (fault instanceof WebApplicationException redirect
                && redirect.getResponse().getStatus() < 400) {
            return redirect.getResponse();
        }
        ErrorCode code = FaultCodes.of(fault);
        log(code, fault);
        return withAllow(problems.answer(code), fault);
    }

    static void log(ErrorCode code, Throwable fault) {
        if (code == ErrorCode.INTERNAL) {
            LOG.errorf("request failed: %s", FaultTrace.of(fault));
        } else if (code == ErrorCode.UNAVAILABLE) {
            LOG.warnf("request not taken: %s", FaultTrace.names(fault));
        }
    }

    private static Response withAllow(Response answer, Throwable fault) {
        Object allow =
                fault instanceof WebApplicationException refused
                        ? refused.getResponse().getHeaders().getFirst(HttpHeaders.ALLOW)
                        : null;
        return allow == null
                ? answer
                : Response.fromResponse(answer).header(HttpHeaders.ALLOW, allow).build();
    }
}
