package io.digitalworker.generator.inbound;

import io.digitalworker.api.Stage;
import io.digitalworker.generator.Submission;
import io.digitalworker.generator.Workbench;
import io.digitalworker.runtime.PutOff;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class GenerateLogTest {
    private static final Logger LOGGER = Logger.getLogger("io.digitalworker");
    @TempDir Path base;
    private final Lines lines = new Lines();
    private Workbench bench;

    @BeforeEach
    void open() {
        bench = new Workbench(base);
        LOGGER.setLevel(Level.INFO);
        LOGGER.addHandler(lines);
    }

    @AfterEach
    void close() {
        LOGGER.removeHandler(lines);
        LOGGER.setLevel(null);
        bench.close();
    }

    @Test
    void tellsOfEachStageHowLongItTook() throws Exception {
        Submission submission = bench.submitted();

        handle(submission);

        List<ExtLogRecord> finished =
                lines.all.stream().filter(l -> l.getMessage().equals("stage finished")).toList();
        assertThat(finished)
                .extracting(line -> line.getMdc("stage"))
                .containsExactlyElementsOf(Arrays.stream(Stage.values()).map(Stage::key).toList());
        assertThat(finished)
                .allMatch(line -> line.getMdc("jobId").equals(submission.jobId()))
                .allMatch(
                        line -> line.getMdc("requestId").equals("request-of-" + submission.jobId()))
                .allMatch(line -> Long.parseLong(line.getMdc("durationMs")) >= 0);
    }

    @Test
    void neverHoldsSourceOrDescriptor() throws Exception {
        handle(bench.submitted());
        Submission broken = bench.submitted();
        bench.objects.before(
                "store srs.md",
                () -> {
                    throw new IOException("about OpenPointsIn a city");
                });

        assertThatThrownBy(() -> handle(broken)).isInstanceOf(IOException.class);

        assertThat(lines.all.get(lines.all.size() - 1))
                .as("the last line tells what failed, and where")
                .matches(line -> line.getMessage().startsWith("failed: "))
                .matches(line -> line.getMdc("jobId").equals(broken.jobId()))
                .matches(line -> line.getMdc("stage").equals("publish"));
        assertThat(lines.all)
                .extracting(new PatternFormatter("%s %X %e")::format)
                .noneMatch(line -> line.matches("(?is).*(pickup|OpenPoints|shelf|city).*"));
    }

    private void handle(Submission submission) throws Exception {
        new GenerateQueue(
                        bench.ledger,
                        bench.generate(),
                        bench.watchdog,
                        new ArchiveBudget(1_000_000),
                        new PutOff(Clock.systemUTC(), bench.clock))
                .handle(bench.received(submission));
    }

    private static final class Lines extends Handler {
        final List<ExtLogRecord> all = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord line) {
            ExtLogRecord kept = ExtLogRecord.wrap(line);
            kept.copyAll();
            all.add(kept);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
