package io.digitalworker.local.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.digitalworker.archive.ZipOfDirectory;
import io.digitalworker.local.launcher.client.Submission;
import io.digitalworker.local.launcher.installation.Home;
import io.digitalworker.local.launcher.installation.NotStarted;
import io.digitalworker.local.launcher.remote.DescriptorFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Parameters;

/** What a command submits: the example, or what its parameters name. */
final class JobInput {
    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "ARCHIVE",
            description = "A ZIP of source code, or a directory to be zipped.")
    private @Nullable Path archive;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "DESCRIPTOR",
            description = "JSON with moduleName, version and features.")
    private @Nullable Path descriptor;

    /** Says in one sentence what is missing, before anything is started. */
    void check() {
        if (archive != null && descriptor == null) {
            throw new NotStarted("Name the descriptor too: ARCHIVE DESCRIPTOR");
        }
        mustExist(sources());
        mustExist(features());
    }

    Path features() {
        return descriptor == null ? Home.find().example().resolve("descriptor.json") : descriptor;
    }

    /** The archive itself, or one made of a directory for the time being. */
    Zipped zipped() throws IOException {
        Path sources = sources();
        if (!Files.isDirectory(sources)) {
            return new Zipped(sources, false);
        }
        Path file = Files.createTempFile("digital-worker-", ".zip");
        ZipOfDirectory.write(sources, file);
        return new Zipped(file, true);
    }

    /** With the options that a service has of itself. */
    Submission submission(Zipped zip) throws IOException {
        return submission(zip, JsonNodeFactory.instance.objectNode());
    }

    Submission submission(Zipped zip, JsonNode options) throws IOException {
        return new Submission(zip.file(), DescriptorFile.read(features()), options, null);
    }

    private Path sources() {
        return archive == null ? Home.find().example().resolve("plugin") : archive;
    }

    private static void mustExist(Path path) {
        if (!Files.isReadable(path)) {
            throw new NotStarted("There is no readable " + path);
        }
    }

    /**
     * A ZIP to be sent.
     *
     * @param temporary whether it goes afterwards
     */
    record Zipped(Path file, boolean temporary) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            if (temporary) {
                Files.deleteIfExists(file);
            }
        }
    }
}
