package io.digitalworker.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message that was given up, as operators see it (design §3). Its address is {@code
 * /v1/dead-letters/<jobId>/<queue>/<messageId>}, with {@code /redrive} or {@code /discard} to POST to.
 *
 * @param jobId {@code unaddressed} where the message could not be read
 * @param queue {@code generate}, {@code notify} or {@code cleanup}
 * @param eventId of the event that the message carried, where it could be read
 * @param receives how often it was received
 * @param code constant of the error catalogue
 * @param cause simple class name of the last exception, where known
 * @param state {@code waiting}, {@code redriven} or {@code discarded}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeadLetterView(
        String jobId,
        String queue,
        String messageId,
        @Nullable String eventId,
        int receives,
        String code,
        @Nullable String cause,
        Instant receivedAt,
        String state) {}
