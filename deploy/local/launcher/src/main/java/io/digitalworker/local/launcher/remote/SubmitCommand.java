package io.digitalworker.local.launcher.remote;

import com.fasterxml.jackson.databind.JsonNode;
import io.digitalworker.api.JobAccepted;
import io.digitalworker.archive.ZipOfDirectory;
import io.digitalworker.local.launcher.client.FactoryClient;
import io.digitalworker.local.launcher.client.Submission;
import io.digitalworker.local.launcher.client.UploadProgress;
import io.digitalworker.local.launcher.terminal.Bar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sends an archive and a descriptor. */
@Command(
        name = "submit",
        mixinStandardHelpOptions = true,
        description = "Sends ARCHIVE and DESCRIPTOR to an installation, and says the job's id.")
public final class SubmitCommand extends RemoteCommand {
    @Parameters(
            arity = "1..2",
            paramLabel = "FILE",
            description = {
                "ARCHIVE DESCRIPTOR: a ZIP of source code, or a directory to be zipped, and JSON"
                        + " with moduleName, version and features. DESCRIPTOR alone with --scenario"
                        + " greenfield."
            })
    private List<Path> files = List.of();

    @Mixin private final JobOptions options = new JobOptions();

    @Option(
            names = "--existing",
            paramLabel = "FILE",
            description = "Markdown to be kept, with --scenario hybrid.")
    private @Nullable Path existing;

    @Option(
            names = "--idempotency-key",
            paramLabel = "KEY",
            description =
                    "The same key and content within 24 h give the same job (default: a new one for"
                            + " each call of this command).")
    private @Nullable String key;

    @Mixin private final Waiting waiting = new Waiting();

    public SubmitCommand(Surroundings around) {
        super(around);
    }

    @Override
    int run(FactoryClient client) throws IOException {
        if (options.needsArchive() != (files.size() == 2)) {
            throw usage(
                    options.needsArchive()
                            ? "Name both: ARCHIVE DESCRIPTOR"
                            : "With --scenario greenfield there is no archive: name DESCRIPTOR"
                                    + " alone");
        }
        JsonNode descriptor = DescriptorFile.read(files.get(files.size() - 1));
        JobAccepted accepted = submitted(client, descriptor);
        console().line(console().good("✓") + " Accepted as job " + accepted.jobId());
        if (waiting.isWanted()) {
            return new EndOfJob(this, client)
                    .await(accepted.jobId(), waiting.timeout(), waiting.out());
        }
        console().line("  follow it: " + next("wait " + accepted.jobId()));
        document(JSON.valueToTree(accepted));
        return DONE;
    }

    private JobAccepted submitted(FactoryClient client, JsonNode descriptor) throws IOException {
        String text = existing == null ? null : DescriptorFile.text(existing);
        String used = key == null ? around().ids().get() : key;
        if (files.size() == 1) {
            Submission submission = new Submission(null, descriptor, options.json(), text);
            return client.submit(submission, used, UploadProgress.NONE);
        }
        Path sources = files.get(0);
        if (!Files.isDirectory(sources)) {
            DescriptorFile.mustBeReadable(sources);
            return client.submit(
                    new Submission(sources, descriptor, options.json(), text), used, this::sent);
        }
        Path zip = Files.createTempFile("digital-worker-", ".zip");
        try {
            console().redraw("  zipping " + sources + " …");
            ZipOfDirectory.write(sources, zip);
            return client.submit(
                    new Submission(zip, descriptor, options.json(), text), used, this::sent);
        } finally {
            Files.deleteIfExists(zip);
        }
    }

    private void sent(long sent, long size) {
        console().redraw("  " + Bar.of(sent, size) + "  uploading " + JobText.size(size));
    }
}
