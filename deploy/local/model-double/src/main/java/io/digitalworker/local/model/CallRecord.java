package io.digitalworker.local.model;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A line of the history.
 *
 * @param call number of the call, from 1, in the order of arrival
 * @param at when it arrived, in UTC
 * @param section as in {@link Asked#section()}
 * @param repair whether the model was told what is wrong with an answer
 * @param tokensIn of the prompt, cached ones included
 * @param outcome {@code arrived}, then {@code answered} or the key of a {@link Fault}; {@code lost} where
 *     whoever asked was gone
 * @param millis from arrival
 * @param prompt absent unless the script keeps it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CallRecord(
        @JsonProperty("call") int call,
        @JsonProperty("at") String at,
        @JsonProperty("model") String model,
        @JsonProperty("section") String section,
        @JsonProperty("repair") boolean repair,
        @JsonProperty("tokensIn") long tokensIn,
        @JsonProperty("tokensOut") long tokensOut,
        @JsonProperty("tokensCached") long tokensCached,
        @JsonProperty("tokensCacheWritten") long tokensCacheWritten,
        @JsonProperty("outcome") String outcome,
        @JsonProperty("millis") long millis,
        @JsonProperty("prompt") @Nullable String prompt) {
    public static final String ARRIVED = "arrived";
    public static final String ANSWERED = "answered";
    public static final String LOST = "lost";

    /** Whether a model would want to be paid for it. */
    @JsonIgnore
    public boolean isPaid() {
        return tokensOut > 0;
    }
}
