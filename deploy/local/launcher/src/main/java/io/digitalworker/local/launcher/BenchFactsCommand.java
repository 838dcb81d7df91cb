package io.digitalworker.local.launcher;

import io.digitalworker.archive.ArchiveGate;
import io.digitalworker.archive.CheckedArchive;
import io.digitalworker.archive.CheckedEntry;
import io.digitalworker.archive.ZipOfDirectory;
import io.digitalworker.facts.source.Language;
import io.digitalworker.facts.source.SourceFile;
import io.digitalworker.facts.source.SourceTree;
import io.digitalworker.local.launcher.bench.ChildRun;
import io.digitalworker.local.launcher.bench.Machine;
import io.digitalworker.local.launcher.installation.Home;
import io.digitalworker.local.launcher.installation.NotStarted;
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
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * How long facts take beside tools that everybody knows, on the same code, in the same run, and how that
 * grows. Each figure is the median of several runs from start to end of a process; files are in the page
 * cache. The machine's load is part of them.
 */
@Command(
        name = "facts",
        mixinStandardHelpOptions = true,
        description =
                "Time and memory for facts of the example, or of ARCHIVE, beside other tools.")
final class BenchFactsCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            paramLabel = "ARCHIVE",
            description = "A ZIP of source code, or a directory to be zipped.")
    private @Nullable Path archive;

    @Option(
            names = "--runs",
            defaultValue = "5",
            description = "Runs of each, of which the median is shown (default: ${DEFAULT-VALUE}).")
    private int runs = 5;

    @Option(names = "--repomix", description = "Measures 'npx repomix --compress' too.")
    private boolean repomix;

    @Option(
            names = "--no-growth",
            description = "Leaves out the growth from 10 thousand to a million lines.")
    private boolean withoutGrowth;

    /** A million lines at once are more than the usual heap holds without collecting all the time. */
    private static final String GROWTH_HEAP = "-Xmx1g";

    private final Console console;

    BenchFactsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path sources = archive == null ? Home.find().example().resolve("plugin") : archive;
        if (!Files.isReadable(sources)) {
            throw new NotStarted("There is no readable " + sources);
        }
        Path work = Files.createTempDirectory("digital-worker-bench-");
        try {
            console.line(LocalDate.now(ZoneOffset.UTC) + ", " + Machine.inOneLine());
            beside(sources, work);
            if (!withoutGrowth) {
                growth();
            }
        } finally {
            delete(work);
        }
        return 0;
    }

    private void beside(Path sources, Path work) throws IOException, InterruptedException {
        Path zip = sources.toAbsolutePath();
        if (Files.isDirectory(zip)) {
            zip = work.resolve("archive.zip");
            ZipOfDirectory.write(sources, zip);
        }
        Path tree = Files.createDirectory(work.resolve("tree"));
        List<SourceFile> code = unpack(zip, tree);
        console.line("median of " + runs + " runs                            time   most memory");
        Optional<ChildRun> unzip =
                ChildRun.median(runs, work, List.of("unzip", "-p", zip.toString()));
        Optional<ChildRun> ctags = ChildRun.median(runs, tree, ctags(work, code));
        Optional<ChildRun> facts =
                ChildRun.median(
                        runs,
                        work,
                        TimedProcess.command("", Factory.class, FactsCommand.NAME, zip.toString()));
        row("unzip -p of the archive, to nowhere", unzip);
        row("universal-ctags on its code, unpacked", ctags);
        row("facts.json, JVM start included", facts);
        ratio(unzip, ctags, facts);
        script(zip, work);
        repomix(tree, work);
    }

    /** What the tree reads as code, written out; the rest of the archive is of no use to ctags. */
    private List<SourceFile> unpack(Path zip, Path directory) throws IOException {
        if (!(ArchiveGate.standard().open(zip) instanceof CheckedArchive checked)) {
            throw new NotStarted("The archive is refused; 'factory facts' says why.");
        }
        try (checked) {
            SourceTree tree = SourceTree.open(checked);
            List<SourceFile> code =
                    tree.files().stream()
                            .filter(file -> file.language().kind() == Language.Kind.CODE)
                            .toList();
            for (CheckedEntry entry : checked.entries()) {
                if (tree.file(entry.path()).isPresent()) {
                    Path file = directory.resolve(entry.path());
                    Files.createDirectories(file.getParent());
                    Files.write(file, checked.read(entry));
                }
            }
            console.line(
                    String.format(
                            Locale.ROOT,
                            "%,d files of code with %,d lines, of %,d files in the archive",
                            code.size(),
                            code.stream().mapToLong(SourceFile::lines).sum(),
                            tree.archiveFiles()));
            return code;
        }
    }

    private static List<String> ctags(Path work, List<SourceFile> code) throws IOException {
        Path list = work.resolve("files");
        Files.write(list, code.stream().map(SourceFile::path).toList());
        String tags = work.resolve("tags").toString();
        return List.of("ctags", "--options=NONE", "-f", tags, "-L", list.toString());
    }

    private void ratio(
            Optional<ChildRun> unzip, Optional<ChildRun> ctags, Optional<ChildRun> facts) {
        if (unzip.isEmpty() || ctags.isEmpty() || facts.isEmpty()) {
            console.line("  no ratio without all three");
            return;
        }
        double others = unzip.get().seconds() + ctags.get().seconds();
        console.line(
                String.format(
                        Locale.ROOT,
                        "  facts took %.1f times as long as unzip and ctags together",
                        facts.get().seconds() / others));
    }

    private void script(Path zip, Path work) throws InterruptedException {
        String script = Home.find().root().resolve("deploy/local/factory").toString();
        row(
                "the same by deploy/local/factory",
                ChildRun.median(
                        runs,
                        work,
                        List.of(
                                "env",
                                "FACTORY_BUILD=never",
                                script,
                                FactsCommand.NAME,
                                zip.toString())));
    }

    private void repomix(Path tree, Path work) throws InterruptedException {
        String name = "npx repomix --compress";
        if (!repomix) {
            console.line(String.format("  %-40s not measured: --repomix", name));
            return;
        }
        List<String> npx = List.of("npx", "--yes", "repomix");
        boolean there = ChildRun.once(work, with(npx, "--version")).isPresent();
        String out = work.resolve("repomix.xml").toString();
        row(
                name,
                there
                        ? ChildRun.median(
                                        runs,
                                        tree,
                                        with(npx, "--compress", "--quiet", "--output", out))
                                .map(run -> new ChildRun(run.seconds(), -1)) // npx starts others
                        : Optional.empty());
    }

    private static List<String> with(List<String> command, String... more) {
        List<String> all = new ArrayList<>(command);
        all.addAll(List.of(more));
        return all;
    }

    private void row(String name, Optional<ChildRun> run) {
        console.line(
                run.map(
                                r ->
                                        String.format(
                                                Locale.ROOT,
                                                "  %-40s %6.2f s %10s",
                                                name,
                                                r.seconds(),
                                                megabytes(r.peakKilobytes())))
                        .orElseGet(() -> String.format("  %-40s not here, or it failed", name)));
    }

    private static String megabytes(long kilobytes) {
        return kilobytes < 0 ? "unknown" : kilobytes / 1024 + " MB";
    }

    private void growth() throws IOException, InterruptedException {
        console.line(
                "growth with made-up C#, Java and TypeScript, in a warm JVM with 1 GB of heap");
        Process process =
                new ProcessBuilder(
                                TimedProcess.command(
                                        GROWTH_HEAP, BenchGrowth.class, Integer.toString(runs)))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try (Stream<String> lines = process.inputReader().lines()) {
            lines.forEach(console::line);
        }
        if (process.waitFor() != 0) {
            console.line(console.bad("  it failed"));
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
