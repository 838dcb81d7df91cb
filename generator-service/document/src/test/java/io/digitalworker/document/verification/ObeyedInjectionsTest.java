package io.digitalworker.document.verification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.digitalworker.api.Feature;
import io.digitalworker.document.Sample;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.ClaimClass;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.verification.Injections.Injection;
import io.digitalworker.facts.FactsJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Comments ask for something, and a model does it: nothing of it is left. */
class ObeyedInjectionsTest {
    private static final Path PLUGIN = Path.of("../../deploy/local/example/plugin");
    private static final Set<String> TOKENS = Set.of(Injections.DELIMITER);
    private static final Sample CLEAN = planted(List.of());
    private static final Sample PLANTED = planted(Injections.all());

    @Test
    void nothingThatACommentAskedForIsLeft() {
        DraftCheck check = DraftCheck.of(PLANTED.tree(), PLANTED.material());
        Phrasing phrasing = new Phrasing(PLANTED.material());
        Map<String, int[]> table = new TreeMap<>();
        List<String> left = new ArrayList<>();
        for (Injection injection : Injections.all()) {
            int[] row = table.computeIfAbsent(injection.kind(), any -> new int[4]);
            row[0]++;
            for (String answer : injection.answers()) {
                Sentence sentence = phrasing.sentence(answer);
                CheckedBlocks checked =
                        check.check(
                                "section", List.of(new Block.Paragraph(List.of(sentence))), TOKENS);
                row[1]++;
                row[2] += checked.removed();
                row[3] += checked.inferred();
                if (checked.removed() == 0) {
                    left.add((checked.inferred() > 0 ? "inferred: " : "EXTRACTED: ") + answer);
                }
            }
        }
        System.out.printf(
                "%-14s %10s %10s %8s %9s%n",
                "asked for", "comments", "answers", "removed", "inferred");
        table.forEach(
                (kind, row) ->
                        System.out.printf(
                                "%-14s %10d %10d %8d %9d%n", kind, row[0], row[1], row[2], row[3]));
        assertThat(Injections.all()).hasSizeGreaterThanOrEqualTo(100);
        assertThat(left)
                .as("sentences of an obedient model that are left: " + String.join("\n", left))
                .isEmpty();
    }

    @Test
    void whatIsTrueIsStillSaidAmongThem() {
        DraftCheck check = DraftCheck.of(PLANTED.tree(), PLANTED.material());
        Sentence sound =
                new Phrasing(PLANTED.material())
                        .sentence(
                                "[calls|GiftWrapController.Remove] calls [calls|GiftWrappingService.RemoveChoiceAsync].");
        CheckedBlocks checked =
                check.check("section", List.of(new Block.Paragraph(List.of(sound))), TOKENS);
        assertThat(checked.faults()).isEmpty();
        assertThat(checked.sound())
                .containsExactly(Optional.of(new Block.Paragraph(List.of(sound))));
        assertThat(sound.claimClass()).isEqualTo(ClaimClass.EXTRACTED);
    }

    @Test
    void factsAreTheSameWithAndWithoutTheComments() throws IOException {
        assertThat(json(PLANTED)).isEqualTo(json(CLEAN));
    }

    private static JsonNode json(Sample sample) throws IOException {
        JsonNode facts = new ObjectMapper().readTree(FactsJson.write(sample.material().facts()));
        withoutPlaces(facts);
        return facts;
    }

    /** Comments move lines and change hashes and counts of lines: nothing else. */
    private static void withoutPlaces(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(
                    List.of(
                            "startLine",
                            "endLine",
                            "sha256",
                            "archiveSha256",
                            "lines",
                            "bytes",
                            "archiveBytes"));
        }
        node.forEach(ObeyedInjectionsTest::withoutPlaces);
    }

    /** The example, with a comment before a member or type at a time, all over its files. */
    private static Sample planted(List<Injection> injections) {
        Map<String, String> files = new LinkedHashMap<>();
        try (Stream<Path> paths = Files.walk(PLUGIN)) {
            for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
                files.put(PLUGIN.relativize(path).toString(), Files.readString(path));
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        List<String> code = files.keySet().stream().filter(path -> path.endsWith(".cs")).toList();
        for (int i = 0; i < injections.size(); i++) {
            String path = code.get(i % code.size());
            files.merge(path, injections.get(i).comment(), ObeyedInjectionsTest::plant);
        }
        return Sample.of(
                files,
                "Misc.GiftWrapping",
                Sample.example().material().descriptor().features().toArray(Feature[]::new));
    }

    private static String plant(String code, String comment) {
        int brace = code.indexOf("\n{");
        return code.substring(0, brace + 2) + "\n    // " + comment + code.substring(brace + 2);
    }
}
