package io.digitalworker.facts.fuzz;

import io.digitalworker.facts.fixture.Fixture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.fail;

/**
 * Damages the fixtures over and over: whatever comes out, facts are taken of it. {@code -Dfuzz.seconds}
 * says how long (5). The seeds are counted from {@code -Dfuzz.first}, which is the same by default, so
 * that a failure comes from a change and not by chance; another one looks for what nobody has met yet.
 * {@code -Dfuzz.seed} repeats what a failure printed.
 */
class FactsFuzzTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Duration ONE_MORE_TRY = Duration.ofSeconds(5);
    private static final int TRIES = 400;
    private static final long FIRST_SEED = 2_057_500_000L;

    @Test
    void nothingThatAFileHoldsMakesFactsFailOrHang() throws IOException {
        List<Map<String, byte[]>> trees = trees();
        String told = System.getProperty("fuzz.seed", "");
        if (!told.isEmpty()) {
            check(trees, Long.parseLong(told));
            return;
        }
        long first = Long.getLong("fuzz.first", FIRST_SEED);
        long end =
                System.nanoTime()
                        + Duration.ofSeconds(Integer.getInteger("fuzz.seconds", 5)).toNanos();
        long runs = 0;
        while (System.nanoTime() < end) {
            check(trees, first + runs++);
        }
        System.out.println("fuzz: " + runs + " trees, seeds from " + first);
    }

    /** Each fixture, and the sources of the other tests. */
    static List<Map<String, byte[]>> trees() throws IOException {
        List<Map<String, byte[]>> trees = new ArrayList<>();
        for (Fixture fixture : Fixture.all()) {
            trees.add(files(fixture.tree()));
        }
        trees.add(files(Path.of("src/test/resources/sources")));
        return trees;
    }

    private static Map<String, byte[]> files(Path directory) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path file : paths.filter(Files::isRegularFile).sorted().toList()) {
                String path = directory.relativize(file).toString().replace('\\', '/');
                files.put(path, Files.readAllBytes(file));
            }
        }
        return files;
    }

    private static void check(List<Map<String, byte[]>> trees, long seed) {
        Map<String, byte[]> tree = trees.get((int) (seed % trees.size()));
        Map<String, byte[]> files = new Mutator(seed).mutated(tree);
        Optional<String> fault = Reading.fault(files, LIMIT);
        if (fault.isPresent()) {
            Map<String, byte[]> small = minimised(files, fault.get());
            fail("-Dfuzz.seed=%d: %s%n%s", seed, fault.get(), shown(small));
        }
    }

    /** Leaves out files, then halves, quarters and so on of each, as long as the same fault is left. */
    private static Map<String, byte[]> minimised(Map<String, byte[]> files, String fault) {
        Map<String, byte[]> least = new LinkedHashMap<>(files);
        int tries = fault.startsWith("it took") ? 12 : TRIES;
        for (String path : files.keySet()) {
            Map<String, byte[]> without = new LinkedHashMap<>(least);
            without.remove(path);
            if (tries-- > 0 && !without.isEmpty() && same(without, fault)) {
                least = without;
            }
        }
        for (String path : List.copyOf(least.keySet())) {
            for (int parts = 2; parts <= 256 && tries > 0; parts *= 2) {
                for (int part = parts - 1; part >= 0 && tries-- > 0; part--) {
                    Map<String, byte[]> shorter = new LinkedHashMap<>(least);
                    shorter.put(path, without(least.get(path), part, parts));
                    if (same(shorter, fault)) {
                        least = shorter;
                    }
                }
            }
        }
        return least;
    }

    private static byte[] without(byte[] bytes, int part, int parts) {
        int from = (int) ((long) bytes.length * part / parts);
        int to = (int) ((long) bytes.length * (part + 1) / parts);
        byte[] rest = new byte[bytes.length - (to - from)];
        System.arraycopy(bytes, 0, rest, 0, from);
        System.arraycopy(bytes, to, rest, from, bytes.length - to);
        return rest;
    }

    private static boolean same(Map<String, byte[]> files, String fault) {
        return Reading.fault(files, ONE_MORE_TRY)
                .filter(f -> firstLines(f).equals(firstLines(fault)))
                .isPresent();
    }

    /** Without the numbers that a message may hold: the kind of fault, and where it was thrown. */
    private static String firstLines(String fault) {
        String[] lines = fault.split("\n", 3);
        String kind = lines[0].replaceAll("[ :].*", "");
        return lines.length > 1 ? kind + lines[1] : kind;
    }

    private static String shown(Map<String, byte[]> files) {
        StringBuilder text = new StringBuilder();
        files.forEach(
                (path, bytes) ->
                        text.append("--- ")
                                .append(path)
                                .append('\n')
                                .append(visible(new String(bytes, StandardCharsets.UTF_8)))
                                .append('\n'));
        return text.length() > 6_000 ? text.substring(0, 6_000) + "…" : text.toString();
    }

    private static String visible(String text) {
        return text.replace("\0", "\\0").replace("\r", "\\r").replace("\uFEFF", "\\uFEFF");
    }
}
