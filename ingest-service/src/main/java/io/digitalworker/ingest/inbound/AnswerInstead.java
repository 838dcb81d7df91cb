package io.digitalworker.ingest.inbound;

import jakarta.ws.rs.core.Response;

/** Leaves a method that promises a stream, with an answer that is none. */
final class AnswerInstead extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Response answer;

    AnswerInstead(Response answer) {
        super("answered with " + answer.getStatus(), null, false, false);
        this.answer = answer;
    }

    Response answer() {
        return answer;
    }
}
