package io.digitalworker.generator.model;

import io.digitalworker.generator.model.Gate.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class GateTest {
    private final Gate gate = new Gate(() -> 1);
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void letsEverybodyPassWhileNothingIsWrong() {
        gate.answered(pass());

        assertThat(gate.ask(now)).isInstanceOf(Decision.Go.class);
        assertThat(gate.ask(now)).isInstanceOf(Decision.Go.class);
    }

    @Test
    void keepsEverybodyWaitingAsLongAsTheServiceAsks() {
        gate.throttled(pass(), Optional.of(Duration.ofSeconds(7)), now);

        assertThat(gate.ask(now)).isEqualTo(new Decision.Wait(Duration.ofSeconds(7)));
        advance(Duration.ofSeconds(6));
        assertThat(gate.ask(now)).isEqualTo(new Decision.Wait(Duration.ofSeconds(1)));
    }

    @Test
    void letsOneProbePassWhileTheOthersWaitForItsOutcome() {
        gate.throttled(pass(), Optional.empty(), now);
        advance(Duration.ofSeconds(1));

        Gate.Pass probe = pass();
        assertThat(probe.probe()).isTrue();
        assertThat(gate.ask(now)).as("while the probe is out").isInstanceOf(Decision.Wait.class);

        gate.answered(probe);
        assertThat(pass().probe()).as("the model answers again").isFalse();
    }

    @Test
    void doublesItsBackOffUpToHalfAMinute() {
        Duration[] expected = {
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(4),
            Duration.ofSeconds(8),
            Duration.ofSeconds(16),
            Duration.ofSeconds(30),
            Duration.ofSeconds(30)
        };
        for (Duration wait : expected) {
            gate.throttled(pass(), Optional.empty(), now);
            assertThat(gate.ask(now)).isEqualTo(new Decision.Wait(wait));
            advance(wait);
        }
    }

    @Test
    void doublesItsBackOffAlsoWhereTheServiceAsksForLess() {
        for (int i = 0; i < 4; i++) {
            gate.throttled(pass(), Optional.of(Duration.ofSeconds(1)), now);
            Duration wait = ((Decision.Wait) gate.ask(now)).time();
            advance(wait);
        }
        gate.throttled(pass(), Optional.of(Duration.ofSeconds(1)), now);

        assertThat(gate.ask(now)).isEqualTo(new Decision.Wait(Duration.ofSeconds(16)));
    }

    @Test
    void scattersItsBackOff() {
        Gate early = new Gate(() -> 0);
        early.throttled(((Decision.Go) early.ask(now)).pass(), Optional.empty(), now);

        assertThat(early.ask(now)).isEqualTo(new Decision.Wait(Duration.ofMillis(500)));
    }

    @Test
    void countsCallsThatBeganBeforeItClosedAsOneThrottle() {
        Gate.Pass one = pass();
        Gate.Pass other = pass();
        gate.throttled(one, Optional.empty(), now);
        gate.throttled(other, Optional.empty(), now);

        assertThat(gate.ask(now)).isEqualTo(new Decision.Wait(Duration.ofSeconds(1)));
    }

    @Test
    void staysClosedWhenACallThatBeganBeforeIsAnswered() {
        Gate.Pass slow = pass();
        gate.throttled(pass(), Optional.empty(), now);
        gate.answered(slow);

        assertThat(gate.ask(now)).isInstanceOf(Decision.Wait.class);
    }

    @Test
    void givesAnotherTheProbeOfOneThatWasInterrupted() {
        gate.throttled(pass(), Optional.empty(), now);
        advance(Duration.ofSeconds(1));
        gate.abandoned(pass());

        assertThat(pass().probe()).isTrue();
    }

    @Test
    void isBrokenAfterSeveralFaultsInARowAndHealsByAProbe() {
        for (int i = 0; i < Gate.FAILURES; i++) {
            assertThat(gate.ask(now)).as("fault " + i).isInstanceOf(Decision.Go.class);
            gate.failed(pass(), now);
        }
        assertThat(gate.ask(now)).isInstanceOf(Decision.Broken.class);

        advance(Gate.BROKEN);
        Gate.Pass probe = pass();
        assertThat(gate.ask(now)).as("others do not wait").isInstanceOf(Decision.Broken.class);
        gate.answered(probe);
        assertThat(gate.ask(now)).isInstanceOf(Decision.Go.class);
    }

    @Test
    void forgetsFaultsBetweenAnswers() {
        for (int i = 0; i < 3 * Gate.FAILURES; i++) {
            gate.failed(pass(), now);
            gate.answered(pass());
        }
        assertThat(gate.ask(now)).isInstanceOf(Decision.Go.class);
    }

    @Test
    void isBrokenAtOnceByAModelThatMayNotBeUsed() {
        gate.unusable(pass(), now);

        assertThat(gate.ask(now)).isInstanceOf(Decision.Broken.class);
        advance(Gate.UNUSABLE);
        assertThat(pass().probe()).as("a changed permission is noticed").isTrue();
    }

    private Gate.Pass pass() {
        return ((Decision.Go) gate.ask(now)).pass();
    }

    private void advance(Duration time) {
        now = now.plus(time);
    }
}
