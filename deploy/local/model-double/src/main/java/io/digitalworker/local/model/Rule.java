package io.digitalworker.local.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * When something goes wrong. What is null does not matter.
 *
 * @param calls how many calls it holds for; counted as they arrive
 * @param forMillis how long it holds from when it was set
 * @param model id that it holds for
 * @param section that it holds for, as in {@link Asked#section()}
 * @param after calls that fit the rule pass first
 * @param retryAfter seconds, of {@link Fault#THROTTLED} and {@link Fault#OVERLOADED}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Rule(
        Fault fault,
        @Nullable Integer calls,
        @Nullable Long forMillis,
        @Nullable String model,
        @Nullable String section,
        @Nullable Integer after,
        @Nullable Integer retryAfter) {

    /** For so many calls. */
    public static Rule times(Fault fault, int calls) {
        return new Rule(fault, calls, null, null, null, null, null);
    }

    /** For the one call that comes after so many. */
    public static Rule once(Fault fault, int after) {
        return new Rule(fault, 1, null, null, null, after, null);
    }

    /** From now on for so long. */
    public static Rule lasting(Fault fault, long millis) {
        return new Rule(fault, null, millis, null, null, null, null);
    }

    /** For all calls. */
    public static Rule always(Fault fault) {
        return new Rule(fault, null, null, null, null, null, null);
    }

    public Rule ofModel(String id) {
        return new Rule(fault, calls, forMillis, id, section, after, retryAfter);
    }

    public Rule ofSection(String name) {
        return new Rule(fault, calls, forMillis, model, name, after, retryAfter);
    }

    public Rule retryAfter(int seconds) {
        return new Rule(fault, calls, forMillis, model, section, after, seconds);
    }

    boolean fits(Asked asked) {
        return (model == null || model.equals(asked.model()))
                && (section == null || section.equals(asked.section()));
    }
}
