package io.digitalworker.ledger;

import io.digitalworker.api.Estimate;
import io.digitalworker.api.Quality;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SummaryTest {
    private static final JobUsage USAGE =
            new JobUsage(new Usage(12, 90_000, 8_000, 50_000, 4_000, 123_456), 1, 30_000);

    private Fixture f;

    @BeforeEach
    void openTable() {
        f = new Fixture(TestCloud.newTable(TestCloud.shared()));
    }

    private Summary stored(Summary summary) {
        Claim claim = f.claimed();
        Published published = Fixture.published(claim.job().jobId());
        claim.succeed(
                new Published(
                        published.outputKey(),
                        published.bundleSha256(),
                        published.artifacts(),
                        List.of(),
                        summary));
        return f.job(claim.job().jobId()).summary();
    }

    @Test
    void isKeptWithTheJobThatSucceeded() {
        Summary summary =
                new Summary("bedrock", true, Quality.of(90, 10, 4, 3), USAGE, "2026-11-21", null);

        assertThat(stored(summary)).isEqualTo(summary);
    }

    @Test
    void keepsAnEstimate() {
        Estimate estimate =
                new Estimate(
                        9,
                        80_000,
                        36_864,
                        new BigDecimal("0.250001"),
                        new BigDecimal("2.500000"),
                        "USD",
                        "2026-11-21",
                        9,
                        5,
                        null);
        Summary summary =
                new Summary("bedrock", false, null, JobUsage.NONE, "2026-11-21", estimate);

        assertThat(stored(summary)).isEqualTo(summary);
    }

    @Test
    void isAbsentWhereNobodyTold() {
        Claim claim = f.claimed();
        claim.succeed(Fixture.published(claim.job().jobId()));

        assertThat(f.job(claim.job().jobId()).summary()).isNull();
    }
}
