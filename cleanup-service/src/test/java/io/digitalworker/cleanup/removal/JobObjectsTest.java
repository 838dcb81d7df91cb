package io.digitalworker.cleanup.removal;

import io.digitalworker.cleanup.TestConfig;
import io.digitalworker.runtime.TransientFaults;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.s3.model.S3Exception;

import static io.digitalworker.cleanup.TestConfig.INPUT;
import static io.digitalworker.cleanup.TestConfig.OUTPUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class JobObjectsTest {
    private final Buckets buckets = new Buckets();
    private final JobObjects objects = new JobObjects(buckets, new TestConfig());

    @Test
    void removesEverythingOfAJobAndNothingOfAnother() {
        buckets.with(INPUT, "job-1/archive.zip", 100)
                .with(INPUT, "job-1/options.json", 10)
                .with(OUTPUT, "job-1/2/bundle.zip", 1_000)
                .with(OUTPUT, "job-1/work/facts.json", 5)
                .with(INPUT, "job-10/archive.zip", 7)
                .with(OUTPUT, "job-11/1/bundle.zip", 7);

        assertThat(objects.removeAll("job-1")).isEqualTo(new Removed(4, 1_115));

        assertThat(buckets.keys())
                .containsExactly(INPUT + ":job-10/archive.zip", OUTPUT + ":job-11/1/bundle.zip");
    }

    @Test
    void keepsTheOptionsWhenTheSourceGoes() {
        buckets.with(INPUT, "job-1/archive.zip", 100)
                .with(INPUT, "job-1/descriptor.json", 20)
                .with(INPUT, "job-1/existing.md", 30)
                .with(INPUT, "job-1/options.json", 10)
                .with(OUTPUT, "job-1/1/srs.md", 3)
                .with(OUTPUT, "job-1/1/options.json", 3);

        assertThat(objects.removeSource("job-1")).isEqualTo(new Removed(5, 156));

        assertThat(buckets.keys()).containsExactly(INPUT + ":job-1/options.json");
    }

    @Test
    void removesMoreThanOnePage() {
        for (int i = 0; i < 2_500; i++) {
            buckets.with(OUTPUT, "job-1/work/%04d".formatted(i), 2);
        }

        assertThat(objects.removeAll("job-1")).isEqualTo(new Removed(2_500, 5_000));

        assertThat(buckets.keys()).isEmpty();
        assertThat(buckets.history()).filteredOn(h -> h.startsWith("delete")).hasSize(3);
    }

    @Test
    void looksAgainAfterwardsAndFindsWhatCameMeanwhile() {
        buckets.with(OUTPUT, "job-1/1/a", 1);
        buckets.afterFirstDelete(() -> buckets.with(OUTPUT, "job-1/1/b", 2));

        assertThat(objects.removeAll("job-1")).isEqualTo(new Removed(2, 3));

        assertThat(buckets.history()).endsWith("list digital-worker-output job-1/");
    }

    @Test
    void saysSoWhenObjectsRemain() {
        buckets.with(INPUT, "job-1/archive.zip", 1).ignoreDeletions();

        assertThatThrownBy(() -> objects.removeAll("job-1"))
                .isInstanceOf(ObjectsRemain.class)
                .hasMessage("objects of job job-1 remain in digital-worker-input");
    }

    @Test
    void tellsRefusalsThatPassFromThoseThatStay() {
        buckets.with(INPUT, "job-1/archive.zip", 1);

        buckets.refuse("SlowDown");
        assertThatThrownBy(() -> objects.removeAll("job-1"))
                .isInstanceOf(S3Exception.class)
                .satisfies(fault -> assertThat(TransientFaults.is(fault)).isTrue());

        buckets.refuse("AccessDenied");
        assertThatThrownBy(() -> objects.removeAll("job-1"))
                .isInstanceOf(ObjectsRemain.class)
                .hasMessageContaining("AccessDenied")
                .satisfies(fault -> assertThat(TransientFaults.is(fault)).isFalse());
    }

    @Test
    void hasNothingToDoForAJobWithoutObjects() {
        assertThat(objects.removeAll("job-1")).isEqualTo(Removed.NOTHING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "..", "a/b", "-", "job_1", " "})
    void refusesWhatIsNoJobId(String jobId) {
        buckets.with(INPUT, "job-1/archive.zip", 1);

        assertThatThrownBy(() -> objects.removeAll(jobId))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(buckets.history()).as("nothing was asked of the buckets").isEmpty();
    }
}
