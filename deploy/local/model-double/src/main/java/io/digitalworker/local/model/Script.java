package io.digitalworker.local.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * How the model behaves. The first rule that holds decides.
 *
 * @param latencyMillis before the first token
 * @param tokensPerSecond of an answer; 0 for all at once
 * @param keepPrompts whether the history holds the prompts, for tests of what is in them
 */
public record Script(
        @JsonProperty("latencyMillis") long latencyMillis,
        @JsonProperty("tokensPerSecond") double tokensPerSecond,
        @JsonProperty("keepPrompts") boolean keepPrompts,
        @JsonProperty("rules") List<Rule> rules) {
    /** At once, without faults. */
    public static final Script PLAIN = new Script(0, 0, false, List.of());

    @SuppressWarnings("NullAway") // JSON may leave the rules out
    public Script {
        rules = rules == null ? List.of() : List.copyOf(rules);
    }

    public Script with(Rule... others) {
        return new Script(latencyMillis, tokensPerSecond, keepPrompts, List.of(others));
    }

    public Script paced(long latency, double rate) {
        return new Script(latency, rate, keepPrompts, rules);
    }

    public Script keepingPrompts() {
        return new Script(latencyMillis, tokensPerSecond, true, rules);
    }
}
