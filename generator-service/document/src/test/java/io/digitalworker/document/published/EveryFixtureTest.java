package io.digitalworker.document.published;

import io.digitalworker.api.Options;
import io.digitalworker.document.Sample;
import io.digitalworker.document.brief.FactNames;
import io.digitalworker.document.outline.Outline;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.verification.Verified;
import io.digitalworker.facts.fact.Fact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever the facts are tested with makes documents of which nothing is removed: features made of the
 * names of its facts link all kinds of them, in every framework. A rule of the check that does not know the
 * words of a composer, or a composer that cites too much, is seen here first.
 */
class EveryFixtureTest {
    private static final Path FIXTURES = Path.of("../facts/src/test/resources/fixtures");
    private static final List<String> TYPES = List.of("srs", "functional-spec", "tech-design");
    private static final int NAMES_OF_A_FEATURE = 12;
    private static final int FEATURES = 6;

    /** So that a change that links nothing does not pass. */
    private static final long CLAIMS = 5_000;

    @Test
    void nothingWrittenOfAnyFixtureFailsTheCheck() throws IOException {
        List<String> faults = new ArrayList<>();
        long claims = 0;
        for (Path tree : trees()) {
            Sample sample = Sample.of(tree, "Shop", features(tree));
            for (String type : TYPES) {
                Verified verified = sample.as(outline(type)).verified();
                verified.faults().forEach(f -> faults.add(FIXTURES.relativize(tree) + ": " + f));
                claims +=
                        verified.drafts().stream()
                                .flatMap(draft -> draft.sentences())
                                .filter(Sentence::isClaim)
                                .count();
            }
        }
        assertThat(faults).as("what the check found in documents of fixtures").isEmpty();
        assertThat(claims).as("claims in all of them").isGreaterThan(CLAIMS);
    }

    private static List<Path> trees() throws IOException {
        try (Stream<Path> paths = Files.walk(FIXTURES, 3)) {
            return paths.filter(path -> path.endsWith("tree")).sorted().toList();
        }
    }

    private static Outline outline(String type) {
        Options options = new Options(List.of(type), "comprehensive", null, null, null, null, null);
        return Outline.all(options).get(0);
    }

    /** The words of the names of a tree's facts, some to a feature. */
    private static String[] features(Path tree) {
        List<Fact> facts =
                Sample.of(tree, "Shop", "nothing in particular").material().facts().facts();
        List<String> names =
                facts.stream()
                        .map(FactNames::headline)
                        .distinct()
                        .map(EveryFixtureTest::words)
                        .toList();
        List<String> features = new ArrayList<>();
        for (int i = 0; i < names.size() && features.size() < FEATURES; i += NAMES_OF_A_FEATURE) {
            List<String> some = names.subList(i, Math.min(names.size(), i + NAMES_OF_A_FEATURE));
            features.add("Users work with " + String.join(", ", some));
        }
        return features.isEmpty()
                ? new String[] {"Users work with orders"}
                : features.toArray(String[]::new);
    }

    private static String words(String name) {
        return Arrays.stream(name.split("[^A-Za-z]+|(?<=[a-z])(?=[A-Z])"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
    }
}
