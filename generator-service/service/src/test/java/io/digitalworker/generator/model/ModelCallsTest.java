package io.digitalworker.generator.model;

import io.digitalworker.api.Options;
import io.digitalworker.document.prompt.Prompt;
import io.digitalworker.generator.Submission;
import io.digitalworker.generator.Workbench;
import io.digitalworker.generator.budget.JobBudget;
import io.digitalworker.generator.budget.JobBudgets;
import io.digitalworker.generator.budget.ModelPrices;
import io.digitalworker.generator.budget.Spending;
import io.digitalworker.ledger.Caps;
import io.digitalworker.ledger.JobUsage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Over the real ledger, with a clock that only waits move. */
class ModelCallsTest {
    private static final Prompt PROMPT =
            new Prompt(
                    "system",
                    "shared",
                    List.of(new Prompt.Turn(Prompt.Role.USER, "x".repeat(2_000))));
    private static final int ANSWER = 500;

    @TempDir Path base;
    private final FakeModel model = new FakeModel(FakeModel.FIRST);
    private final List<Duration> waits = new ArrayList<>();
    private Workbench bench;
    private JobBudget budget;
    private Runnable goOn = () -> {};

    @BeforeEach
    void open() {
        bench = new Workbench(base);
        budget = budget(Caps.NONE);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void settlesWhatTheModelTook() {
        Called called = ask(calls());

        Called.Answered answered = (Called.Answered) called;
        JobUsage usage = budget.usage();
        assertThat(usage.settled().calls()).isOne();
        assertThat(usage.settled().tokensOut()).isEqualTo(answered.answer().use().out());
        assertThat(usage.settled().microUsd()).isEqualTo(answered.microUsd()).isPositive();
        assertThat(usage.openReservations()).isZero();
    }

    @Test
    void waitsAsLongAsAThrottledModelAsksAndCallsAgain() {
        model.then(throttled(Optional.of(Duration.ofSeconds(9))));

        assertThat(ask(calls())).isInstanceOf(Called.Answered.class);

        assertThat(model.history()).hasSize(2);
        assertThat(waited()).isBetween(Duration.ofSeconds(8), Duration.ofSeconds(9));
        assertThat(budget.usage().settled().calls()).as("only one was paid").isOne();
    }

    @Test
    void putsTheJobOffOncePatienceEnds() {
        for (int i = 0; i < 100; i++) {
            model.then(throttled(Optional.empty()));
        }

        assertThatThrownBy(() -> ask(calls("patience", "60S"))).isInstanceOf(ModelsThrottled.class);

        assertThat(waited()).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(61));
        assertThat(model.history())
                .as("1 + 2 + 4 + 8 + 16 + 30 s of back-off")
                .hasSizeBetween(6, 7);
        assertThat(budget.usage()).as("nothing is spent or reserved").isEqualTo(JobUsage.NONE);
    }

    @Test
    void jobsShareTheGateOfAModel() {
        ModelCalls calls = calls();
        model.then(throttled(Optional.of(Duration.ofSeconds(20))));
        assertThat(ask(calls)).isInstanceOf(Called.Answered.class);
        model.then(new ModelFault.Unusable("AccessDeniedException"));

        assertThat(ask(calls)).isEqualTo(new Called.Without(Lack.UNUSABLE, true));
        assertThat(ask(calls))
                .as("nobody asks a model that may not be used")
                .isEqualTo(new Called.Without(Lack.UNAVAILABLE, false));
    }

    @Test
    void keepsTheReservationOfACallThatMayHaveBeenPaid() {
        model.then(new ModelFault.TimedOut("late"));

        assertThat(ask(calls())).isEqualTo(new Called.Without(Lack.TIMED_OUT, true));

        assertThat(budget.usage().openReservations()).isOne();
        assertThat(budget.usage().reservedMicroUsd()).isPositive();
    }

    @Test
    void givesTheReservationBackOfACallThatFailedUnpaid() {
        model.then(new ModelFault.Unavailable("InternalServerException", false));

        assertThat(ask(calls())).isEqualTo(new Called.Without(Lack.UNAVAILABLE, true));

        assertThat(budget.usage().openReservations()).isZero();
        assertThat(budget.usage().reservedMicroUsd()).isZero();
    }

    @Test
    void doesNotAskWhatNobodyCanPay() {
        budget = budget(new Caps(Caps.Cap.ofMicroUsd(1), Caps.Cap.NONE, Caps.Cap.NONE));

        assertThat(ask(calls())).isEqualTo(new Called.Without(Lack.BUDGET, false));
        assertThat(model.history()).isEmpty();
    }

