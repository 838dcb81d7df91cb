package io.digitalworker.facts;

import io.digitalworker.facts.budget.TimeBudget;
import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.Mark;
import io.digitalworker.facts.fact.Unresolved;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.Framework;
import io.digitalworker.facts.inventory.Inventory;
import io.digitalworker.facts.source.SourceTree;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Timeout(30)
class ExtractionTest {
    private final SourceTree tree =
            Trees.of(Map.of("A.cs", code("A"), "Odd.cs", code("Odd"), "Z.cs", code("Z")));
    private final AtomicLong now = new AtomicLong();

    /** Finds a mark for each file; what it does at Odd.cs is up to the test. */
    private record Marks(Runnable atOdd) implements Framework {
        @Override
        public void extract(CodeBase code, Findings findings) {
            for (CodeFile file : code.files()) {
                file.tokens();
                if (file.path().equals("Odd.cs")) {
                    atOdd.run();
                }
                findings.add(
                        new Mark(
                                "lock",
                                file.path(),
                                Confidence.LITERAL,
                                code.tree().evidence(file.file(), 1, 1)));
            }
        }
    }

    private static byte[] code(String name) {
        return ("class " + name + " {}\n").getBytes(StandardCharsets.UTF_8);
    }

    @BeforeEach
    void faultsAreRecorded() {
        System.clearProperty(Extraction.STRICT);
    }

    @AfterEach
    void faultsAreThrownAgain() {
        System.setProperty(Extraction.STRICT, "true");
    }

    private Facts facts(Framework... frameworks) {
        Duration minute = Duration.ofMinutes(1);
        TimeBudget budget = new TimeBudget(minute, minute, now::get);
        return Facts.of("0".repeat(64), tree, Inventory.of(tree), List.of(frameworks), budget);
    }

    private static void fail() {
        throw new IllegalStateException("with text of the source");
    }

    @Test
    void aFaultCostsTheFileAndNotTheFacts() {
        Facts facts = facts(new Marks(ExtractionTest::fail));
        assertThat(facts.all(Mark.class)).extracting(Mark::subject).containsExactly("A.cs", "Z.cs");
        assertThat(facts.unresolved())
                .containsExactly(
                        new Unresolved(
                                "framework",
                                "Marks",
                                "fails with IllegalStateException",
                                tree.evidence(tree.file("Odd.cs").orElseThrow(), 1, 1)));
    }

    @Test
    void aFaultAtNoFileIsRecordedAndDoesNotEndTheOthers() {
        Facts facts = facts((code, findings) -> fail(), new Marks(() -> {}));
        assertThat(facts.all(Mark.class)).hasSize(3);
        assertThat(facts.unresolved())
                .singleElement()
                .matches(u -> u.kind().equals("framework") && !u.reason().contains("source"));
    }

    @Test
    void endlessRecursionIsAFaultToo() {
        assertThat(facts(new Marks(ExtractionTest::recurse)).all(Mark.class)).hasSize(2);
    }

    private static void recurse() {
        recurse();
    }

    @Test
    void whatRunsOverItsTimeBudgetIsPassedOver() {
        CountDownLatch never = new CountDownLatch(1);
        Facts facts =
                facts(
                        new Marks(
                                () -> {
                                    now.addAndGet(Duration.ofMinutes(2).toNanos());
                                    hang(never);
                                }));
        assertThat(facts.all(Mark.class)).extracting(Mark::subject).containsExactly("A.cs", "Z.cs");
        assertThat(facts.unresolved())
                .singleElement()
                .matches(u -> u.kind().equals("file") && u.reason().equals("over its time budget"))
                .matches(u -> u.evidence().path().equals("Odd.cs"));
    }

    private static void hang(CountDownLatch never) {
        try {
            never.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aFrameworkThatFailsAtEveryFileIsGivenUp() {
        Framework failing =
                (code, findings) ->
                        code.files().stream()
                                .findFirst()
                                .map(CodeFile::tokens)
                                .ifPresent(t -> fail());
        assertThat(facts(failing).unresolved()).hasSize(3);
    }

    @Test
    void testsAreToldOfAFault() {
        System.setProperty(Extraction.STRICT, "true");
        assertThatThrownBy(() -> facts(new Marks(ExtractionTest::fail)))
                .hasStackTraceContaining("with text of the source");
    }
}
