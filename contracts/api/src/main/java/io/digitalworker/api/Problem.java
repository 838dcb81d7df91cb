package io.digitalworker.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;

/**
 * The one body of every HTTP error: {@code application/problem+json} (RFC 9457) with the extension
 * members {@code code}, {@code message}, {@code details}, {@code timestamp} and {@code requestId}
 * (design §4.2).
 *
 * @param type {@code urn:digital-worker:error:<code in kebab case>}
 * @param status the HTTP status
 * @param instance path of the request
 * @param details one entry per field, empty where no field is to blame
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String code,
        String message,
        List<FieldError> details,
        Instant timestamp,
        String requestId) {

    public static final String MEDIA_TYPE = "application/problem+json";

    public Problem {
        details = List.copyOf(details);
    }

    public static Problem of(
            ErrorCode code,
            List<FieldError> details,
            String instance,
            Instant timestamp,
            String requestId) {
        return new Problem(
                "urn:digital-worker:error:"
                        + code.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                code.title(),
                code.httpStatus(),
                code.remedy(),
                instance,
                code.name(),
                code.message(),
                details,
                timestamp,
                requestId);
    }
}
