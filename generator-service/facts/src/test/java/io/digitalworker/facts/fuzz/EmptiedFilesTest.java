package io.digitalworker.facts.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every file of every fixture in turn with nothing in it: frameworks that go by a file's name and place
 * must not take its text for granted. The fuzz test comes to each of these only by chance.
 */
class EmptiedFilesTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\uFEFF", "{}"})
    void aFixtureWithOneFileEmptiedIsReadAllTheSame(String rest) throws IOException {
        List<String> faults = new ArrayList<>();
        for (Map<String, byte[]> tree : FactsFuzzTest.trees()) {
            for (String path : tree.keySet()) {
                Map<String, byte[]> emptied = new LinkedHashMap<>(tree);
                emptied.put(path, rest.getBytes(StandardCharsets.UTF_8));
                Optional<String> fault = Reading.fault(emptied, LIMIT);
                fault.ifPresent(f -> faults.add(path + " of " + tree.keySet() + ": " + f));
            }
        }
        assertThat(faults).as("faults with a file that holds only \"%s\"", rest).isEmpty();
    }
}
