package io.digitalworker.ingest.inbound;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Gives the answer. */
@Provider
public final class AnswerInsteadMapper implements ExceptionMapper<AnswerInstead> {
    @Override
    public Response toResponse(AnswerInstead instead) {
        return instead.answer();
    }
}
