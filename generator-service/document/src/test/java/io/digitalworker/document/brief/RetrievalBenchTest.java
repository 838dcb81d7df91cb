package io.digitalworker.document.brief;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.digitalworker.api.Descriptor;
import io.digitalworker.api.Feature;
import io.digitalworker.archive.ArchiveGate;
import io.digitalworker.archive.CheckedArchive;
import io.digitalworker.facts.Facts;
import io.digitalworker.facts.inventory.Inventory;
import io.digitalworker.facts.source.Language;
import io.digitalworker.facts.source.SourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Retrieval against BM25 over whole files, in one run over the same C# files; the table stands in
 * docs/retrieval.md. Does nothing unless it is told where the cases are: {@code nop2017.zip} and {@code
 * nop47.zip} in one directory, {@code retrieval/} with titles and paths in the other.
 *
 * <pre>
 * mvn -B -ntp -q test -pl generator-service/document -am -Dsurefire.failIfNoSpecifiedTests=false \
 *     -Dtest=RetrievalBenchTest -Dcases=DIRECTORY -Dtruth=DIRECTORY
 * </pre>
 */
class RetrievalBenchTest {
    private static final String CASES = System.getProperty("cases", "");
    private static final String TRUTH = System.getProperty("truth", "");
    private static final int DEEP = 200;

    /** A question with the files that answer it. */
    private record Sought(String text, Set<String> paths) {}

    @TestFactory
    Stream<DynamicTest> findsMoreThanBm25OverWholeFiles() {
        if (CASES.isEmpty() || TRUTH.isEmpty()) {
            return Stream.empty();
        }
        return Stream.of(
                DynamicTest.dynamicTest("titles of issues", RetrievalBenchTest::titles),
                DynamicTest.dynamicTest("product reviews", RetrievalBenchTest::reviews));
    }

    private static void titles() throws IOException {
        List<Sought> all = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of(TRUTH, "retrieval/nop-retrieval.jsonl"))) {
            JsonNode each = new ObjectMapper().readTree(line);
            Set<String> paths = new HashSet<>();
            each.get("paths").forEach(path -> paths.add(path.asText()));
            all.add(new Sought(each.get("title").asText(), paths));
        }
        List<Feature> features = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            features.add(new Feature("I" + i, all.get(i).text()));
        }
        SourceTree tree = tree("nop2017.zip");
        List<List<String>> ours = new ArrayList<>();
        List<List<String>> plain = new ArrayList<>();
        try (Retrieval retrieval = over(tree, "-", features);
                WholeFiles files = new WholeFiles(tree, f -> f.language() == Language.CSHARP)) {
            for (Feature feature : features) {
                ours.add(code(retrieval.files(feature, "", DEEP)));
                plain.add(files.files(feature.description(), DEEP));
            }
        }
        compare("titles of issues", all, ours, plain);
    }

    private static void reviews() throws IOException {
        byte[] json = Files.readAllBytes(Path.of(TRUTH, "retrieval/product-reviews.json"));
        Descriptor descriptor = new ObjectMapper().readValue(json, Descriptor.class);
        Set<String> paths = new HashSet<>();
        for (String line :
                Files.readAllLines(Path.of(TRUTH, "retrieval/product-reviews.evidence.txt"))) {
            if (!line.isBlank() && !line.startsWith("#")) {
                // the tree at hand is the folder src of the one that the paths were written for
                paths.add(line.strip().replaceFirst("^src/", ""));
            }
        }
        String module = Objects.requireNonNull(descriptor.moduleName(), "moduleName");
        StringBuilder text = new StringBuilder(module);
        descriptor.features().forEach(each -> text.append('\n').append(each.description()));
        SourceTree tree = tree("nop47.zip");
        try (Retrieval retrieval = over(tree, module, descriptor.features());
                WholeFiles files = new WholeFiles(tree, f -> f.language() == Language.CSHARP)) {
            List<String> ours = code(retrieval.files(descriptor.features(), module, DEEP));
            compare(
                    "product reviews",
                    List.of(new Sought(text.toString(), paths)),
                    List.of(ours),
                    List.of(files.files(text.toString(), DEEP)));
        }
    }

    private static List<String> code(List<String> paths) {
        return paths.stream().filter(path -> path.endsWith(".cs")).toList();
    }

    private static SourceTree tree(String name) throws IOException {
        try (CheckedArchive archive =
                (CheckedArchive) ArchiveGate.standard().open(Path.of(CASES, name))) {
            return SourceTree.open(archive);
        }
    }

    private static Retrieval over(SourceTree tree, String module, List<Feature> features) {
        Facts facts = Facts.of("0".repeat(64), tree, Inventory.of(tree));
        return Retrieval.over(
                tree,
                facts,
                new Descriptor(module, features, "1", List.of(), List.of(), List.of()));
    }

    private static void compare(
            String name, List<Sought> all, List<List<String>> ours, List<List<String>> plain) {
        Map<String, Double> own = figures(all, ours);
        Map<String, Double> other = figures(all, plain);
        System.out.printf(
                Locale.ROOT,
                "%n%s (%d): BM25 over whole files %s%n%s retrieval %s%n",
                name,
                all.size(),
                line(other),
                " ".repeat(name.length()),
                line(own));
        for (String figure : List.of("recall@20", "any@10")) {
            double least = Objects.requireNonNull(other.get(figure));
            if (least < 1) {
                assertThat(own.get(figure)).as(name + ", " + figure).isGreaterThan(least);
            }
        }
    }

    private static String line(Map<String, Double> figures) {
        StringBuilder line = new StringBuilder();
        for (String name : List.of("recall@5", "recall@10", "recall@20", "any@10", "mrr")) {
            line.append(String.format(Locale.ROOT, " %s %.3f", name, figures.get(name)));
        }
        return line.toString();
    }

    private static Map<String, Double> figures(List<Sought> all, List<List<String>> ranked) {
        Map<String, Double> figures = new HashMap<>();
        for (int i = 0; i < all.size(); i++) {
            Set<String> paths = all.get(i).paths();
            List<String> found = ranked.get(i);
            double share = 1.0 / all.size();
            for (int k : new int[] {5, 10, 20}) {
                long hits = found.stream().limit(k).filter(paths::contains).count();
                figures.merge("recall@" + k, share * hits / paths.size(), Double::sum);
                figures.merge("any@" + k, hits > 0 ? share : 0, Double::sum);
            }
            int first = 0;
            while (first < found.size() && !paths.contains(found.get(first))) {
                first++;
            }
            figures.merge("mrr", first < found.size() ? share / (first + 1) : 0, Double::sum);
        }
        return figures;
    }
}
