package io.digitalworker.local.launcher.terminal;

import io.digitalworker.api.JobStatus;
import io.digitalworker.api.JobStatusView;
import io.digitalworker.api.JobStatusView.DeletionView;
import io.digitalworker.api.JobStatusView.StageView;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class JobProgressTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void aFinishedStageIsToldOnceWithItsTime() {
        JobProgress progress = new JobProgress(console(false));

        progress.show(job(JobStatus.Running, 10, new StageView("open", NOW, NOW, 1_234L)));
        progress.show(job(JobStatus.Running, 20, new StageView("open", NOW, NOW, 1_234L)));

        assertThat(said()).isEqualTo("  ✓ open         1.23 s\n");
    }

    @Test
    void theRunningStageIsRedrawnOnATerminalOnly() {
        new JobProgress(console(false)).show(job(JobStatus.Pending, 0));
        assertThat(said()).isEmpty();

        new JobProgress(console(true)).show(job(JobStatus.Pending, 0));
        assertThat(said()).contains("0 %").contains("waiting");
    }

    @Test
    void coloursAreLeftOutWhereTheyAreNotWanted() {
        assertThat(new Console(System.out, true, false).good("yes")).isEqualTo("yes");
        assertThat(new Console(System.out, false, true).bad("no")).isEqualTo("no");
        assertThat(new Console(System.out, true, true).bad("no"))
                .isEqualTo("\u001b[31mno\u001b[0m");
    }

    @Test
    void theEnvironmentDecidesAboutColoursAndRedrawing() {
        String property = "digitalworker.terminal.test";
        System.setProperty(property, "true");
        try {
            Console plain = Console.of(System.out, property, Map.of("TERM", "xterm"));
            Console noColour = Console.of(System.out, property, Map.of("NO_COLOR", "1"));
            Console dumb = Console.of(System.out, property, Map.of("TERM", "dumb"));

            assertThat(plain.bad("no")).contains("\u001b[31m");
            assertThat(noColour.bad("no")).isEqualTo("no");
            assertThat(noColour.isTerminal()).as("bars have no colour").isTrue();
            assertThat(dumb.bad("no")).isEqualTo("no");
            assertThat(dumb.isTerminal()).as("it cannot redraw").isFalse();
        } finally {
            System.clearProperty(property);
        }
    }

    @Test
    void aBarIsFullAtTheEndAndNeverLongerThanItsWhole() {
        assertThat(Bar.of(0, 10)).isEqualTo("░░░░░░░░░░░░░░░░░░░░   0 %");
        assertThat(Bar.of(5, 10)).isEqualTo("██████████░░░░░░░░░░  50 %");
        assertThat(Bar.of(12, 10)).isEqualTo("████████████████████ 100 %");
        assertThat(Bar.of(0, 0)).as("nothing to do").endsWith(" 100 %");
    }

    @Test
    void aLineThatStaysReplacesTheOneBeingDrawn() {
        Console console = console(true);
        console.redraw("starting");
        console.line("started");

        assertThat(said()).isEqualTo("starting\r\u001b[2Kstarted\n");
    }

    private Console console(boolean terminal) {
        return new Console(new PrintStream(said, true, StandardCharsets.UTF_8), terminal, false);
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    private static JobStatusView job(JobStatus status, int progress, StageView... stages) {
        return new JobStatusView(
                "j-1",
                status,
                "Shop",
                1,
                "inventory",
                progress,
                null,
                List.of(stages),
                NOW,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                new DeletionView("scheduled", NOW),
                null,
                null);
    }
}
