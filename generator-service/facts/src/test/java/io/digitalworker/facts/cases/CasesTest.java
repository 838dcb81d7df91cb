package io.digitalworker.facts.cases;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Scores of public repositories that are not part of this one. Does nothing unless it is told where they
 * are; prints a table:
 *
 * <pre>
 * mvn -B -ntp -q test -pl generator-service/facts -am -Dsurefire.failIfNoSpecifiedTests=false \
 *     -Dtest=CasesTest -Dcases=DIRECTORY -Dtruth=DIRECTORY [-Dcase=NAME] [-Dmutations=true]
 * </pre>
 *
 * {@code cases} has a ZIP or a directory for each; {@code truth} has {@code NAME.endpoints.txt}, {@code
 * NAME.entities.txt} and {@code score.py}.
 */
class CasesTest {
    private static final String CASES = System.getProperty("cases", "");
    private static final String TRUTH = System.getProperty("truth", "");
    private static final String ONE = System.getProperty("case", "");

    private static List<Truth> truths() throws IOException {
        if (CASES.isEmpty() || TRUTH.isEmpty()) {
            return List.of();
        }
        return Truth.all(Path.of(TRUTH), Path.of(CASES)).stream()
                .filter(truth -> truth.name().startsWith(ONE))
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> theTableOfScores() throws IOException {
        List<Truth> truths = truths();
        return truths.isEmpty()
                ? Stream.empty()
                : Stream.of(DynamicTest.dynamicTest("scores", () -> table(truths)));
    }

    private static void table(List<Truth> truths) throws Exception {
        StringBuilder table = new StringBuilder("\n");
        for (boolean entities : new boolean[] {false, true}) {
            List<Score> scores = new ArrayList<>();
            for (Truth truth : truths.stream().filter(t -> t.entities() == entities).toList()) {
                Score score = Score.of(truth, Archive.read(truth.source()).factsJson());
                scores.add(score);
                table.append(score.inOneLine(truth.name())).append('\n');
                score.misses().forEach(miss -> table.append("    - ").append(miss).append('\n'));
                score.extras().forEach(extra -> table.append("    + ").append(extra).append('\n'));
            }
            table.append(average(entities ? "entities" : "endpoints", scores));
        }
        System.out.println(table);
    }

    private static String average(String kind, List<Score> scores) {
        return String.format(
                Locale.ROOT,
                "%-44s recall %.3f  precision %.3f%n%n",
                kind + ", average of " + scores.size(),
                scores.stream().mapToDouble(Score::recall).average().orElse(0),
                scores.stream().mapToDouble(Score::precision).average().orElse(0));
    }

    @TestFactory
    Stream<DynamicTest> aMutationThatKeepsTheMeaningKeepsTheScore() throws IOException {
        if (!Boolean.getBoolean("mutations")) {
            return Stream.empty();
        }
        return truths().stream()
                .flatMap(
                        truth ->
                                Mutations.all().entrySet().stream()
                                        .map(mutation -> keepsTheScore(truth, mutation)));
    }

    private static DynamicTest keepsTheScore(
            Truth truth, Map.Entry<String, Mutations.Mutation> mutation) {
        String name = truth.name() + ", " + mutation.getKey();
        return DynamicTest.dynamicTest(
                name,
                () -> {
                    Archive plain = Archive.read(truth.source());
                    Archive mutated = mutation.getValue().of(plain);
                    if (same(plain, mutated)) {
                        System.out.println(name + ": there is nothing to mutate");
                        return;
                    }
                    Score score = Score.of(truth, mutated.factsJson());
                    System.out.println(score.inOneLine(name));
                    assertThat(score).as(name).isEqualTo(Score.of(truth, plain.factsJson()));
                });
    }

    private static boolean same(Archive one, Archive other) {
        List<String> paths = List.copyOf(one.files().keySet());
        return paths.equals(List.copyOf(other.files().keySet()))
                && paths.stream().allMatch(p -> one.files().get(p) == other.files().get(p));
    }
}
