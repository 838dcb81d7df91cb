package io.digitalworker.facts.cases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Scores of public repositories that are not part of this one, and of copies of them that were changed
 * ({@code -Dmutations=true}): each mutation must change the code and keep the score, by a truth that is
 * adjusted only where the code means something else. Does nothing unless it is told where they are; prints
 * a table. All of it takes three minutes.
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
    Stream<DynamicTest> aMutationKeepsTheScore() throws IOException {
        if (!Boolean.getBoolean("mutations")) {
            return Stream.empty();
        }
        return truths().stream().flatMap(CasesTest::mutated);
    }

    private static Stream<DynamicTest> mutated(Truth truth) {
        try {
            Archive plain = Archive.read(truth.source());
            Stack stack = Stack.of(plain);
            return Mutations.all(stack).stream()
                    .filter(mutation -> mutation.stacks().contains(stack))
                    .map(mutation -> keepsTheScore(truth, plain, mutation));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DynamicTest keepsTheScore(Truth truth, Archive plain, Mutation mutation) {
        String name = truth.name() + ", " + mutation.name();
        return DynamicTest.dynamicTest(
                name,
                () -> {
                    Archive mutated = mutation.of(plain);
                    assertThat(same(plain, mutated)).as(name + " changes nothing").isFalse();
                    Score score = Score.of(truth, mutated.factsJson(), mutation.truth());
                    System.out.println(score.inOneLine(name));
                    Score before = Score.of(truth, plain.factsJson());
                    assertThat(score).as(name).isEqualTo(before.withPathsOf(mutation.truth()));
                });
    }

    @TestFactory
    Stream<DynamicTest> theFactsAreTheSameInAnyOrderLocaleAndTimeZone() throws IOException {
        return truths().stream()
                .filter(truth -> !truth.entities())
                .map(
                        truth ->
                                DynamicTest.dynamicTest(
                                        truth.name(), () -> sameAnywhere(truth.source())));
    }

    private static void sameAnywhere(Path source) throws IOException {
        Archive plain = Archive.read(source);
        byte[] here = plain.factsJson();
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));
            assertThat(new String(Mutations.shuffled(plain).factsJson(), UTF_8))
                    .isEqualTo(new String(here, UTF_8));
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    private static boolean same(Archive one, Archive other) {
        List<String> paths = List.copyOf(one.files().keySet());
        return paths.equals(List.copyOf(other.files().keySet()))
                && paths.stream().allMatch(p -> one.files().get(p) == other.files().get(p));
    }
}
