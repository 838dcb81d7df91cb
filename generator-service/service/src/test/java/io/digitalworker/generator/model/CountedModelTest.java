package io.digitalworker.generator.model;

import io.digitalworker.document.prompt.Prompt;
import io.digitalworker.document.prompt.Prompt.Role;
import io.digitalworker.document.prompt.Prompt.Turn;
import io.digitalworker.generator.model.ModelAnswer.Ending;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CountedModelTest {
    private static final Prompt PROMPT =
            new Prompt("rules", "material", List.of(new Turn(Role.USER, "write")));

    private final MeterRegistry metrics = new SimpleMeterRegistry();
    private final FakeModel model = new FakeModel("some-model");
    private final CountedModel counted = new CountedModel(model, metrics);

    @Test
    void countsAnswersByTheirEnding() {
        model.thenSay("an answer").then(Ending.REFUSED).then(Ending.TRUNCATED);

        for (int call = 0; call < 3; call++) {
            ModelAnswer ignored = counted.ask(PROMPT, 100);
        }

        assertThat(count("complete")).isEqualTo(1);
        assertThat(count("refused")).isEqualTo(1);
        assertThat(count("truncated")).isEqualTo(1);
    }

    @Test
    void countsFaultsByTheirKindAndHandsThemOn() {
        fails(new ModelFault.Throttled("ThrottlingException", Optional.empty()), "throttled");
        fails(new ModelFault.TimedOut("ModelTimeoutException"), "timed-out");
        fails(new ModelFault.Unavailable("InternalServerException", true), "unavailable");
        fails(new ModelFault.Unusable("AccessDeniedException"), "unusable");
    }

    private void fails(ModelFault fault, String outcome) {
        model.then(fault);
        assertThatThrownBy(() -> counted.ask(PROMPT, 100)).isSameAs(fault);
        assertThat(count(outcome)).as(outcome).isEqualTo(1);
    }

    private double count(String outcome) {
        return metrics.counter("model.answers", "model", "some-model", "outcome", outcome).count();
    }
}
