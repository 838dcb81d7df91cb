package io.digitalworker.local.launcher;

import io.digitalworker.api.Options;
import io.digitalworker.local.launcher.installation.NotStarted;
import io.digitalworker.local.launcher.terminal.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Documents of an archive with all their artifacts, without starting anything. */
@Command(
        name = DocumentsCommand.NAME,
        mixinStandardHelpOptions = true,
        description =
                "Writes all artifacts of ARCHIVE and DESCRIPTOR to files; nothing is started.")
final class DocumentsCommand implements Callable<Integer> {
    static final String NAME = "documents";

    @Mixin private JobInput input = new JobInput();

    @Option(
            names = "--out",
            defaultValue = "out/documents",
            description = "Where the files go (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of("");

    @Option(names = "--documents", split = ",", description = "srs, functional-spec, tech-design")
    private @Nullable List<String> documents;

    @Option(names = "--detail", description = "overview, standard or comprehensive")
    private @Nullable String detail;

    @Option(names = "--diagrams", description = "mermaid, plantuml, ascii or text")
    private @Nullable String diagrams;

    @Option(names = "--scenario", description = "brownfield, greenfield, hybrid or migration")
    private @Nullable String scenario;

    @Option(
            names = "--existing",
            description = "A Markdown file to be kept, in the scenario hybrid.")
    private @Nullable Path existing;

    @Option(names = "--language", description = "Of titles and heads of tables: en, de or hi.")
    private @Nullable String language;

    @Option(
            names = "--date",
            description = "The documents' date, YYYY-MM-DD (default: today, UTC).")
    private @Nullable LocalDate date;

    @Option(names = "--fonts", description = "A folder with further fonts for PDF files.")
    private @Nullable Path fonts;

    @Option(names = "--times", description = "Tells how long rendering as PDF alone takes.")
    private boolean times;

    private final Console console;
    private final Clock clock;

    DocumentsCommand(Console console, Clock clock) {
        this.console = console;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        input.check();
        Options options =
                new Options(
                        documents == null ? List.of() : documents,
                        detail,
                        diagrams,
                        scenario,
                        language,
                        "extractive",
                        null);
        if (!options.faults().isEmpty()) {
            throw new NotStarted("Options: " + options.faults());
        }
        if (existing != null) {
            checkExisting(existing, options);
        }
        try (JobInput.Zipped zip = input.zipped()) {
            LocalDate day = date == null ? LocalDate.now(clock) : date;
            WrittenFiles files =
                    new WrittenFiles(zip.file(), input.features(), options, existing, fonts, day);
            files.write(out).forEach(console::line);
            if (times) {
                files.pdfTimes().forEach(console::line);
            }
        }
        return 0;
    }

    private static void checkExisting(Path document, Options options) throws IOException {
        if (!options.keepsExisting()) {
            throw new NotStarted(
                    "A document is kept in the scenario hybrid only: --scenario hybrid");
        }
        if (!Files.isReadable(document) || Files.size(document) > Options.MAX_EXISTING_BYTES) {
            throw new NotStarted(
                    "There is no readable "
                            + document
                            + " of at most "
                            + Options.MAX_EXISTING_BYTES
                            + " bytes");
        }
    }
}
