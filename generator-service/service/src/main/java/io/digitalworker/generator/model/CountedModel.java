package io.digitalworker.generator.model;

import io.digitalworker.document.prompt.Prompt;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;

/**
 * A model whose answers and faults are counted: {@code model.answers} by model and outcome, which is how the
 * answer ended, or why there was none. An interrupted call is not counted.
 */
final class CountedModel implements Model {
    private final Model model;
    private final MeterRegistry metrics;

    CountedModel(Model model, MeterRegistry metrics) {
        this.model = model;
        this.metrics = metrics;
    }

    @Override
    public String id() {
        return model.id();
    }

    @Override
    public ModelAnswer ask(Prompt prompt, int maxTokens) {
        try {
            ModelAnswer answer = model.ask(prompt, maxTokens);
            count(answer.ending().name().toLowerCase(Locale.ROOT));
            return answer;
        } catch (ModelFault fault) {
            count(outcome(fault));
            throw fault;
        }
    }

    private static String outcome(ModelFault fault) {
        if (fault instanceof ModelFault.Throttled) {
            return "throttled";
        } else if (fault instanceof ModelFault.TimedOut) {
            return "timed-out";
        }
        return fault instanceof ModelFault.Unusable ? "unusable" : "unavailable";
    }

    private void count(String outcome) {
        metrics.counter("model.answers", "model", id(), "outcome", outcome).increment();
    }
}
