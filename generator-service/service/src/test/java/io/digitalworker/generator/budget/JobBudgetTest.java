package io.digitalworker.generator.budget;

import io.digitalworker.api.Options;
import io.digitalworker.document.prompt.Prompt;
import io.digitalworker.document.prompt.Prompt.Role;
import io.digitalworker.document.prompt.Prompt.Turn;
import io.digitalworker.generator.Submission;
import io.digitalworker.generator.Workbench;
import io.digitalworker.generator.model.TokenUse;
import io.digitalworker.ledger.BudgetScope;
import io.digitalworker.ledger.Caps;
import io.digitalworker.ledger.Caps.Cap;
import io.digitalworker.ledger.JobUsage;
import io.digitalworker.ledger.Reservation;
import io.digitalworker.ledger.Reserved;
import io.digitalworker.ledger.Reserved.Measure;
import io.digitalworker.ledger.Usage;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class JobBudgetTest {
    private static final String MODEL = "eu.anthropic.claude-haiku-4-5-20251001-v1:0";
    private static final Prompt PROMPT =
            new Prompt("", "a".repeat(1_000), List.of(new Turn(Role.USER, "a".repeat(1_000))));

    /** 1,200 tokens read at 1.375, 100 written at 5.5. */
    private static final long MOST = 2_200;

    private final MeterRegistry metrics = new SimpleMeterRegistry();
    private Workbench bench;
    private Submission job;

    @BeforeEach
    void submit(@TempDir Path folder) {
        bench = new Workbench(folder);
        job = bench.submitted();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private JobBudget budget(Cap cap, @Nullable String maxUsd, @Nullable Long maxTokens) {
        Options options =
                new Options(
                        List.of(),
                        List.of(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        maxUsd == null ? null : new BigDecimal(maxUsd),
                        maxTokens,
                        false);
        return new JobBudgets(
                        bench.budgets(),
                        new Caps(cap, Cap.NONE, Cap.NONE),
                        ModelPrices.standard(),
                        new SpendingMetrics(metrics))
                .of(bench.job(job), options);
    }

    @Test
    void reservesTheMostAndSettlesWhatWasTaken() {
        JobBudget budget = budget(Cap.NONE, null, null);
        Reservation reservation =
                ((Reserved.Granted) budget.reserve(MODEL, PROMPT, 100)).reservation();
        assertThat(budget.usage().reservedMicroUsd()).isEqualTo(MOST);

        Usage usage = budget.settle(reservation, MODEL, new TokenUse(500, 80, 0, 0));

        assertThat(usage.microUsd()).isEqualTo(990);
        assertThat(budget.usage()).isEqualTo(new JobUsage(usage, 0, 0));
        assertThat(tokens("in")).isEqualTo(500);
        assertThat(tokens("out")).isEqualTo(80);
        assertThat(metrics.counter("model.usd", "model", MODEL).count()).isEqualTo(0.00099);
        assertThat(calls("settled")).isEqualTo(1);
    }

    @Test
    void givesBackWhatTheModelDidNotTake() {
        JobBudget budget = budget(Cap.NONE, null, null);
        budget.release(((Reserved.Granted) budget.reserve(MODEL, PROMPT, 100)).reservation());

        assertThat(budget.usage()).isEqualTo(JobUsage.NONE);
        assertThat(calls("settled")).isZero();
        assertThat(calls("released")).isEqualTo(1);
    }

    @Test
    void isLoweredByTheOptions() {
        assertThat(budget(Cap.NONE, "0.002", null).reserve(MODEL, PROMPT, 100))
                .isEqualTo(new Reserved.Refused(BudgetScope.JOB, Measure.USD));
        assertThat(budget(Cap.NONE, null, 1_299L).reserve(MODEL, PROMPT, 100))
                .isEqualTo(new Reserved.Refused(BudgetScope.JOB, Measure.TOKENS));
        assertThat(budget(Cap.NONE, "0.0022", 1_300L).reserve(MODEL, PROMPT, 100))
                .isInstanceOf(Reserved.Granted.class);
    }

    @Test
    void isNeverLiftedByTheOptions() {
        Cap installation = new Cap(MOST - 1, 1_299);

        assertThat(budget(installation, "1000", 1_000_000_000L).reserve(MODEL, PROMPT, 100))
                .isEqualTo(new Reserved.Refused(BudgetScope.JOB, Measure.USD));
        assertThat(calls("refused-job")).isEqualTo(1);
    }

    @Test
    void tellsWhatAJobCameTo() {
        JobBudget budget = budget(Cap.NONE, null, null);
        budget.ended(new JobUsage(new Usage(3, 1, 1, 0, 0, 250_000), 0, 0), 2);

        assertThat(metrics.summary("usd.per.job").totalAmount()).isEqualTo(0.25);
        assertThat(metrics.counter("sections.degraded").count()).isEqualTo(2);
    }

    private double tokens(String kind) {
        return metrics.counter("model.tokens", "model", MODEL, "kind", kind).count();
    }

    private double calls(String outcome) {
        return metrics.counter("model.calls", "outcome", outcome).count();
    }
}
