package io.digitalworker.ledger;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.AbortedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RetriesTest {
    private final List<Duration> pauses = new ArrayList<>();
    private final Retries retries = new Retries(pauses::add);
    private int calls;

    private String failing(RuntimeException fault, int times) {
        return retries.of("GetItem")
                .call(
                        () -> {
                            if (calls++ < times) {
                                throw fault;
                            }
                            return "answer";
                        });
    }

    @Test
    void triesAgainWithGrowingPausesUnderFiveSecondsInAll() {
        assertThat(failing(ScriptedDb.network(), Retries.TRIES - 1)).isEqualTo("answer");

        assertThat(pauses).hasSize(Retries.TRIES - 1);
        assertThat(pauses.get(0)).isBetween(Duration.ofMillis(12), Duration.ofMillis(25));
        assertThat(pauses.get(5)).isBetween(Duration.ofMillis(400), Duration.ofMillis(800));
        assertThat(pauses.stream().reduce(Duration.ZERO, Duration::plus))
                .isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void givesUpNamingTheCallAndTheFault() {
        assertThatThrownBy(() -> failing(ScriptedDb.network(), 100))
                .isInstanceOf(LedgerUnavailable.class)
                .hasMessage("GetItem: SdkClientException");
        assertThat(calls).isEqualTo(Retries.TRIES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ThrottlingException",
                "ProvisionedThroughputExceededException",
                "RequestLimitExceeded",
                "TransactionConflictException",
                "TransactionInProgressException"
            })
    void triesAgainWhatPassesByItself(String code) {
        assertThat(failing(ScriptedDb.service(400, code), 1)).isEqualTo("answer");
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503})
    void triesAgainWhenTheServerFails(int status) {
        assertThat(failing(ScriptedDb.service(status, "Whatever"), 1)).isEqualTo("answer");
    }

    @Test
    void callsAMistakeOfOursByItsName() {
        assertThatThrownBy(() -> failing(ScriptedDb.service(400, "ValidationException"), 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("GetItem refused: ValidationException");
        assertThatThrownBy(() -> failing(ScriptedDb.cancelled("ValidationError"), 10))
                .isInstanceOf(IllegalStateException.class);
        assertThat(pauses).isEmpty();
    }

    @Test
    void doesNotTryAgainWhatNeedsSomebodyToAct() {
        assertThatThrownBy(() -> failing(ScriptedDb.service(400, "AccessDeniedException"), 1))
                .isInstanceOf(LedgerUnavailable.class);
        assertThat(pauses).isEmpty();
    }

    @Test
    void stopsWhenInterrupted() {
        assertThatThrownBy(() -> failing(AbortedException.create("interrupted"), 1))
                .isInstanceOf(LedgerUnavailable.class);
        assertThat(Thread.interrupted()).as("the interruption is passed on").isTrue();

        Retries interrupted =
                new Retries(
                        time -> {
                            throw new InterruptedException();
                        });
        assertThatThrownBy(
                        () ->
                                interrupted
                                        .of("Query")
                                        .call(
                                                () -> {
                                                    throw ScriptedDb.network();
                                                }))
                .isInstanceOf(LedgerUnavailable.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void waitsForRealInProduction() {
        long started = System.nanoTime();

        int[] tries = {0};
        Retries.sleeping()
                .of("GetItem")
                .call(
                        () -> {
                            if (tries[0]++ == 0) {
                                throw ScriptedDb.network();
                            }
                            return "answer";
                        });

        assertThat(System.nanoTime() - started).isGreaterThan(Duration.ofMillis(10).toNanos());
    }
}
