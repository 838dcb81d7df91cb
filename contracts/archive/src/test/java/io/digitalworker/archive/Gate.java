package io.digitalworker.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Sends archives made in memory through the gate. */
final class Gate {
    private Gate() {}

    static GateResult result(byte[] zip, ArchiveLimits limits) throws IOException {
        Path file = Files.createTempFile("archive", ".zip");
        try {
            return new ArchiveGate(limits).open(Files.write(file, zip));
        } finally {
            // an open file can still be read
            Files.delete(file);
        }
    }

    static CheckedArchive accepted(byte[] zip) throws IOException {
        return accepted(result(zip, ArchiveLimits.standard()));
    }

    static CheckedArchive accepted(GateResult result) {
        if (result instanceof Refusal refusal) {
            throw new AssertionError("refused: " + refusal);
        }
        return (CheckedArchive) result;
    }

    /** The files of an archive that is let in, in the order in which it gives them. */
    static Map<String, String> contents(byte[] zip) throws IOException {
        try (CheckedArchive archive = accepted(zip)) {
            return contents(archive);
        }
    }

    static Map<String, String> contents(RawZip zip) throws IOException {
        return contents(zip.toBytes());
    }

    static Map<String, String> contents(CheckedArchive archive) throws IOException {
        Map<String, String> contents = new LinkedHashMap<>();
        for (CheckedEntry entry : archive.entries()) {
            contents.put(entry.path(), new String(archive.read(entry), UTF_8));
        }
        return contents;
    }
}
