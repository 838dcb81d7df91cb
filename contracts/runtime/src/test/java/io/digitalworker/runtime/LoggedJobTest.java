package io.digitalworker.runtime;

import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LoggedJobTest {
    @Test
    void namesJobAndRequestDuringTheWorkAndNotAfter() {
        List<Object> seen = new ArrayList<>();

        LoggedJob.during(
                "job-1",
                "request-1",
                () -> seen.addAll(List.of(MDC.get("jobId"), MDC.get("requestId"))));

        assertThat(seen).containsExactly("job-1", "request-1");
        assertThat(MDC.get("jobId")).isNull();
    }

    @Test
    void forgetsThemAlsoWhenTheWorkFails() {
        assertThatThrownBy(
                        () ->
                                LoggedJob.during(
                                        "job-1",
                                        "request-1",
                                        () -> {
                                            throw new IllegalStateException("bug");
                                        }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(MDC.get("jobId")).isNull();
        assertThat(MDC.get("requestId")).isNull();
    }

    @Test
    void leavesTheNamesOfTheWorkAroundIt() {
        List<Object> seen = new ArrayList<>();

        LoggedJob.during(
                "job-1",
                "request-1",
                () -> {
                    seen.add(LoggedJob.result("job-2", "request-2", () -> MDC.get("jobId")));
                    seen.add(MDC.get("jobId"));
                    seen.add(MDC.get("requestId"));
                });

        assertThat(seen).containsExactly("job-2", "job-1", "request-1");
    }
}
