package io.digitalworker.document.diagram;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.sourceforge.plantuml.FileFormat;
import net.sourceforge.plantuml.FileFormatOption;
import net.sourceforge.plantuml.SourceStringReader;
import net.sourceforge.plantuml.error.PSystemError;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The real engines of the two languages. */
final class Engines {
    private static final Path MERMAID =
            Path.of(System.getProperty("user.home"), ".cache/digital-worker/mermaid");
    private static final Path SCRIPT = Path.of("src/test/mermaid/parse.js").toAbsolutePath();

    private Engines() {}

    /** What mermaid refuses, a line each; skips the test where Node or mermaid is missing. */
    static List<String> refusedByMermaid(List<String> texts) {
        boolean there = Files.isDirectory(MERMAID.resolve("node_modules/mermaid"));
        assumeTrue(there, "Not checked with mermaid: .ci/run installs it into " + MERMAID);
        try {
            Path directory = Files.createTempDirectory("mermaid");
            List<String> command = new ArrayList<>(List.of("node", SCRIPT.toString()));
            for (int i = 0; i < texts.size(); i++) {
                Path file = directory.resolve(i + ".mmd");
                command.add(Files.writeString(file, texts.get(i)).toString());
            }
            Process node =
                    new ProcessBuilder(command)
                            .directory(MERMAID.toFile())
                            .redirectErrorStream(true)
                            .start();
            String said = new String(node.getInputStream().readAllBytes(), UTF_8);
            List<String> lines = new ArrayList<>(said.lines().toList());
            lines.remove("parsed " + texts.size());
            return said.contains("parsed ") ? lines : List.of("node did not finish: " + said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Why PlantUML refuses a text; empty if it does not. */
    static String refusedByPlantUml(String text) {
        String checked = text.replaceFirst("\n", "\n!pragma layout smetana\n");
        SourceStringReader reader = new SourceStringReader(checked);
        if (reader.getBlocks().size() != 1) {
            return reader.getBlocks().size() + " diagrams";
        }
        if (reader.getBlocks().get(0).getDiagram() instanceof PSystemError error) {
            return error.getErrorsUml().toString();
        }
        try {
            ByteArrayOutputStream picture = new ByteArrayOutputStream();
            reader.outputImage(picture, 0, new FileFormatOption(FileFormat.SVG));
            String svg = picture.toString(UTF_8);
            return svg.contains("Syntax Error") || svg.contains("has crashed") ? svg : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
