package io.digitalworker.facts.declaration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.declaration.Declared.Sort;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What universal-ctags says of TypeScript, JavaScript and Python. */
final class ScriptTags {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Sort> SORTS =
            Map.ofEntries(
                    Map.entry("class", Sort.TYPE),
                    Map.entry("interface", Sort.TYPE),
                    Map.entry("enum", Sort.TYPE),
                    Map.entry("alias", Sort.TYPE),
                    Map.entry("function", Sort.CALLABLE),
                    Map.entry("generator", Sort.CALLABLE),
                    Map.entry("method", Sort.CALLABLE),
                    Map.entry("getter", Sort.CALLABLE),
                    Map.entry("setter", Sort.CALLABLE),
                    Map.entry("member", Sort.CALLABLE),
                    Map.entry("field", Sort.VALUE),
                    Map.entry("property", Sort.VALUE),
                    Map.entry("constant", Sort.VALUE),
                    Map.entry("variable", Sort.VALUE),
                    Map.entry("enumerator", Sort.VALUE));

    private ScriptTags() {}

    /**
     * A tag.
     *
     * @param kind as ctags calls it
     * @param scope what it is in, as a dotted name; empty outside everything
     */
    record Tag(Declared declared, String kind, String scope, String scopeKind) {}

    static List<Tag> of(List<CodeFile> files) throws IOException {
        Path directory = Files.createTempDirectory("ctags");
        try {
            return tags(directory, files);
        } finally {
            delete(directory);
        }
    }

    private static List<Tag> tags(Path directory, List<CodeFile> files) throws IOException {
        List<String> names = new ArrayList<>();
        for (CodeFile file : files) {
            String path = file.path();
            String suffix = path.substring(path.lastIndexOf('.') + 1);
            Files.writeString(directory.resolve(names.size() + "." + suffix), file.text());
            names.add(path);
        }
        Process ctags =
                new ProcessBuilder(
                                "ctags",
                                "--output-format=json",
                                "--fields=NFnKsZ",
                                "--languages=JavaScript,TypeScript,Python",
                                "--map-TypeScript=+.tsx",
                                "--map-TypeScript=+.mts",
                                "--map-JavaScript=+.cjs",
                                "-R",
                                "-f",
                                "-")
                        .directory(directory.toFile())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        List<Tag> tags = new ArrayList<>();
        try (BufferedReader reader = ctags.inputReader()) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                JsonNode tag = JSON.readTree(line);
                Sort sort = SORTS.get(tag.path("kind").asText());
                if (sort != null) {
                    tags.add(tag(names, tag, sort));
                }
            }
        }
        return tags;
    }

    private static Tag tag(List<String> names, JsonNode tag, Sort sort) {
        String file = Path.of(tag.path("path").asText()).getFileName().toString();
        String path = names.get(Integer.parseInt(file.substring(0, file.indexOf('.'))));
        int line = tag.path("line").asInt();
        return new Tag(
                new Declared(path, line, line, sort, tag.path("name").asText()),
                tag.path("kind").asText(),
                tag.path("scope").asText(),
                tag.path("scopeKind").asText());
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
