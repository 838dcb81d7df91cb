package io.digitalworker.facts.planted;

import io.digitalworker.facts.Facts;
import io.digitalworker.facts.FactsJson;
import io.digitalworker.facts.Trees;
import io.digitalworker.facts.inventory.Inventory;
import io.digitalworker.facts.source.SourceTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class PlantedSecretsTest {
    private static final double FOUND = 0.95;
    private final PlantedSecrets corpus = PlantedSecrets.of(20_26);
    private final SourceTree tree = Trees.zipped(corpus.files());

    @Test
    void findsNearlyAllOfMoreThanTwentyKinds() {
        Map<String, int[]> byKind = new TreeMap<>();
        List<Planted> missed = new ArrayList<>();
        for (Planted each : corpus.planted()) {
            int[] counts = byKind.computeIfAbsent(each.kind(), kind -> new int[2]);
            boolean out = each.isIn(text(each.path()));
            counts[0] += out ? 0 : 1;
            counts[1]++;
            if (out) {
                missed.add(each);
            }
        }
        print(byKind, missed);
        assertThat(byKind).as("kinds").hasSizeGreaterThanOrEqualTo(20);
        assertThat(corpus.planted()).as("secrets").hasSizeGreaterThanOrEqualTo(200);
        assertThat(1 - (double) missed.size() / corpus.planted().size())
                .as("share found; missed: " + missed)
                .isGreaterThanOrEqualTo(FOUND);
    }

    private String text(String path) {
        return tree.file(path).map(file -> tree.text(file).text()).orElse("");
    }

    private static void print(Map<String, int[]> byKind, List<Planted> missed) {
        StringBuilder table = new StringBuilder("\n");
        byKind.forEach(
                (kind, counts) ->
                        table.append(
                                String.format(
                                        Locale.ROOT,
                                        "%-20s %3d of %3d%n",
                                        kind,
                                        counts[0],
                                        counts[1])));
        int all = byKind.values().stream().mapToInt(counts -> counts[1]).sum();
        int found = all - missed.size();
        table.append(
                String.format(
                        Locale.ROOT,
                        "%-20s %3d of %3d (%.1f %%)%n",
                        "all",
                        found,
                        all,
                        100.0 * found / all));
        missed.forEach(each -> table.append("missed: ").append(each).append('\n'));
        System.out.println(table);
    }

    @Test
    void whatIsFoundIsInNoFact() {
        Facts facts = Facts.of("0".repeat(64), tree, Inventory.of(tree));
        String json = new String(FactsJson.write(facts), UTF_8);
        List<Planted> found =
                corpus.planted().stream().filter(each -> !each.isIn(text(each.path()))).toList();
        assertThat(found.stream().filter(each -> each.isIn(json)).collect(Collectors.toList()))
                .as("found secrets that facts.json tells")
                .isEmpty();
        assertThat(json).as("facts told of places with secrets").contains("********");
    }

    @Test
    void filesKeepTheirLengthAndTheirLines() {
        corpus.files()
                .forEach(
                        (path, bytes) ->
                                tree.file(path)
                                        .ifPresent(
                                                file ->
                                                        assertThat(tree.text(file).text())
                                                                .as(path)
                                                                .hasSameSizeAs(
                                                                        new String(bytes, UTF_8))
                                                                .hasLineCount(file.lines())));
    }

    @Test
    void allThatIsWithheldIsCountedByRule() {
        long files =
                Inventory.of(tree).excluded().stream()
                        .filter(each -> each.reason().equals("secrets"))
                        .mapToLong(Inventory.ExcludedCount::files)
                        .sum();
        int counted =
                tree.redacted().entrySet().stream()
                        .filter(each -> each.getKey().startsWith("withheld-"))
                        .mapToInt(Map.Entry::getValue)
                        .sum();
        assertThat(files).isPositive().isEqualTo(counted);
    }
}
