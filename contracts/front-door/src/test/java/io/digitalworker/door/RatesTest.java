package io.digitalworker.door;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RatesTest {
    private final StandingTime time = new StandingTime();

    @Test
    void aBurstIsGrantedThenOneAtATime() {
        Rates rates = new Rates(10, 20, 100, time);

        assertThat(granted(rates, "a", 50)).as("at once").isEqualTo(20);
        time.pass(Duration.ofMillis(100));
        assertThat(granted(rates, "a", 50)).as("after a tenth of a second").isEqualTo(1);
        time.pass(Duration.ofSeconds(10));
        assertThat(granted(rates, "a", 50)).as("after a pause").isEqualTo(20);
    }

    @Test
    void principalsDoNotTakeFromEachOther() {
        Rates rates = new Rates(10, 20, 100, time);
        granted(rates, "a", 50);

        assertThat(granted(rates, "b", 50)).isEqualTo(20);
    }

    @Test
    void tellsWhatIsLeftInTheFormOfTheDraft() {
        Rates rates = new Rates(10, 20, 100, time);
        assertThat(rates.policy()).isEqualTo("\"principal\";q=20;w=2");
        assertThat(rates.take("a").header()).isEqualTo("\"principal\";r=19;t=1");

        granted(rates, "a", 19);
        Ration refused = rates.take("a");

        assertThat(refused.granted()).isFalse();
        assertThat(refused.header()).isEqualTo("\"principal\";r=0;t=2");
        assertThat(refused.retryAfter()).as("whole seconds, at least one").isEqualTo(1);
    }

    @Test
    void remembersABoundedNumberOfPrincipalsAndForgetsTheOldest() {
        Rates rates = new Rates(1, 1, 2, time);
        rates.take("a");
        rates.take("b");
        rates.take("a");
        rates.take("c");

        assertThat(rates.take("a").granted()).as("called a moment ago, remembered").isFalse();
        assertThat(rates.take("b").granted()).as("forgotten, begins anew").isTrue();
    }

    private static long granted(Rates rates, String principal, int requests) {
        long granted = 0;
        for (int i = 0; i < requests; i++) {
            granted += rates.take(principal).granted() ? 1 : 0;
        }
        return granted;
    }

    private static final class StandingTime implements TimeMeter {
        private long nanos;

        void pass(Duration time) {
            nanos += time.toNanos();
        }

        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
