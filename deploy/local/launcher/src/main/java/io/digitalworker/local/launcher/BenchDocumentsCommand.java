package io.digitalworker.local.launcher;

import io.digitalworker.api.Options;
import io.digitalworker.local.launcher.bench.ChildRun;
import io.digitalworker.local.launcher.bench.Machine;
import io.digitalworker.local.launcher.terminal.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * How long documents take from a cold JVM, and their PDF beside a headless Chromium that prints the same
 * HTML. Chromium is measured from start to end of its process, which is how one would use it.
 */
@Command(
        name = DocumentsCommand.NAME,
        mixinStandardHelpOptions = true,
        description = "Time for all documents of the example, or of ARCHIVE and DESCRIPTOR.")
final class BenchDocumentsCommand implements Callable<Integer> {
    private static final List<String> BROWSERS =
            List.of("chromium", "chromium-browser", "google-chrome", "chrome");

    private static final List<String> DOCUMENTS = List.of("srs", "functional-spec", "tech-design");

    @Mixin private JobInput input = new JobInput();

    @Option(
            names = "--runs",
            defaultValue = "5",
            description = "Runs of each, of which the median is shown (default: ${DEFAULT-VALUE}).")
    private int runs = 5;

    private final Console console;

    BenchDocumentsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        input.check();
        Path work = Files.createTempDirectory("digital-worker-bench-");
        try (JobInput.Zipped zip = input.zipped()) {
            console.line(LocalDate.now(ZoneOffset.UTC) + ", " + Machine.inOneLine());
            List<String> command = command(zip.file(), work);
            Optional<ChildRun> whole = ChildRun.median(runs, work, command);
            console.line(
                    whole.map(
                                    run ->
                                            String.format(
                                                    Locale.ROOT,
                                                    "archive to %d documents, JVM start included:"
                                                            + " %.2f s, %d MB",
                                                    available().size(),
                                                    run.seconds(),
                                                    run.peakKilobytes() / 1024))
                            .orElse("the documents could not be written: see 'factory documents'"));
            command.add("--times");
            for (String line : lines(command)) {
                if (line.startsWith("pdf ")) {
                    beside(line.split(" "), work);
                }
            }
        } finally {
            delete(work);
        }
        return 0;
    }

    private static List<String> available() {
        return DOCUMENTS.stream().filter(name -> only(name).faults().isEmpty()).toList();
    }

    private static Options only(String document) {
        return new Options(List.of(document), null, null, null, null, null, null);
    }

    private List<String> command(Path zip, Path work) {
        return TimedProcess.command(
                "",
                Factory.class,
                DocumentsCommand.NAME,
                zip.toAbsolutePath().toString(),
                input.features().toAbsolutePath().toString(),
                "--out",
                work.toString(),
                "--documents",
                String.join(",", available()));
    }

    private static List<String> lines(List<String> command) throws IOException {
        Process process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (Stream<String> lines = process.inputReader().lines()) {
            return lines.map(String::strip).toList();
        }
    }

    private void beside(String[] pdf, Path work) throws InterruptedException {
        double seconds = Double.parseDouble(pdf[2]) / 1000;
        Optional<ChildRun> browser = browser(work, pdf[1]);
        String first =
                String.format(Locale.ROOT, "%-16s PDF in a warm JVM %.3f s; ", pdf[1], seconds);
        console.line(
                browser.map(
                                run ->
                                        String.format(
                                                Locale.ROOT,
                                                "%sChromium %.2f s, %.0f times as long",
                                                first,
                                                run.seconds(),
                                                run.seconds() / seconds))
                        .orElse(first + "no Chromium on this machine to compare with"));
    }

    private Optional<ChildRun> browser(Path work, String document) throws InterruptedException {
        for (String name : BROWSERS) {
            if (ChildRun.once(work, List.of(name, "--version")).isPresent()) {
                return ChildRun.median(
                        runs,
                        work,
                        List.of(
                                name,
                                "--headless",
                                "--no-sandbox",
                                "--disable-gpu",
                                "--print-to-pdf=" + work.resolve("chromium.pdf"),
                                work.resolve(document + ".html").toUri().toString()));
            }
        }
        return Optional.empty();
    }

    private static void delete(Path directory) throws IOException {
        List<Path> paths = new ArrayList<>();
        try (Stream<Path> all = Files.walk(directory)) {
            all.sorted(Comparator.reverseOrder()).forEach(paths::add);
        }
        for (Path path : paths) {
            Files.delete(path);
        }
    }
}
