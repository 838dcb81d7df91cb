package io.digitalworker.local.model;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What may go wrong with a call. */
public enum Fault {
    /** 429, {@code ThrottlingException}. */
    THROTTLED,
    /** 503, {@code ServiceUnavailableException}. */
    OVERLOADED,
    /** 500, {@code InternalServerException}. */
    BROKEN,
    /** 408, {@code ModelTimeoutException}. */
    MODEL_TIMEOUT,
    /** 403, {@code AccessDeniedException}. */
    DENIED,
    /** 400, {@code ValidationException}. */
    INVALID,
    /** 404, {@code ResourceNotFoundException}. */
    MISSING,
    /** No answer before it is released or the double ends. */
    HELD,
    /** The connection is closed without an answer. */
    CUT,
    /** Stop reason {@code max_tokens} in the middle of the answer. */
    TRUNCATED,
    /** Stop reason {@code refusal}. */
    REFUSED,
    /** Stop reason {@code content_filtered}. */
    FILTERED,
    /** Stop reason {@code guardrail_intervened}. */
    GUARDRAIL,
    /** An answer without any text. */
    EMPTY,
    /** Not the JSON that was asked for. */
    MALFORMED,
    /** A true answer with names that are nowhere. */
    GHOSTS;

    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
