package io.digitalworker.local.system;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.digitalworker.archive.ArchiveGate;
import io.digitalworker.archive.CheckedArchive;
import io.digitalworker.archive.ZipOfDirectory;
import io.digitalworker.facts.planted.Planted;
import io.digitalworker.facts.planted.PlantedSecrets;
import io.digitalworker.facts.source.Redacted;
import io.digitalworker.facts.source.SourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The example's code among files with secrets of thirty kinds, an action for each kind with a secret in its
 * body, and a feature for each kind with a secret in its description.
 */
final class PlantedShop {
    private static final long IN_FILES = 2026;
    private static final long IN_CODE = 9;
    private static final long TYPED = 77;
    private static final long IN_REVISION = 5;
    private static final String CONTROLLERS = "Nop.Plugin.Misc.GiftWrapping/Controllers/";
    private static final String ACTION =
            """
            using Microsoft.AspNetCore.Mvc;

            namespace Nop.Plugin.Misc.GiftWrapping.Controllers;

            public class %1$sKeyController : Controller
            {
                // password: %2$s
                [HttpGet("keys/%3$s")]
                public IActionResult Show%1$sConfigKey(int paperId)
                {
                    var password = "%2$s";
                    return Ok(password.Length + paperId);
                }
            }
            """;

    private final List<Planted> planted = new ArrayList<>();
    private final List<Planted> typed = new ArrayList<>();
    private final Path zip;

    /**
     * @param directory an empty one, in which the archive is put together
     * @param example of the project
     */
    PlantedShop(Path directory, Path example) throws IOException {
        Path sources = directory.resolve("sources");
        copy(example.resolve("plugin"), sources);
        plantFiles(sources);
        plantCode(sources);
        typed.addAll(oneOfEachKind(TYPED, "a description"));
        zip = directory.resolve("shop.zip");
        ZipOfDirectory.write(sources, zip);
    }

    private void plantFiles(Path sources) throws IOException {
        PlantedSecrets corpus = PlantedSecrets.of(IN_FILES);
        for (var file : corpus.files().entrySet()) {
            write(sources.resolve(file.getKey()), file.getValue());
        }
        planted.addAll(corpus.planted());
    }

    private void plantCode(Path sources) throws IOException {
        for (Planted each : oneOfEachKind(IN_CODE, CONTROLLERS)) {
            String path = CONTROLLERS + name(each.kind()) + "KeyController.cs";
            String text = ACTION.formatted(name(each.kind()), each.secret(), each.kind());
            write(sources.resolve(path), text.getBytes(UTF_8));
            planted.add(new Planted(each.kind(), path, each.secret()));
        }
    }

    private static List<Planted> oneOfEachKind(long seed, String place) {
        Set<String> kinds = new HashSet<>();
        return PlantedSecrets.of(seed).planted().stream()
                .filter(each -> kinds.add(each.kind()))
                .map(each -> new Planted(each.kind(), place, each.secret()))
                .toList();
    }

    /** {@code AwsKeyId} of {@code aws-key-id}. */
    private static String name(String kind) {
        StringBuilder name = new StringBuilder();
        for (String word : kind.split("-")) {
            name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }
        return name.toString();
    }

    byte[] archive() throws IOException {
        return Files.readAllBytes(zip);
    }

    /** Those of the archive. */
    List<Planted> planted() {
        return planted;
    }

    /** Those that redaction leaves in the archive's text; the test's process redacts for itself. */
    List<Planted> missed() throws IOException {
        try (CheckedArchive checked = (CheckedArchive) ArchiveGate.standard().open(zip)) {
            SourceTree tree = SourceTree.open(checked);
            return planted.stream().filter(each -> isOpen(tree, each)).toList();
        }
    }

    private static boolean isOpen(SourceTree tree, Planted each) {
        return tree.file(each.path()).map(f -> each.isIn(tree.text(f).text())).orElse(false);
    }

    /** Those of the descriptor. */
    List<Planted> typed() {
        return typed;
    }

    /** Others, to be typed into a revision. */
    List<Planted> inRevision() {
        return oneOfEachKind(IN_REVISION, "a revision");
    }

    /** What somebody types who gives a secret away. */
    static String says(Planted each) {
        return "The " + each.kind() + " config key is shown; staff use password: " + each.secret();
    }

    static boolean isHidden(Planted each) {
        return !each.isIn(Redacted.of(says(each)).text());
    }

    String descriptor() {
        ObjectNode descriptor = new ObjectMapper().createObjectNode();
        descriptor.put("moduleName", "Gift wrapping").put("version", "1.0");
        ArrayNode features = descriptor.putArray("features");
        for (Planted each : typed) {
            features.addObject().put("id", each.kind()).put("description", says(each));
        }
        return descriptor.toString();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                write(to.resolve(from.relativize(path).toString()), Files.readAllBytes(path));
            }
        }
    }

    private static void write(Path file, byte[] content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }
}
