package io.digitalworker.local.launcher.installation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ServiceProcessTest {
    @TempDir Path directory;

    @Test
    void aProcessThatEndsAtOnceIsReportedWithItsLog() throws IOException {
        Path log = directory.resolve("ingest.log");
        Path noJar = directory.resolve("no.jar");

        try (ServiceProcess process =
                ServiceProcess.start(Service.INGEST, noJar, 1, log, Map.of(), List.of())) {
            assertThatThrownBy(process::awaitReady)
                    .isInstanceOf(NotStarted.class)
                    .hasMessageContaining(log.toString());
        }
        assertThat(Files.readString(log)).contains("no.jar");
    }

    @Test
    void memoryOfAProcessIsKnownWhereTheKernelTells() {
        long own = ProcessHandle.current().pid();

        assertThat(Memory.resident(own)).isNotZero();
        assertThat(Memory.peak(own)).isGreaterThanOrEqualTo(Memory.resident(own) / 2);
        assertThat(Memory.resident(Long.MAX_VALUE)).as("nobody has this pid").isEqualTo(-1);
    }
}
