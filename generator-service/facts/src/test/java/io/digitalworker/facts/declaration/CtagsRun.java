package io.digitalworker.facts.declaration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.digitalworker.facts.code.CodeFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Universal ctags over copies of files. */
final class CtagsRun {
    private static final ObjectMapper JSON = new ObjectMapper();

    private CtagsRun() {}

    /** What ctags says in a line, with the path of the file that it is about. */
    record Line(String path, JsonNode tag) {
        String kind() {
            return tag.path("kind").asText();
        }

        String name() {
            return tag.path("name").asText();
        }

        int number() {
            return tag.path("line").asInt();
        }
    }

    /**
     * Runs ctags.
     *
     * @param options the fields, languages and endings
     */
    static List<Line> over(List<CodeFile> files, String... options) throws IOException {
        Path directory = Files.createTempDirectory("ctags");
        try {
            List<String> paths = copied(files, directory);
            return lines(directory, paths, options);
        } finally {
            delete(directory);
        }
    }

    private static List<String> copied(List<CodeFile> files, Path directory) throws IOException {
        List<String> paths = new ArrayList<>();
        for (CodeFile file : files) {
            String path = file.path();
            String suffix = path.substring(path.lastIndexOf('.'));
            Files.writeString(directory.resolve(paths.size() + suffix), file.text());
            paths.add(path);
        }
        return paths;
    }

    private static List<Line> lines(Path directory, List<String> paths, String... options)
            throws IOException {
        List<String> command = new ArrayList<>(List.of("ctags", "--output-format=json"));
        command.addAll(List.of(options));
        command.addAll(List.of("-R", "-f", "-"));
        Process ctags =
                new ProcessBuilder(command)
                        .directory(directory.toFile())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        List<Line> lines = new ArrayList<>();
        try (BufferedReader reader = ctags.inputReader()) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                JsonNode tag = JSON.readTree(line);
                String file = Path.of(tag.path("path").asText()).getFileName().toString();
                int number = Integer.parseInt(file.substring(0, file.indexOf('.')));
                lines.add(new Line(paths.get(number), tag));
            }
        }
        return lines;
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
