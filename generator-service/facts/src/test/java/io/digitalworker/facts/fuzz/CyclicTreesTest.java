package io.digitalworker.facts.fuzz;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Trees whose names lead back to themselves, many times over: following them costs as much as is
 * written, not as many ways as there are. A way that is followed as often as it can be reached would
 * have no end within the time limit.
 */
class CyclicTreesTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    @TestFactory
    Stream<DynamicTest> modulesOfPython() {
        return tests(CyclicPython.trees());
    }

    @TestFactory
    Stream<DynamicTest> modulesOfScripts() {
        return tests(CyclicScripts.trees());
    }

    @TestFactory
    Stream<DynamicTest> typesOfDotnet() {
        return tests(CyclicDotnet.trees());
    }

    @TestFactory
    Stream<DynamicTest> typesOfJava() {
        return tests(CyclicJava.trees());
    }

    @TestFactory
    Stream<DynamicTest> declaredTrees() {
        return tests(CyclicDeclarations.trees());
    }

    private static Stream<DynamicTest> tests(Map<String, Map<String, String>> trees) {
        return trees.entrySet().stream()
                .map(tree -> DynamicTest.dynamicTest(tree.getKey(), () -> read(tree.getValue())));
    }

    private static void read(Map<String, String> texts) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        texts.forEach((path, text) -> files.put(path, text.getBytes(StandardCharsets.UTF_8)));
        assertThat(Reading.fault(files, LIMIT)).isEmpty();
    }
}
