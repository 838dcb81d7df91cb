package io.digitalworker.local.launcher;

import io.digitalworker.archive.ArchiveGate;
import io.digitalworker.archive.CheckedArchive;
import io.digitalworker.archive.GateResult;
import io.digitalworker.archive.Refusal;
import io.digitalworker.archive.ZipOfDirectory;
import io.digitalworker.facts.Facts;
import io.digitalworker.facts.FactsJson;
import io.digitalworker.facts.inventory.Inventory;
import io.digitalworker.facts.source.SourceTree;
import io.digitalworker.local.launcher.installation.NotStarted;
import io.digitalworker.local.launcher.terminal.Console;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Facts of an archive, without starting anything: {@code facts.json} is all it writes. */
@Command(
        name = FactsCommand.NAME,
        mixinStandardHelpOptions = true,
        description = "Writes facts.json of ARCHIVE to standard output; nothing is started.")
final class FactsCommand implements Callable<Integer> {
    static final String NAME = "facts";

    @Parameters(
            paramLabel = "ARCHIVE",
            description = "A ZIP of source code, or a directory to be zipped.")
    private Path archive = Path.of("");

    private final Console console;
    private final OutputStream out;

    FactsCommand(Console console, OutputStream out) {
        this.console = console;
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.isReadable(archive)) {
            throw new NotStarted("There is no readable " + archive);
        }
        return Files.isDirectory(archive) ? ofDirectory() : ofZip(archive);
    }

    private int ofDirectory() throws IOException {
        Path zip = Files.createTempFile("digital-worker-", ".zip");
        try {
            ZipOfDirectory.write(archive, zip);
            return ofZip(zip);
        } finally {
            Files.delete(zip);
        }
    }

    private int ofZip(Path zip) throws IOException {
        GateResult result = ArchiveGate.standard().open(zip);
        if (result instanceof Refusal refusal) {
            String what = refusal.code() + " (" + refusal.detail() + "): ";
            console.line(console.bad(what + refusal.code().message()));
            return Factory.FAILED;
        }
        try (CheckedArchive checked = (CheckedArchive) result) {
            SourceTree tree = SourceTree.open(checked);
            FactsJson.write(Facts.of(checked.sha256(), tree, Inventory.of(tree)), out);
            out.flush();
        }
        return 0;
    }
}
