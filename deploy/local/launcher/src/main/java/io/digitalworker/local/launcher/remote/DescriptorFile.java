package io.digitalworker.local.launcher.remote;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.digitalworker.local.launcher.installation.NotStarted;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A descriptor on disk. What stands in it, the service judges. */
public final class DescriptorFile {
    private DescriptorFile() {}

    /** @throws NotStarted if it is not there, or no JSON object; with the line */
    public static JsonNode read(Path file) throws IOException {
        try {
            JsonNode tree = RemoteCommand.JSON.readTree(text(file));
            if (tree.isObject()) {
                return tree;
            }
        } catch (JsonProcessingException e) {
            throw new NotStarted(
                    file
                            + " is no JSON, line "
                            + e.getLocation().getLineNr()
                            + ": "
                            + e.getOriginalMessage());
        }
        throw new NotStarted(file + " is no JSON object: {\"moduleName\": …}");
    }

    /** @throws NotStarted if it is not there, or not in UTF-8 */
    static String text(Path file) throws IOException {
        mustBeReadable(file);
        try {
            return Files.readString(file);
        } catch (MalformedInputException e) {
            throw new NotStarted(file + " is not encoded in UTF-8");
        }
    }

    static void mustBeReadable(Path file) {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new NotStarted("There is no readable file " + file);
        }
    }
}
