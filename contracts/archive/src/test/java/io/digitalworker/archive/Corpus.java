package io.digitalworker.archive;

import io.digitalworker.api.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * The corpus of hostile archives: a row is a name, the code expected, and the archive, made by code.
 * A new row goes to the class of its theme.
 */
public final class Corpus {
    private final List<HostileArchive> rows = new ArrayList<>();

    public static List<HostileArchive> ofHostileArchives() {
        Corpus corpus = new Corpus();
        HostileStructures.addTo(corpus);
        HostileSizes.addTo(corpus);
        HostilePaths.addTo(corpus);
        HostileEntries.addTo(corpus);
        HostileBombs.addTo(corpus);
        HostileZip64.addTo(corpus);
        HostileCuts.addTo(corpus);
        return corpus.rows;
    }

    void zip(String name, ErrorCode expected, Supplier<RawZip> zip) {
        bytes(name, expected, () -> zip.get().toBytes());
    }

    void bytes(String name, ErrorCode expected, Supplier<byte[]> bytes) {
        rows.add(new HostileArchive(name, expected, bytes));
    }
}
