package io.digitalworker.facts.source;

import io.digitalworker.facts.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the rules hide in code that holds no secrets, or only such as its authors publish. Prints it by rule;
 * {@code -Dalarms=true} also the lines. Public repositories are read if it is told where they are:
 *
 * <pre>
 * mvn -B -ntp -q test -pl generator-service/facts -am -Dsurefire.failIfNoSpecifiedTests=false \
 *     -Dtest=FalseAlarmsTest -Dcases=DIRECTORY [-Dalarms=true]
 * </pre>
 */
class FalseAlarmsTest {
    private static final Path FIXTURES = Path.of("src/test/resources/fixtures");
    private static final String CASES = System.getProperty("cases", "");

    @Test
    void hidesNextToNothingInOurFixtures() throws IOException {
        Alarms alarms = Alarms.in(FIXTURES);
        System.out.println(alarms.table("fixtures"));
        assertThat(alarms.perTenThousandLines())
                .as("lines hidden of 10,000; " + alarms.lines())
                .isLessThanOrEqualTo(10);
    }

    @TestFactory
    Stream<DynamicTest> theTableOfAlarms() throws IOException {
        if (CASES.isEmpty()) {
            return Stream.empty();
        }
        try (Stream<Path> cases = Files.list(Path.of(CASES))) {
            return cases.filter(Files::isDirectory).sorted().toList().stream()
                    .map(
                            directory ->
                                    DynamicTest.dynamicTest(
                                            directory.getFileName().toString(),
                                            () -> print(directory)));
        }
    }

    private static void print(Path directory) throws IOException {
        System.out.println(Alarms.in(directory).table(directory.getFileName().toString()));
    }

    /** Redacted lines of a tree. */
    private record Alarms(long allLines, Map<String, Integer> byRule, List<String> lines) {
        static Alarms in(Path directory) throws IOException {
            SourceTree tree = Trees.of(directory);
            List<String> lines = new ArrayList<>();
            long all = 0;
            for (SourceFile file : tree.files()) {
                all += file.lines();
                Optional<String> plain =
                        Decoding.text(Files.readAllBytes(directory.resolve(file.path())));
                compare(file, plain.orElseThrow(), tree.text(file), lines);
            }
            return new Alarms(all, new TreeMap<>(tree.redacted()), lines);
        }

        private static void compare(
                SourceFile file, String plain, SourceText redacted, List<String> lines) {
            SourceText before = new SourceText(plain);
            for (int line = 1; line <= file.lines(); line++) {
                if (!before.line(line).equals(redacted.line(line))) {
                    lines.add(file.path() + ":" + line + ": " + redacted.line(line).strip());
                }
            }
        }

        double perTenThousandLines() {
            return 10_000.0 * lines.size() / Math.max(1, allLines);
        }

        String table(String name) {
            StringBuilder table = new StringBuilder();
            table.append(
                    String.format(
                            Locale.ROOT,
                            "%n%s: %,d of %,d lines hidden, %.1f of 10,000%n",
                            name,
                            lines.size(),
                            allLines,
                            perTenThousandLines()));
            byRule.forEach(
                    (rule, count) ->
                            table.append(String.format(Locale.ROOT, "  %-26s %6d%n", rule, count)));
            if (Boolean.getBoolean("alarms")) {
                lines.forEach(line -> table.append("    ").append(line).append('\n'));
            }
            return table.toString();
        }
    }
}