    @Test
    void waitsForAnotherCallOfTheJobWhereBothTogetherMightPassTheCap() throws Exception {
        // one call reserves 13,228
        budget = budget(new Caps(Caps.Cap.ofMicroUsd(15_000), Caps.Cap.NONE, Caps.Cap.NONE));
        Asker asker = asker();
        CountDownLatch waiting = new CountDownLatch(1);
        ModelCalls calls =
                ModelBench.calls(bench.clock, pass -> waiting.countDown(), BedrockSettings.of());
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            List<Future<Called>> second = new ArrayList<>();
            model.then(
                    asked -> {
                        second.add(other.submit(() -> calls.ask(asker, model, PROMPT, ANSWER)));
                        await(waiting);
                        return new ModelAnswer(
                                "x", ModelAnswer.Ending.COMPLETE, new TokenUse(100, 1, 0, 0));
                    });

            assertThat(calls.ask(asker, model, PROMPT, ANSWER)).isInstanceOf(Called.Answered.class);

            assertThat(second.get(0).get(10, TimeUnit.SECONDS))
                    .as("the call that waited while the first had reserved the cap")
                    .isInstanceOf(Called.Answered.class);
        } finally {
            other.shutdownNow();
        }
    }

    private static void await(CountDownLatch waiting) {
        try {
            assertThat(waiting.await(10, TimeUnit.SECONDS)).as("the other call waits").isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void doesNotAskWhileModelsAreSwitchedOff() {
        bench.budgets.switches().setModel(false);
        try {
            assertThat(ask(calls())).isEqualTo(new Called.Without(Lack.SWITCHED_OFF, false));
        } finally {
            bench.budgets.switches().setModel(true);
        }
        assertThat(model.history()).isEmpty();
    }

    @Test
    void doesNotBeginACallAfterTheLastMoment() {
        Asker late = new Asker(budget, bench.clock.instant().minusSeconds(1), goOn);

        assertThat(calls().ask(late, model, PROMPT, ANSWER))
                .isEqualTo(new Called.Without(Lack.DEADLINE, false));
    }

    @Test
    void waitsForTokensOfTheMinute() {
        ModelCalls calls = calls("tokens-per-minute", "1500");
        assertThat(ask(calls)).isInstanceOf(Called.Answered.class);
        Duration before = waited();
        for (int i = 0; i < 3; i++) {
            assertThat(ask(calls)).isInstanceOf(Called.Answered.class);
        }

        assertThat(before).as("the first finds a whole minute's tokens").isZero();
        assertThat(waited())
                .as("each call takes some 500 tokens read and a few written")
                .isBetween(Duration.ofSeconds(15), Duration.ofSeconds(60));
    }

    @Test
    void learnsHowManyBytesMakeAToken() {
        model.then(
                asked ->
                        new ModelAnswer(
                                "x", ModelAnswer.Ending.COMPLETE, new TokenUse(1_006, 1, 0, 0)));
        ModelCalls calls = calls();
        assertThat(calls.bytesPerToken(model)).isEqualTo(3.2);

        ask(calls);

        assertThat(calls.bytesPerToken(model)).isEqualTo(2.0);
    }

    @Test
    void stopsWaitingWhenTheJobHasToStop() {
        model.then(throttled(Optional.of(Duration.ofSeconds(60))));
        goOn =
                () -> {
                    if (waited().compareTo(Duration.ofSeconds(2)) > 0) {
                        throw new CancellationException("stopped");
                    }
                };

        assertThatThrownBy(() -> ask(calls())).isInstanceOf(CancellationException.class);

        assertThat(waited()).isLessThan(Duration.ofSeconds(3));
        assertThat(budget.usage().openReservations()).isZero();
    }

    private Called ask(ModelCalls calls) {
        return calls.ask(asker(), model, PROMPT, ANSWER);
    }

    private Asker asker() {
        return new Asker(budget, bench.clock.instant().plus(Duration.ofHours(10)), goOn);
    }

    private ModelCalls calls(String... settings) {
        return ModelBench.calls(
                bench.clock,
                pass -> {
                    waits.add(pass);
                    bench.clock.advance(pass);
                },
                BedrockSettings.of(settings));
    }

    private Duration waited() {
        return waits.stream().reduce(Duration.ZERO, Duration::plus);
    }

    private JobBudget budget(Caps caps) {
        Submission job = bench.submitted();
        return new JobBudgets(bench.budgets, caps, ModelPrices.standard(), Spending.UNWATCHED)
                .of(bench.job(job), new Options(List.of(), null, null, null, null, null, null));
    }

    private static ModelFault throttled(Optional<Duration> retryAfter) {
        return new ModelFault.Throttled("ThrottlingException", retryAfter);
    }
}
