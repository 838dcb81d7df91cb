package io.digitalworker.facts.declaration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.digitalworker.facts.code.CodeFile;
import io.digitalworker.facts.declaration.Declared.Sort;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Universal ctags, if there is one on the path. */
final class Ctags implements Oracle {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Sort> SORTS =
            Map.ofEntries(
                    Map.entry("class", Sort.TYPE),
                    Map.entry("interface", Sort.TYPE),
                    Map.entry("struct", Sort.TYPE),
                    Map.entry("enum", Sort.TYPE),
                    Map.entry("typedef", Sort.TYPE),
                    Map.entry("annotation", Sort.TYPE),
                    Map.entry("method", Sort.CALLABLE),
                    Map.entry("field", Sort.VALUE),
                    Map.entry("property", Sort.VALUE),
                    Map.entry("event", Sort.VALUE),
                    Map.entry("enumerator", Sort.VALUE),
                    Map.entry("enumConstant", Sort.VALUE));

    @Override
    public String title() {
        return "universal-ctags";
    }

    @Override
    public boolean present() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, "ctags")));
    }

    @Override
    public boolean strict() {
        return false;
    }

    @Override
    public Opinion on(List<CodeFile> files) {
        try {
            Path directory = Files.createTempDirectory("ctags");
            try {
                return new Opinion(claims(directory, files), Set.of());
            } finally {
                delete(directory);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Declared> claims(Path directory, List<CodeFile> files) throws IOException {
        List<String> names = new ArrayList<>();
        for (CodeFile file : files) {
            String suffix = file.path().endsWith(".java") ? ".java" : ".cs";
            Files.writeString(directory.resolve(names.size() + suffix), file.text());
            names.add(file.path());
        }
        Process ctags =
                new ProcessBuilder(
                                "ctags",
                                "--output-format=json",
                                "--fields=NFnK",
                                "--languages=C#,Java",
                                "-R",
                                "-f",
                                "-")
                        .directory(directory.toFile())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        List<Declared> claims = new ArrayList<>();
        try (BufferedReader reader = ctags.inputReader()) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                JsonNode tag = JSON.readTree(line);
                Sort sort = SORTS.get(tag.path("kind").asText());
                if (sort != null) {
                    String file = Path.of(tag.path("path").asText()).getFileName().toString();
                    int number = Integer.parseInt(file.substring(0, file.indexOf('.')));
                    claims.add(
                            Declared.of(
                                    names.get(number),
                                    tag.path("line").asInt(),
                                    sort,
                                    tag.path("name").asText()));
                }
            }
        }
        return claims;
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
